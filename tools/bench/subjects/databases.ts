import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** Runs `use` with the address of a new database on a server, which is dropped afterwards; with undefined where there is no server. */
export async function withDatabase<Result>(server: string | undefined, use: (uri: string | undefined) => Promise<Result>): Promise<Result> {
  if (server === undefined) return use(undefined);
  const address = new URL(server);
  address.pathname = `/bench_${randomUUID().slice(0, 8)}`;
  try {
    return await use(address.href);
  } finally {
    const client = await MongoClient.connect(address.href);
    await client.db().dropDatabase();
    await client.close();
  }
}
