import { z } from 'zod';
import type { Document } from '../bson/document';
import type { IndexDefinition } from './index-definition';

/** What the catalog stores of a collection. */
export interface CollectionDefinition {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  /** Identifies the collection in `listCollections`. */
  readonly uuid: string;
  readonly indexes: readonly IndexDefinition[];
}

const indexSchema = z.object({
  id: z.number(),
  name: z.string(),
  fields: z.array(z.object({ path: z.string(), descending: z.boolean() })),
  unique: z.boolean(),
  sparse: z.boolean(),
  partialFilter: z.record(z.string(), z.unknown()).exactOptional(),
  collation: z.object({ locale: z.string(), strength: z.number() }).exactOptional(),
  expireAfterSeconds: z.number().exactOptional(),
  hidden: z.boolean(),
  multikey: z.array(z.number()),
  cut: z.boolean(),
});

const definitionSchema = z.object({ id: z.number(), database: z.string(), name: z.string(), uuid: z.string(), indexes: z.array(indexSchema) });

/** Reads what the catalog wrote. @throws {z.ZodError} where the data folder holds something else */
export function parseDefinition(stored: Document): CollectionDefinition {
  return definitionSchema.parse(stored);
}
