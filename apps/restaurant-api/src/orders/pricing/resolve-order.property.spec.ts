import { describe, expect, it } from '@jest/globals';
import { type OrderItem, type OrderOption, restaurantInputSchema } from '@foodie-express/contracts';
import { type PricedOrder, restaurantFromInput } from '@foodie-express/restaurant-data';
import fc from 'fast-check';
import { resolveOrder } from './resolve-order';

/** A choice as drawn: its price in minor units, and how many portions an order takes of it; 0 leaves it out. */
interface DrawnChoice {
  readonly price: number;
  readonly count: number;
  readonly isNegated: boolean;
}

interface DrawnGroup {
  readonly choices: readonly DrawnChoice[];
  readonly hasDefault: boolean;
}

interface DrawnLine {
  readonly item: number;
  readonly quantity: number;
}

const choice = fc.record({ price: fc.integer({ min: -500, max: 5_000 }), count: fc.integer({ min: 0, max: 3 }), isNegated: fc.boolean() });
const group = fc.record({ choices: fc.array(choice, { minLength: 1, maxLength: 5 }), hasDefault: fc.boolean() });
const menus = fc.record({
  groups: fc.array(group, { maxLength: 4 }),
  /** Above what all discounts together take off, so that no unit price is cut at zero. */
  prices: fc.array(fc.integer({ min: 30_000, max: 900_000 }), { minLength: 1, maxLength: 6 }),
  lines: fc.array(fc.record({ item: fc.nat({ max: 5 }), quantity: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 10 }),
  tax: fc.option(fc.record({ name: fc.constant('Tax'), rate: fc.integer({ min: 0, max: 3_000 }).map((parts) => parts / 10_000), included_in_prices: fc.boolean() }), { nil: undefined }),
});

const groupId = (index: number) => `group_${index}`;
const choiceId = (index: number) => `choice_${index}`;

/** A restaurant whose every item has every group; each group takes exactly what the order means to choose, or more. */
function restaurantOf(groups: readonly DrawnGroup[], prices: readonly number[], tax: unknown) {
  const option_groups = groups.map(({ choices, hasDefault }, index) => ({
    id: groupId(index),
    name: `Group ${index}`,
    ...(hasDefault && { default: choiceId(0) }),
    countable: true,
    negatable: true,
    choices: choices.map(({ price }, position) => ({ id: choiceId(position), name: `Choice ${position}`, price: price / 100 })),
  }));
  const items = prices.map((price, index) => ({ item_name: `Item ${index}`, price: price / 100, option_groups: option_groups.map(({ id }) => id) }));
  return restaurantFromInput(restaurantInputSchema.parse({ name: 'Any', area: 'Anywhere', cuisine: 'Any', option_groups, items, tax }));
}

function optionsOf(groups: readonly DrawnGroup[]): OrderOption[] {
  return groups.flatMap(({ choices }, index) =>
    choices.flatMap(({ count, isNegated }, position): OrderOption[] => {
      const chosen = { group_id: groupId(index), choice_id: choiceId(position) };
      if (count === 0) return isNegated ? [{ ...chosen, negated: true }] : [];
      return [{ ...chosen, count }];
    }),
  );
}

/** What the options of one unit come to, worked out from the draw alone: what is chosen, or where nothing is the default unless it is negated. */
function additionOf({ choices, hasDefault }: DrawnGroup): number {
  if (choices.some(({ count }) => count > 0)) return choices.reduce((sum, { price, count }) => sum + price * count, 0);
  const [first] = choices;
  return first !== undefined && hasDefault && !first.isNegated ? first.price : 0;
}

function ordered(lines: readonly DrawnLine[], prices: readonly number[], options: readonly OrderOption[]): OrderItem[] {
  return lines.map(({ item, quantity }) => ({ item_name: `Item ${item % prices.length}`, quantity, options: [...options] }));
}

function priced(resolved: ReturnType<typeof resolveOrder>): PricedOrder {
  if (resolved.outcome !== 'priced') throw new Error(JSON.stringify(resolved));
  return resolved.order;
}

describe('whatever the menu and whatever is chosen', () => {
  it('an order comes to the sum of its parts', () => {
    fc.assert(
      fc.property(menus, ({ groups, prices, lines, tax }) => {
        const order = priced(resolveOrder(restaurantOf(groups, prices, tax), ordered(lines, prices, optionsOf(groups))));
        const addition = groups.reduce((sum, drawn) => sum + additionOf(drawn), 0);
        const expected = lines.map(({ item, quantity }) => ((prices[item % prices.length] ?? 0) + addition) * quantity);
        expect(order.lines.map(({ lineTotal }) => lineTotal)).toEqual(expected);
        expect(order.subtotal).toBe(expected.reduce((sum, total) => sum + total, 0));
        expect(order.total).toBe(order.subtotal + (order.tax === null || order.tax.includedInPrices ? 0 : order.tax.amount));
      }),
    );
  });

  it('neither the order of lines nor that of options changes an amount', () => {
    fc.assert(
      fc.property(menus, ({ groups, prices, lines, tax }) => {
        const restaurant = restaurantOf(groups, prices, tax);
        const { subtotal, tax: amount, total } = priced(resolveOrder(restaurant, ordered(lines, prices, optionsOf(groups))));
        const turned = ordered(lines.toReversed(), prices, optionsOf(groups).toReversed());
        expect(priced(resolveOrder(restaurant, turned))).toMatchObject({ subtotal, tax: amount, total });
      }),
    );
  });

  it('each price that is told is one that the next order is taken at', () => {
    fc.assert(
      fc.property(menus, ({ groups, prices, lines, tax }) => {
        const restaurant = restaurantOf(groups, prices, tax);
        const items = ordered(lines, prices, optionsOf(groups));
        const { lines: told, total } = priced(resolveOrder(restaurant, items));
        const again = items.map((item, index) => ({ ...item, price: (told[index]?.unitPrice ?? 0) / 100 }));
        expect(priced(resolveOrder(restaurant, again)).total).toBe(total);
      }),
    );
  });
});
