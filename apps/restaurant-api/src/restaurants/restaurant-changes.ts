import { isDeepStrictEqual } from 'node:util';
import type { RestaurantInput } from '@foodie-express/contracts';

export interface Changes {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** The fields in which two versions of a restaurant differ; of items and option groups only those that do, or all where their order alone does. */
export function changesBetween(before: RestaurantInput, after: RestaurantInput): Changes {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: Changes = { before: {}, after: {} };
  for (const field of fields) {
    const old: unknown = Reflect.get(before, field);
    const young: unknown = Reflect.get(after, field);
    if (isDeepStrictEqual(old, young)) continue;
    [changes.before[field], changes.after[field]] = Array.isArray(old) && Array.isArray(young) ? listChanges(old, young) : [old, young];
  }
  return changes;
}

function listChanges(before: readonly unknown[], after: readonly unknown[]): [before: readonly unknown[], after: readonly unknown[]] {
  const gone = without(before, after);
  const come = without(after, before);
  return gone.length + come.length === 0 ? [before, after] : [gone, come];
}

/** The entries of a list that the other one lacks. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  return list.filter((entry) => !other.some((same) => isDeepStrictEqual(entry, same)));
}
