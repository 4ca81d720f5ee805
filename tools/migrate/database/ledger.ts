import type { CollectionName } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';
import { spokenId } from '../legacy/values';

/** What was taken over of what people may remove since, so that it does not come back: `{_id: "reviews:<id>"}`. */
export const LEDGER = 'migration_ledger';

/** A document that notes something about another one. */
export interface Note {
  readonly _id: string;
}

export function noteId(name: CollectionName, id: unknown): string {
  return `${name}:${spokenId(id)}`;
}

/** Whether a document came from the Python service. Only what people may remove is noted. */
export async function isTakenOver(database: Db, name: 'restaurants' | 'reviews', _id: ObjectId): Promise<boolean> {
  return (await database.collection<Note>(LEDGER).findOne({ _id: noteId(name, _id) })) !== null;
}
