import { Binary, type Db } from 'mongodb';
import { z } from 'zod';

const collectionSchema = z.object({ info: z.object({ uuid: z.instanceof(Binary) }) });

/** Whether two connections see one database: by address, or by whatever address, for each collection has an id of its own in the world. */
export async function isSameDatabase(one: Db, other: Db): Promise<boolean> {
  if (one.databaseName !== other.databaseName) return false;
  if (addressOf(one) === addressOf(other)) return true;
  const ids = new Set(await collectionIds(one));
  return (await collectionIds(other)).some((id) => ids.has(id));
}

function addressOf({ client: { options } }: Db): string {
  return options.srvHost ?? options.hosts.map((host) => host.toString()).sort().join(',');
}

async function collectionIds(database: Db): Promise<string[]> {
  const listed = await database.listCollections().toArray();
  return listed.flatMap((entry) => {
    const uuid = collectionSchema.safeParse(entry).data?.info.uuid;
    return uuid === undefined ? [] : [uuid.toString('hex')];
  });
}
