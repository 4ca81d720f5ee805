import { join } from 'node:path';
import { EMBEDDED_DATABASE } from '@foodie-express/restaurant-data';
import type { Configuration } from '../configuration';

/** Where the database is, and what ends it where it is ours. */
export interface DatabaseAddress {
  readonly uri: string;
  readonly close: () => Promise<void>;
}

/** The server that `MONGODB_URI` names, or the embedded one, started here with its data in `DATA_DIR/mongo`. */
export async function databaseAddress({ MONGODB_URI, DATA_DIR }: Configuration): Promise<DatabaseAddress> {
  if (MONGODB_URI !== undefined) return { uri: MONGODB_URI, close: () => Promise.resolve() };
  const { startEmbeddedMongo } = await import('@foodie-express/embedded-mongo');
  const server = await startEmbeddedMongo({ dataFolder: join(DATA_DIR, 'mongo') });
  const address = new URL(server.uri);
  address.pathname = `/${EMBEDDED_DATABASE}`;
  return { uri: address.href, close: () => server.close() };
}
