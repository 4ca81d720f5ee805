import { describe, expect, it } from '@jest/globals';
import type { Menu as ServedMenu } from '@foodie-express/contracts';
import { parseOrder } from '../parse-order';
import { compileMenu } from './compile-menu';
import { menuSchema, type Menu } from './menu-schema';

const served: ServedMenu = {
  restaurant: 'Blue Door Bakery',
  currency: 'EUR',
  categories: [{ id: 'breads', names: ['bread', 'loaf'] }],
  items: [
    { id: 'rye', name: 'Dark Rye (500 g)', category: 'breads', price: 4.5, option_groups: ['cut'] },
    { id: 'spelt', name: 'Spelt and Honey Bread', category: 'breads', price: 5, option_groups: ['cut', 'seeds'] },
    { id: 'tea', name: 'Mint Tea', category: 'drinks', price: 2 },
  ],
  option_groups: [
    { id: 'cut', name: 'Cut', max: 1, default: 'whole', choices: [{ id: 'whole', name: 'Whole' }, { id: 'sliced', name: 'Sliced', price: 0.2 }] },
    { id: 'seeds', name: 'Seeds', qualifiable: true, negatable: true, choices: [{ id: 'poppy', name: 'Poppy seeds' }, { id: 'sesame', name: 'Sesame seeds' }] },
  ],
};

describe('a menu as the restaurant API serves it', () => {
  const menu = compileMenu(served);
  const said = (text: string): unknown => parseOrder(menu, text).items.map((item) => [item.quantity, item.itemId ?? item.candidates, item.options.map((option) => option.choiceId ?? option.candidates)]);

  it.each([
    ['a dark rye, sliced', [[1, 'rye', ['sliced']]]],
    ['two spelt honey breads', [[2, 'spelt', []]]],
    ['spelt bread with poppy and a mint tea', [[1, 'spelt', ['poppy']], [1, 'tea', []]]],
    ['a loaf', [[1, ['rye', 'spelt'], []]]],
    ['a sliced loaf with sesame seeds', [[1, 'spelt', ['sliced', 'sesame']]]],
    ['honey bread with seeds', [[1, 'spelt', [['poppy', 'sesame']]]]],
    ['a rye from the blue door bakery', [[1, 'rye', []]]],
    ['a darkrye and a mintt tea', [[1, 'rye', []], [1, 'tea', []]]],
    ['whole rye, no, sliced', [[1, 'rye', ['sliced']]]],
  ])('%s', (text, meaning) => {
    expect(said(text)).toEqual(meaning);
  });

  it('takes one choice of a group that says so, or that is neither qualifiable, negatable nor countable', () => {
    const groups = compileMenu({
      items: [{ id: 'a', name: 'a' }],
      option_groups: [
        { id: 'one', name: 'one', max: 1, qualifiable: true, choices: [] },
        { id: 'plain', name: 'plain', choices: [] },
        { id: 'two', name: 'two', max: 2, choices: [] },
        { id: 'open', name: 'open', negatable: true, choices: [] },
      ],
    }).groups;
    expect(groups.map((group) => group.exclusive)).toEqual([true, true, false, false]);
  });
});

describe('words that are not on the menu', () => {
  const menu = compileMenu(served);

  it('come with the entries that are nearest', () => {
    const text = 'a rye and a pumpkin bread';
    const { items, unknown } = parseOrder(menu, text);
    expect(items[0]).toMatchObject({ itemId: 'rye' });
    expect(unknown).toMatchObject([{ text: 'pumpkin' }]);
    expect(unknown.map(({ span }) => text.slice(span.start, span.end))).toEqual(['pumpkin']);
  });

  it('name the place of everything that was understood', () => {
    const text = 'Two SLICED spelt breads, please: extra poppy!';
    const [item] = parseOrder(menu, text).items;
    expect(item && text.slice(item.span.start, item.span.end)).toBe('Two SLICED spelt breads, please: extra poppy');
    expect(item?.options.map(({ span }) => text.slice(span.start, span.end))).toEqual(['SLICED', 'poppy']);
  });

  it('of an item that is not there keep their options to themselves', () => {
    expect(parseOrder(menu, 'a baguette with sesame seeds and a spelt bread').items).toMatchObject([{ itemId: 'spelt', options: [] }]);
  });
});

describe('the menu format', () => {
  const base: Menu = { items: [{ id: 'a', name: 'A' }] };

  it('asks for items alone', () => {
    expect(menuSchema.safeParse(base).success).toBe(true);
    expect(menuSchema.safeParse({ items: [] }).success).toBe(false);
  });

  it.each([
    [{ ...base, option_groups: [{ id: 'g', name: 'g', choices: [{ id: 'c', name: 'c' }, { id: 'c', name: 'd' }] }] }, 'option_groups.0.choices.1.id'],
    [{ ...base, option_groups: [{ id: 'g', name: 'g', choices: [], ambiguous_aliases: [{ alias: 'x', choice_ids: ['y'] }] }] }, 'option_groups.0.ambiguous_aliases.0.choice_ids'],
    [{ items: [{ id: 'a', name: ' ' }] }, 'items.0.name'],
  ])('says where a menu is wrong', (menu, path) => {
    expect(menuSchema.safeParse(menu).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
