import { describe, expect, it } from '@jest/globals';
import { restaurantInputSchema } from '@foodie-express/contracts';
import seed from '../database/seed/restaurants.json' with { type: 'json' };
import { menuFaults, type MenuInput } from './menu-faults';

const sound: MenuInput = {
  currency: 'INR',
  items: [
    { item_name: 'Margherita Pizza', price: 180, option_groups: ['size', 'toppings'] },
    { item_name: 'Cola', price: 40 },
  ],
  option_groups: [
    { id: 'size', name: 'Size', min: 1, max: 1, default: 'medium', choices: [{ id: 'small', name: 'Small', price: -40 }, { id: 'medium', name: 'Medium' }] },
    { id: 'toppings', name: 'Toppings', max: 3, choices: [{ id: 'basil', name: 'Basil' }, { id: 'olives', name: 'Olives', price: 30 }] },
  ],
};

const [size, toppings] = sound.option_groups;
const pathsOf = (change: Partial<MenuInput>) => menuFaults({ ...sound, ...change }).map(({ path }) => path);
const withSize = (change: object) => pathsOf({ option_groups: [{ ...size, ...change }, toppings].map((group) => restaurantGroup(group)) });

function restaurantGroup(group: object | undefined) {
  const parsed = restaurantInputSchema.shape.option_groups.parse([group]);
  const [first] = parsed;
  if (first === undefined) throw new Error('no group');
  return first;
}

describe('menuFaults', () => {
  it('finds none in a sound menu, nor in the sample restaurants', () => {
    expect(menuFaults(sound)).toEqual([]);
    expect(seed.flatMap((restaurant) => menuFaults(restaurantInputSchema.parse(restaurant)))).toEqual([]);
  });

  it('names an item that repeats a name, without regard to case and blanks', () => {
    expect(pathsOf({ items: [...sound.items, { item_name: ' margherita  PIZZA', price: 1 }] })).toEqual(['items.2.item_name']);
  });

  it.each([['Straße', 'STRASSE'], ['Masala Dosa', 'Ma\u200bsala Dosa'], ['Cola', 'Cola\u00ad']])('names an item %s beside %s, which nobody tells apart', (one, other) => {
    expect(pathsOf({ items: [{ item_name: one, price: 1 }, { item_name: other, price: 1 }] })).toEqual(['items.1.item_name']);
  });

  it('names an item that repeats an id', () => {
    const items = [{ item_name: 'Tea', price: 1 }, { item_name: 'Cola', price: 1, id: 'cola' }, { item_name: 'Cola Zero', price: 1, id: 'cola' }];
    expect(pathsOf({ items })).toEqual(['items.2.id']);
  });

  it('names a group that is missing, one that is named twice, and two groups of one id', () => {
    expect(pathsOf({ items: [{ item_name: 'Pizza', price: 100, option_groups: ['size', 'sauces', 'size'] }] })).toEqual(['items.0.option_groups.2', 'items.0.option_groups.1']);
    expect(pathsOf({ option_groups: [...sound.option_groups, restaurantGroup(size)] })).toContain('option_groups.2.id');
  });

  it('names two groups of one name, where one item has both', () => {
    const option_groups = [size, { ...toppings, name: ' SIZE' }].map((group) => restaurantGroup(group));
    expect(pathsOf({ option_groups })).toEqual(['items.0.option_groups.1']);
    const items = ['size', 'toppings'].map((id) => ({ item_name: `With ${id}`, price: 100, option_groups: [id] }));
    expect(pathsOf({ option_groups, items })).toEqual([]);
  });

  it('names defaults that are no choice, too many or too few', () => {
    expect(withSize({ default: 'huge' })).toEqual(['option_groups.0.default']);
    expect(withSize({ default: ['small', 'medium'] })).toEqual(['option_groups.0.default']);
    expect(withSize({ min: 2, max: 2, default: ['small'] })).toEqual(['option_groups.0.default']);
    expect(withSize({ max: 2, default: ['small', 'huge'] })).toEqual(['option_groups.0.default.1']);
  });

  it('names bounds that no order can meet', () => {
    expect(withSize({ min: 2, default: undefined })).toEqual(['option_groups.0.min']);
    expect(withSize({ min: 3, max: 3, default: undefined })).toEqual(['option_groups.0.min']);
  });

  it('names choices that repeat an id or a name, and aliases of choices that do not exist', () => {
    expect(withSize({ choices: [...(size?.choices ?? []), { id: 'small', name: 'SMALL' }] })).toEqual(['option_groups.0.choices.2.id', 'option_groups.0.choices.2.name']);
    expect(withSize({ ambiguous_aliases: [{ alias: 'normal', choice_ids: ['medium', 'regular'] }] })).toEqual(['option_groups.0.ambiguous_aliases.0.choice_ids.1']);
  });

  it('names an item that its options could make cheaper than nothing', () => {
    expect(pathsOf({ items: [{ item_name: 'Slice', price: 39, option_groups: ['size'] }] })).toEqual(['items.0.price']);
    expect(pathsOf({ items: [{ item_name: 'Slice', price: 40, option_groups: ['size'] }] })).toEqual([]);
  });

  it('names prices finer than the currency', () => {
    expect(pathsOf({ items: [{ item_name: 'Tea', price: 10.005 }], minimum_order: 0.001 })).toEqual(['items.0.price', 'minimum_order']);
    expect(pathsOf({ currency: 'JPY', items: [{ item_name: 'Tea', price: 10.5 }] })).toContain('items.0.price');
  });
});
