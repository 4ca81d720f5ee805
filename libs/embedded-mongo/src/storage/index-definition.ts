import type { Document } from '../bson/document';

/** An index as `listIndexes` shows it, and what the planner must know of its entries. It is stored in this shape. */
export interface IndexDefinition {
  readonly id: number;
  readonly name: string;
  /** The key pattern, field by field in order. */
  readonly fields: readonly { readonly path: string; readonly descending: boolean }[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter?: Document;
  readonly collation?: { readonly locale: string; readonly strength: number };
  readonly expireAfterSeconds?: number;
  readonly hidden: boolean;
  /** Positions of fields that some document has, or had, an array on. Never shrinks. */
  readonly multikey: readonly number[];
  /** Whether some entry is, or was, too long and is cut: then the order of entries is not the order of values. */
  readonly cut: boolean;
}

export const ID_INDEX_NAME = '_id_';

/** The key pattern as it stands on the wire. */
export function keyPattern(definition: Pick<IndexDefinition, 'fields'>): Document {
  return Object.fromEntries(definition.fields.map(({ path, descending }) => [path, descending ? -1 : 1]));
}

/** The answer of `listIndexes` for one index. */
export function indexSpecification(definition: IndexDefinition): Document {
  const { name, unique, sparse, partialFilter, collation, expireAfterSeconds, hidden } = definition;
  return {
    v: 2,
    key: keyPattern(definition),
    name,
    ...(unique && name !== ID_INDEX_NAME && { unique }),
    ...(sparse && { sparse }),
    ...(partialFilter !== undefined && { partialFilterExpression: partialFilter }),
    ...(collation !== undefined && { collation }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    ...(hidden && { hidden }),
  };
}
