import { type FieldError, formatMoney, type OrderItem, toDecimal } from '@foodie-express/contracts';
import type { PricedOrder } from '@foodie-express/restaurant-data';
import type { RestaurantRecord } from '../../restaurants/restaurant.schema';
import { chooseOptions } from './choose-options';
import { findItem } from './find-item';
import { priceLine, priceOrder, type UnpricedLine } from './price-order';

/** What of a restaurant an order is made from. */
export type OrderableMenu = Pick<RestaurantRecord, 'name' | 'currency' | 'tax' | 'items' | 'optionGroups' | 'minimumOrder'>;

/** An order with its prices, or everything that keeps it from being one. */
export type ResolvedOrder =
  | { readonly outcome: 'priced'; readonly order: PricedOrder }
  /** The request does not fit the menu. */
  | { readonly outcome: 'invalid'; readonly errors: FieldError[] }
  /** The request fits the menu, but not what is there today, or the prices the client believes in. */
  | { readonly outcome: 'conflict'; readonly detail: string; readonly errors: FieldError[] };

/** The one way from a request to prices: quotes and orders both take it. */
export function resolveOrder(menu: OrderableMenu, asked: readonly OrderItem[]): ResolvedOrder {
  const resolved = asked.map((line, index) => resolveLine(menu, line, `items.${index}`));
  const invalid = resolved.flatMap(({ errors }) => errors);
  if (invalid.length > 0) return { outcome: 'invalid', errors: invalid };
  const conflicts = resolved.flatMap(({ conflicts: ofLine }) => ofLine);
  const [first] = conflicts;
  if (first !== undefined) return { outcome: 'conflict', detail: first.detail, errors: conflicts.map(({ error }) => error) };
  const order = priceOrder(resolved.flatMap(({ line }) => line ?? []), menu);
  const tooSmall = belowMinimum(menu, order);
  return tooSmall === undefined ? { outcome: 'priced', order } : { outcome: 'invalid', errors: [tooSmall] };
}

interface Conflict {
  readonly detail: string;
  readonly error: FieldError;
}

interface ResolvedLine {
  readonly line?: UnpricedLine;
  readonly errors: FieldError[];
  readonly conflicts: Conflict[];
}

function resolveLine(menu: OrderableMenu, asked: OrderItem, path: string): ResolvedLine {
  const item = findItem(menu.items, asked.item_name);
  if (item === undefined) {
    return { errors: [{ path: `${path}.item_name`, message: `should be an item of ${menu.name}'s menu, got "${asked.item_name}"` }], conflicts: [] };
  }
  const { options, errors, soldOut } = chooseOptions(item, menu.optionGroups, asked.options ?? [], path);
  const line = {
    itemId: item.id,
    itemName: item.name,
    quantity: asked.quantity,
    basePrice: item.price,
    options,
    ...(asked.notes !== undefined && asked.notes !== '' && { notes: asked.notes }),
  };
  const missing = item.available ? soldOut : [item.name];
  return { line, errors, conflicts: [...missing.map((name) => soldOutConflict(name, path)), ...priceConflicts(line, asked.price, menu.currency, path)] };
}

function soldOutConflict(name: string, path: string): Conflict {
  return { detail: `${name} is sold out at the moment`, error: { path, message: `${name} is sold out at the moment` } };
}

/** A client may believe in the menu's price of the item, or in the price with the options it chose. */
function priceConflicts(line: UnpricedLine, believed: number | undefined, currency: string, path: string): Conflict[] {
  const { unitPrice, basePrice, itemName } = priceLine(line);
  if (believed === undefined || believed === toDecimal(unitPrice, currency) || believed === toDecimal(basePrice, currency)) return [];
  return [
    {
      detail: `The price of ${itemName} is ${formatMoney(unitPrice, currency)}, not ${believed}`,
      error: { path: `${path}.price`, message: `should be ${toDecimal(unitPrice, currency)}, got ${believed}` },
    },
  ];
}

function belowMinimum({ name, minimumOrder = 0 }: OrderableMenu, { subtotal, currency }: PricedOrder): FieldError | undefined {
  if (subtotal >= minimumOrder) return undefined;
  const message = `should come to at least ${formatMoney(minimumOrder, currency)}, the minimum order of ${name}; it is ${formatMoney(subtotal, currency)}`;
  return { path: 'items', message };
}
