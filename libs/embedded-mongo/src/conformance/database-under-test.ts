import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Collection, type Db, type Document, MongoClient } from 'mongodb';

/** Documents of the tests choose their own _id. */
export interface TestDocument {
  _id: string | number;
  [field: string]: unknown;
}

/** Where a suite connects to; called when the server runs. */
export type ServerAddress = () => string;

/** A database of a suite's own, dropped in the end, with an empty collection for each test. */
export class DatabaseUnderTest {
  private connected: MongoClient | undefined;
  private readonly name = `conformance_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  private tests = 0;

  constructor(address: ServerAddress) {
    beforeAll(async () => {
      this.connected = await MongoClient.connect(address(), { serverSelectionTimeoutMS: 5000 });
    });
    beforeEach(() => { this.tests += 1; });
    afterAll(async () => {
      await this.db.dropDatabase();
      await this.client.close();
    });
  }

  get client(): MongoClient {
    if (this.connected === undefined) throw new Error('not connected');
    return this.connected;
  }

  get db(): Db {
    return this.client.db(this.name);
  }

  /** The collection of the running test. */
  get collection(): Collection<TestDocument> {
    return this.db.collection(`test_${this.tests}`);
  }
}

/** An update as it is: the driver's types would want to know the fields of a document. */
export function untyped(update: Document): Document {
  return update;
}

/** What a promise is rejected with, as far as the wire says it. */
export async function failureOf(promise: Promise<unknown>): Promise<Document> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return Object.assign({}, error, { message: error.message });
  }
  throw new Error('it was expected to fail');
}
