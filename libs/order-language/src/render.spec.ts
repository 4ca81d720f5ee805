import { expect, it } from '@jest/globals';
import { compileMenu } from './menu/compile-menu';
import { renderOrder } from './render';

const menu = compileMenu({
  items: [{ id: 'tea', name: 'Tea', option_groups: ['extras'] }, { id: 'bun', name: 'Bun' }],
  option_groups: [{ id: 'extras', name: 'Extras', negatable: true, qualifiable: true, countable: true, choices: ['Milk', 'Sugar', 'Lemon'].map((name) => ({ id: name.toLowerCase(), name })) }],
});
const option = (choiceId: string, more = {}): { groupId: string; choiceId: string } => ({ groupId: 'extras', choiceId, ...more });

it.each([
  [[], ''],
  [[{ itemId: 'bun', quantity: 2, options: [] }], '2 x Bun'],
  [[{ itemId: 'tea', quantity: 1, options: [option('milk', { qualifier: 'extra' }), option('sugar', { count: 2 })] }], '1 x Tea with extra Milk and 2 Sugar'],
  [[{ itemId: 'tea', quantity: 1, options: [option('lemon'), option('milk', { negated: true }), option('sugar', { negated: true })] }], '1 x Tea with Lemon without Milk or Sugar'],
  [[{ candidates: ['tea', 'bun'], quantity: 1, options: [{ groupId: 'extras', candidates: ['milk', 'lemon'] }] }, { itemId: 'bun', quantity: 1, options: [] }], '1 x Tea or Bun with Milk or Lemon, and 1 x Bun'],
])('reads an order back', (order, words) => {
  expect(renderOrder(menu, order)).toBe(words);
});
