import { describe, expect, it } from '@jest/globals';
import { type OrderItem, restaurantInputSchema } from '@foodie-express/contracts';
import { restaurantFromInput } from '@foodie-express/restaurant-data';
import { resolveOrder } from './resolve-order';

const input = restaurantInputSchema.parse({
  name: 'Manek Chowk Pizza',
  area: 'Ahmedabad',
  cuisine: 'Italian',
  tax: { name: 'GST', rate: 0.05, included_in_prices: false },
  option_groups: [
    {
      id: 'size',
      name: 'Size',
      min: 1,
      max: 1,
      default: 'medium',
      choices: [{ id: 'small', name: 'Small', price: -40 }, { id: 'medium', name: 'Medium' }, { id: 'large', name: 'Large', price: 120 }],
    },
    {
      id: 'toppings',
      name: 'Toppings',
      max: 3,
      default: ['onion', 'basil'],
      qualifiable: true,
      negatable: true,
      choices: [
        { id: 'onion', name: 'Onion', price: 20 },
        { id: 'basil', name: 'Basil' },
        { id: 'paneer', name: 'Paneer', price: 50, countable: true },
        { id: 'olives', name: 'Olives', price: 30, available: false },
      ],
    },
    { id: 'crust', name: 'Crust', min: 1, choices: [{ id: 'thin', name: 'Thin' }, { id: 'thick', name: 'Thick', price: 25 }] },
  ],
  items: [
    { item_name: 'Margherita Pizza', price: 180, option_groups: ['size', 'toppings'] },
    { item_name: 'Calzone', price: 200, option_groups: ['crust'] },
    { item_name: 'Cola', price: 40 },
    { item_name: 'Tiramisu', price: 150, available: false },
  ],
});
const menu = restaurantFromInput(input);

type Option = NonNullable<OrderItem['options']>[number];
const pizza = (...options: Option[]) => resolveOrder(menu, [{ item_name: 'Margherita Pizza', quantity: 1, options }]);
const topping = (choice_id: string, how: Partial<Option> = {}): Option => ({ group_id: 'toppings', choice_id, ...how });
const priced = (resolved: ReturnType<typeof resolveOrder>) => {
  if (resolved.outcome !== 'priced') throw new Error(JSON.stringify(resolved));
  return resolved.order;
};
const optionsOf = (resolved: ReturnType<typeof resolveOrder>) => priced(resolved).lines[0]?.options.map(({ choiceId, price }) => [choiceId, price]);
const errorsOf = (resolved: ReturnType<typeof resolveOrder>) => (resolved.outcome === 'priced' ? [] : resolved.errors.map(({ path }) => path));

describe('resolveOrder', () => {
  it('prices lines, options, quantity and tax', () => {
    const order = priced(
      resolveOrder(menu, [
        { item_name: 'margherita pizza', quantity: 2, options: [{ group_id: 'size', choice_id: 'large' }, topping('paneer', { count: 2 })] },
        { item_name: 'Cola', quantity: 1, notes: 'cold' },
      ]),
    );
    expect(order.lines.map(({ unitPrice, lineTotal }) => [unitPrice, lineTotal])).toEqual([[40_000, 80_000], [4_000, 4_000]]);
    expect(order).toMatchObject({ subtotal: 84_000, tax: { name: 'GST', amount: 4_200 }, total: 88_200 });
    expect(order.lines[1]).toMatchObject({ itemId: 'cola', notes: 'cold', options: [] });
  });

  describe('options', () => {
    it('takes the defaults of groups where nothing is said', () => {
      expect(optionsOf(pizza())).toEqual([['medium', 0], ['onion', 2_000], ['basil', 0]]);
    });

    it('takes exactly what is chosen where something is', () => {
      expect(optionsOf(pizza(topping('paneer')))).toEqual([['medium', 0], ['paneer', 5_000]]);
    });

    it('takes the defaults less what is negated, and keeps the wish for the kitchen at no price', () => {
      expect(optionsOf(pizza(topping('onion', { negated: true })))).toEqual([['medium', 0], ['onion', 0], ['basil', 0]]);
      expect(optionsOf(pizza(topping('paneer', { negated: true })))).toEqual([['medium', 0], ['onion', 2_000], ['basil', 0], ['paneer', 0]]);
    });

    it('charges light and extra as plain, and counts by their number', () => {
      expect(optionsOf(pizza(topping('onion', { qualifier: 'extra' })))).toEqual([['medium', 0], ['onion', 2_000]]);
      expect(optionsOf(pizza(topping('paneer', { count: 3 })))).toEqual([['medium', 0], ['paneer', 15_000]]);
    });

    it('says which choices there are where one must be made', () => {
      const resolved = resolveOrder(menu, [{ item_name: 'Calzone', quantity: 1 }]);
      expect(resolved).toMatchObject({ outcome: 'invalid', errors: [{ path: 'items.0.options', message: 'should choose at least 1 of Crust (crust): thin, thick' }] });
    });

    it.each([
      ['an unknown group', { group_id: 'sauces', choice_id: 'onion' }, 'items.0.options.0.group_id'],
      ['a group of another item', { group_id: 'crust', choice_id: 'thin' }, 'items.0.options.0.group_id'],
      ['an unknown choice', topping('anchovies'), 'items.0.options.0.choice_id'],
      ['a qualifier where there is none', { group_id: 'size', choice_id: 'large', qualifier: 'extra' as const }, 'items.0.options.0.qualifier'],
      ['a negation where there is none', { group_id: 'size', choice_id: 'large', negated: true }, 'items.0.options.0.negated'],
      ['a count of what is not counted', topping('basil', { count: 2 }), 'items.0.options.0.count'],
      ['a negation with a count', topping('paneer', { count: 2, negated: true }), 'items.0.options.0.negated'],
    ])('refuses %s', (_name, option, path) => {
      expect(errorsOf(pizza(option))).toEqual([path]);
    });

    it('refuses a repeated choice, and more than the group takes', () => {
      expect(errorsOf(pizza(topping('basil'), topping('basil')))).toEqual(['items.0.options.1']);
      expect(errorsOf(pizza(topping('basil'), topping('paneer', { count: 3 })))).toEqual(['items.0.options']);
      expect(errorsOf(pizza({ group_id: 'size', choice_id: 'small' }, { group_id: 'size', choice_id: 'large' }))).toEqual(['items.0.options']);
    });
  });

  it('names each item that is not on the menu', () => {
    const resolved = resolveOrder(menu, [{ item_name: 'Sushi', quantity: 1 }, { item_name: 'Cola', quantity: 1 }, { item_name: 'Ramen', quantity: 1 }]);
    expect(resolved.outcome).toBe('invalid');
    expect(errorsOf(resolved)).toEqual(['items.0.item_name', 'items.2.item_name']);
  });

  it('refuses what is sold out, item or choice', () => {
    expect(resolveOrder(menu, [{ item_name: 'Tiramisu', quantity: 1 }])).toMatchObject({ outcome: 'conflict', detail: 'Tiramisu is sold out at the moment' });
    expect(pizza(topping('olives'))).toMatchObject({ outcome: 'conflict', detail: 'Olives is sold out at the moment' });
    expect(pizza(topping('olives', { negated: true })).outcome).toBe('priced');
  });

  it('refuses a price that is not the menu price, and says the right one', () => {
    const withPrice = (price: number) => resolveOrder(menu, [{ item_name: 'Cola', quantity: 3, price }]);
    expect(withPrice(40).outcome).toBe('priced');
    expect(withPrice(39.99)).toMatchObject({
      outcome: 'conflict',
      detail: 'The price of Cola is ₹40, not 39.99',
      errors: [{ path: 'items.0.price', message: 'should be 40, got 39.99' }],
    });
    expect(withPrice(40.001).outcome).toBe('conflict');
    const large = { item_name: 'Margherita Pizza', quantity: 1, options: [{ group_id: 'size', choice_id: 'large' }] };
    expect(resolveOrder(menu, [{ ...large, price: 180 }]).outcome).toBe('priced');
    expect(resolveOrder(menu, [{ ...large, price: 320 }]).outcome).toBe('priced');
    expect(resolveOrder(menu, [{ ...large, price: 300 }]).outcome).toBe('conflict');
  });

  it('refuses an order below the minimum and says what it is', () => {
    const resolved = resolveOrder({ ...menu, minimumOrder: 5_000 }, [{ item_name: 'Cola', quantity: 1 }]);
    expect(resolved).toMatchObject({
      outcome: 'invalid',
      errors: [{ path: 'items', message: 'should come to at least ₹50, the minimum order of Manek Chowk Pizza; it is ₹40' }],
    });
  });
});
