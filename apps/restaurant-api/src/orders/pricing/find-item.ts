import { nameKey, type StoredItem } from '@foodie-express/restaurant-data';

/** A menu in memory is ordered from many times: its names are prepared once. */
const prepared = new WeakMap<readonly StoredItem[], ReadonlyMap<string, StoredItem>>();

/** By name without regard to case, or by id. */
export function findItem(items: readonly StoredItem[], nameOrId: string): StoredItem | undefined {
  return byName(items).get(nameKey(nameOrId)) ?? items.find(({ id }) => id === nameOrId);
}

function byName(items: readonly StoredItem[]): ReadonlyMap<string, StoredItem> {
  const known = prepared.get(items);
  if (known !== undefined) return known;
  const made = new Map(items.map((item) => [nameKey(item.name), item]));
  prepared.set(items, made);
  return made;
}
