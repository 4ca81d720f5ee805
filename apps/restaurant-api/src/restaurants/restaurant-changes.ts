import { isDeepStrictEqual } from 'node:util';
import type { RestaurantInput } from '@foodie-express/contracts';

export interface Changes {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** The fields in which two versions of a restaurant differ; of items and option groups only those that do. */
export function changesBetween(before: RestaurantInput, after: RestaurantInput): Changes {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: Changes = { before: {}, after: {} };
  for (const field of fields) {
    const old: unknown = Reflect.get(before, field);
    const young: unknown = Reflect.get(after, field);
    if (isDeepStrictEqual(old, young)) continue;
    changes.before[field] = Array.isArray(old) ? without(old, young) : old;
    changes.after[field] = Array.isArray(young) ? without(young, old) : young;
  }
  return changes;
}

/** The entries of a list that the other one lacks. */
function without(list: readonly unknown[], other: unknown): unknown[] {
  return Array.isArray(other) ? list.filter((entry) => !other.some((same) => isDeepStrictEqual(entry, same))) : [...list];
}
