import { randomUUID } from 'node:crypto';
import { getConnectionToken } from '@nestjs/mongoose';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '@foodie-express/contracts';
import { createLogger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { type Connection, Types } from 'mongoose';
import request, { type Test } from 'supertest';
import { z } from 'zod';
import { createApplication } from '../application';
import { AccessTokens } from '../auth/access-tokens';
import { Sessions } from '../auth/sessions';
import { readConfiguration } from '../configuration';
import { IndexCreation } from '../database/create-indexes';
import { Database } from '../database/database';
import { Seed } from '../database/seed/seed';
import { RateLimiters } from '../platform/rate-limiters';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { type Amounts, ManyDocuments } from './many-documents';

const PORTION = 10_000;

/** What MongoDB counts for the whole server: documents fetched since its start. */
const statusSchema = z.object({ metrics: z.object({ queryExecutor: z.object({ scannedObjects: z.coerce.number() }) }) });

/** The whole application on a database that holds much, to ask what each call reads. */
export class FilledApplication {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly connection: Connection,
    private readonly tokens: Readonly<Record<Role, string>>,
    /** The first of the users, with the role of their name. */
    readonly people: Readonly<Record<Role, Types.ObjectId>>,
  ) {}

  /** @param uri of a server that nobody else uses; its database is dropped at the end */
  static async start(uri: string, amounts: Amounts, now: Date): Promise<FilledApplication> {
    const requestContext = await createRequestContext();
    const platform = {
      configuration: readConfiguration({}),
      requestContext,
      clock: () => now,
      signingSecret: 'x'.repeat(32),
      rateLimiters: new RateLimiters(undefined, () => undefined),
    };
    const app = await createApplication(platform, createLogger({ service: 'spec', context: requestContext, level: 'silent' }));
    const address = new URL(uri);
    address.pathname = `/filled_${randomUUID().slice(0, 8)}`;
    await app.get(Database).open(address.href, async () => {
      await app.get(IndexCreation).run();
      await app.get(Seed).run();
    });
    const connection = app.get<Connection>(getConnectionToken());
    const people = await fill(app, connection, amounts, now);
    const tokens = app.get(AccessTokens, { strict: false });
    const sessions = app.get(Sessions, { strict: false });
    const sign = async (id: Types.ObjectId) => tokens.sign(await sessions.begin({ userId: id.toHexString(), sessionGeneration: 0 }));
    return new FilledApplication(app, connection, { user: await sign(people.user), staff: await sign(people.staff), admin: await sign(people.admin) }, people);
  }

  async stop(): Promise<void> {
    await this.connection.dropDatabase();
    await this.app.close();
    await this.app.get(Database).close();
  }

  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, role?: Role): Test {
    const test = request(this.app.getHttpServer())[method](path);
    return role === undefined ? test : test.set('Authorization', `Bearer ${this.tokens[role]}`);
  }

  /** What something leads to, and how many documents the database has read for it. */
  async examined<Result>(work: () => PromiseLike<Result>): Promise<{ result: Result; documents: number }> {
    const before = await this.scanned();
    const result = await work();
    return { result, documents: (await this.scanned()) - before };
  }

  private async scanned(): Promise<number> {
    const status = statusSchema.parse(await this.connection.db?.admin().command({ serverStatus: 1 }));
    return status.metrics.queryExecutor.scannedObjects;
  }
}

async function fill(app: NestExpressApplication, connection: Connection, amounts: Amounts, now: Date): Promise<FilledApplication['people']> {
  const restaurants = (await app.get(RestaurantCatalogue, { strict: false }).all()).map(({ record }) => record._id);
  const documents = new ManyDocuments(amounts, restaurants, now);
  for (const [collection, amount, make] of documents.collections()) {
    for (let begin = 0; begin < amount; begin += PORTION) {
      const portion = Array.from({ length: Math.min(PORTION, amount - begin) }, (_, index) => make(begin + index));
      await connection.collection(collection).insertMany(portion, { ordered: false });
    }
  }
  return documents.people;
}
