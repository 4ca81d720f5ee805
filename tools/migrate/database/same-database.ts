import { Binary, type Db } from 'mongodb';
import { z } from 'zod';

const collectionSchema = z.object({ info: z.object({ uuid: z.instanceof(Binary) }) });

/** Whether two connections see one database, by whatever address: each collection has an id of its own in the world. */
export async function isSameDatabase(one: Db, other: Db): Promise<boolean> {
  if (one.databaseName !== other.databaseName) return false;
  const ids = new Set(await collectionIds(one));
  return (await collectionIds(other)).some((id) => ids.has(id));
}

async function collectionIds(database: Db): Promise<string[]> {
  const listed = await database.listCollections().toArray();
  return listed.flatMap((entry) => {
    const uuid = collectionSchema.safeParse(entry).data?.info.uuid;
    return uuid === undefined ? [] : [uuid.toString('hex')];
  });
}
