import { type Db, MongoClient } from 'mongodb';
import { isNativeError } from 'node:util/types';
import { StackError } from '../../stack/stack-error';
import { usage } from '../arguments';

/** The name of the database in the Python service's own code. */
const LEGACY_DATABASE = 'food_db';

const SERVER_SELECTION_TIMEOUT_MS = 5_000;
/** For a single call: a batch, or the count of a large collection. */
const CALL_TIMEOUT_MS = 60_000;

/** An open connection to one database. */
export interface Connection {
  readonly client: MongoClient;
  readonly database: Db;
  /** `food_db at db.example:27017`: without user name and password. */
  readonly spoken: string;
}

/** Which end of the migration, for messages. */
export interface End {
  readonly flag: '--uri' | '--to';
  readonly what: string;
  /** Where the URI names no database; undefined for MongoDB's own default, as restaurant-api has it. */
  readonly defaultDatabase: string | undefined;
}

export const SOURCE: End = { flag: '--uri', what: 'the database of the Python service', defaultDatabase: LEGACY_DATABASE };
export const TARGET: End = { flag: '--to', what: 'the database of restaurant-api', defaultDatabase: undefined };

/**
 * @throws UsageError where the URI is none, StackError where nobody answers or lets us in; no message holds a part of the URI but
 * host and database
 */
export async function connect(uri: string, end: End, databaseName?: string): Promise<Connection> {
  const client = clientFor(uri, end);
  const { hosts, srvHost, dbName } = client.options;
  const isNamed = /^[^/]+\/\/[^/]+\/[^?]/.test(uri);
  const name = databaseName ?? (isNamed ? dbName : (end.defaultDatabase ?? dbName));
  const where = srvHost ?? hosts.map((host) => host.toString()).join(',');
  try {
    await client.connect();
    const database = client.db(name);
    await database.command({ ping: 1 });
    return { client, database, spoken: `${name} at ${where}` };
  } catch (error) {
    await client.close();
    throw new StackError(refusal(error, end, where), { cause: error });
  }
}

function clientFor(uri: string, end: End): MongoClient {
  try {
    return new MongoClient(uri, {
      appName: 'foodie-express-migrate',
      enableUtf8Validation: false,
      ignoreUndefined: true,
      serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
      connectTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
      socketTimeoutMS: CALL_TIMEOUT_MS,
      waitQueueTimeoutMS: CALL_TIMEOUT_MS,
    });
  } catch {
    // The driver's message may hold the URI, and with it a password.
    throw usage(`${end.flag} is no MongoDB address. It should look like mongodb://user:password@host:27017/database, with special characters of the password written as %40 and so on.`);
  }
}

const AUTHENTICATION_FAILED = 18;
const ATLAS_AUTHENTICATION_FAILED = 8_000;
const UNAUTHORIZED = 13;

function refusal(error: unknown, { flag, what }: End, where: string): string {
  const code = codeOf(error);
  if (code === AUTHENTICATION_FAILED || code === ATLAS_AUTHENTICATION_FAILED) return `${capital(what)} at ${where} refuses the user name or the password of ${flag}.`;
  if (code === UNAUTHORIZED) return `${capital(what)} at ${where} does not let this user in: ${flag} should have a user who may read and write.`;
  return `${capital(what)} cannot be reached at ${where} within ${SERVER_SELECTION_TIMEOUT_MS / 1_000} seconds: start it, or mend ${flag}.`;
}

export function codeOf(error: unknown): unknown {
  return isNativeError(error) && 'code' in error ? error.code : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
