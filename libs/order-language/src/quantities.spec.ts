import { describe, expect, it } from '@jest/globals';
import { compileMenu } from './menu/compile-menu';
import { parseOrder } from './parse-order';

const menu = compileMenu({
  items: [
    { id: 'bun', name: 'Bun', option_groups: ['fillings'] },
    { id: 'tea', name: 'Tea', option_groups: ['fillings'] },
    { id: 'nuggets', name: 'Nuggets (6)' },
    { id: 'juice', name: 'Juice 1.5 litre' },
  ],
  option_groups: [{ id: 'fillings', name: 'Fillings', negatable: true, choices: [{ id: 'jam', name: 'Jam' }, { id: 'sugar', name: 'Sugar', countable: true }] }],
});

const said = (text: string): unknown => parseOrder(menu, text).items.map(({ quantity, itemId }) => [quantity, itemId]);

describe('a quantity', () => {
  it.each([
    ['two hundred buns', 200],
    ['a hundred buns', 100],
    ['one hundred and fifty buns', 150],
    ['three hundred five buns', 305],
    ['a thousand buns', 1_000],
    ['1,200 buns', 1_200],
    ['twenty five buns', 25],
    ['a dozen buns', 12],
    ['half a dozen buns', 6],
    ['a dozen and a half buns', 18],
    ['one and a half dozen buns', 18],
    ['3 no.s buns', 3],
    ['3 nos buns', 3],
    ['buns 3 nos.', 3],
    ['2 pcs buns', 2],
    ['qty 2 buns', 2],
    ['buns qty: 2', 2],
    ['buns, quantity 2', 2],
    ['buns (3)', 3],
    ['buns [3]', 3],
    ['buns (x3)', 3],
    ['(3) buns', 3],
    ['3x buns', 3],
    ['buns x3', 3],
    ['buns × 3', 3],
    ['3*buns', 3],
    ['- 2 buns', 2],
  ])('is what "%s" says', (text, quantity) => {
    expect(said(text)).toEqual([[quantity, 'bun']]);
  });

  it.each([
    ['0 buns', 0],
    ['zero buns', 0],
    ['-2 buns', -2],
    ['minus two buns', -2],
    ['i want negative 3 buns', -3],
    ['1.5 buns', 1.5],
    ['two and a half buns', 2.5],
    ['1 1/2 buns', 1.5],
    ['½ buns', 0.5],
    ['12345 buns', 12_345],
  ])('that nobody can have reaches the caller as it was said: "%s"', (text, quantity) => {
    expect(said(text)).toEqual([[quantity, 'bun']]);
  });

  it.each([
    ['call me on 9876543210, a bun please', [[1, 'bun']]],
    ['nuggets (6)', [[1, 'nuggets']]],
    ['two nuggets (6)', [[2, 'nuggets']]],
    ['a 1.5 litre juice', [[1, 'juice']]],
    ['2-3 buns', [[3, 'bun']]],
  ])('is no other number: "%s"', (text, items) => {
    expect(said(text)).toEqual(items);
  });

  it.each([
    ['bun and tea, 2 each', [[2, 'bun'], [2, 'tea']]],
    ['two each of bun and tea', [[2, 'bun'], [2, 'tea']]],
    ['3 each: bun, tea', [[3, 'bun'], [3, 'tea']]],
    ['one of each of the bun and the tea', [[1, 'bun'], [1, 'tea']]],
    ['bun 2 tea 3', [[2, 'bun'], [3, 'tea']]],
    ['bun 2, tea 3', [[2, 'bun'], [3, 'tea']]],
    ['bun (2) tea (3)', [[2, 'bun'], [3, 'tea']]],
    ['bun, two tea', [[1, 'bun'], [2, 'tea']]],
  ])('may be said of each: "%s"', (text, items) => {
    expect(said(text)).toEqual(items);
  });

  it('of a choice is whole and more than none', () => {
    const options = (text: string): unknown => parseOrder(menu, text).items.map((item) => item.options.map(({ choiceId, count, negated }) => [choiceId, count, negated]));
    expect(options('a tea with 2 sugars')).toEqual([[['sugar', 2, undefined]]]);
    expect(options('a tea with zero sugar')).toEqual([[['sugar', undefined, true]]]);
    expect(options('a tea with 1.5 sugars')).toEqual([[['sugar', undefined, undefined]]]);
  });
});

describe('numbers that happen to add up', () => {
  const snacks = compileMenu({
    items: [{ id: 'pani_puri', name: 'Pani Puri' }, { id: 'bhel_puri', name: 'Bhel Puri' }, { id: 'sev_puri', name: 'Sev Puri' }],
    option_groups: [],
  });

  it.each(['3 pani puri, 2 bhel puri and 1 sev puri', '3 pani puri 2 bhel puri 1 sev puri'])('are of dishes with names of their own, and no parts of the first: %s', (text) => {
    expect(parseOrder(snacks, text).items.map(({ quantity, itemId }) => [quantity, itemId])).toEqual([[3, 'pani_puri'], [2, 'bhel_puri'], [1, 'sev_puri']]);
  });
});
