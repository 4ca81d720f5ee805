import type { ParsedItem } from '@foodie-express/order-language';
import type { ReadableMenu } from '../catalogue/catalogue';

/** The name of an item of a menu; its ID where the menu has it no longer. */
export function nameOf({ menu }: ReadableMenu, id: string): string {
  return menu.items.find((item) => item.id === id)?.name ?? id;
}

/** The names and other names of all items that the words may mean. */
export function namesOf({ menu }: ReadableMenu, { itemId, candidates = [] }: ParsedItem): string[] {
  const ids = itemId === undefined ? candidates : [itemId];
  return menu.items.flatMap(({ id, name, aliases = [] }) => (ids.includes(id) ? [name, ...aliases] : []));
}
