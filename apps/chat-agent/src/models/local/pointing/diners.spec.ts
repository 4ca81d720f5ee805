import { describe, expect, it } from '@jest/globals';
import { dinerAsked, dinersByDish, dinersIn, lineOf } from './diners';

const NAMES = new Set(['plain', 'methi', 'masala', 'thepla', 'dosa', 'idli', 'pizza', 'margherita', 'sankalp']);
const isName = (word: string) => NAMES.has(word);
const ORDER = {
  restaurantName: 'Thepla House',
  lines: [
    { itemId: 'a', itemName: 'Plain Thepla', quantity: 1, options: [] },
    { itemId: 'b', itemName: 'Methi Thepla', quantity: 1, options: [{ group_id: 'sides', choice_id: 'chhundo' }] },
    { itemId: 'c', itemName: 'Masala Thepla', quantity: 2, options: [{ group_id: 'sides', choice_id: 'pickle' }] },
  ],
};
const FAMILY = dinersIn('mum wants a plain thepla, for me a methi one with chhundo, dad a masala one with pickle', [], isName);

describe('dinersIn', () => {
  it.each([
    ['mum wants a plain thepla, for me a methi one and dad a masala one', ['mum: a plain thepla', 'me: a methi one and', 'dad: a masala one']],
    ['my wife would like a dosa', ['wife: a dosa']],
    ['2 dosa for my wife and an idli for ravi from sankalp', ['wife: 2 dosa', 'ravi: an idli']],
    ['for ravi 2 idli and i want a dosa', ['ravi: 2 idli and', 'me: a dosa']],
    ['mummy takes the idli', ['mum: the idli']],
  ])('tells who has what in "%s"', (text, diners) => {
    expect(dinersIn(text, [], isName).map(({ who, what }) => `${who}: ${what}`).sort()).toEqual(diners.toSorted());
  });

  it.each(['2 dosa and an idli', 'what does mum want', 'a dosa for lunch', 'a table for two', 'mum says hello', 'the dosa has a filling', 'for dinner 2 dosa'])('tells nobody in "%s"', (text) => {
    expect(dinersIn(text, [], isName)).toEqual([]);
  });

  it('keeps what was told before, and of somebody the newest', () => {
    const later = dinersIn('dad wants a plain thepla', FAMILY, isName);
    expect([later.length, lineOf('dad', later, ORDER), lineOf('mom', later, ORDER)]).toEqual([3, 0, 0]);
  });
});

describe('dinersByDish', () => {
  it.each([
    ["make mum's 2", 'make the plain thepla 2'],
    ['make mums 2', 'make the plain thepla 2'],
    ["make my dad's one 3", 'make the masala thepla 3'],
    ["make mum's thepla 2", 'make the plain thepla 2'],
    ['no pickle for dad', 'no pickle on the masala thepla'],
    ['mine without chhundo', 'the methi thepla without chhundo'],
    ['remove ravi\'s', 'remove ravi\'s'],
    ['a dosa for mum', 'a dosa for mum'],
  ])('says "%s" as "%s"', (text, said) => {
    expect(dinersByDish(text, FAMILY, ORDER)).toBe(said);
  });

  it('says nothing by a dish that several lines have, but by their place', () => {
    const lines = ORDER.lines.map((line) => ({ ...line, itemName: 'Thepla' }));
    expect(dinersByDish("make dad's 2", [{ who: 'dad', what: 'a thepla with pickle' }], { ...ORDER, lines })).toBe('make the third one 2');
  });

  it('leaves a text alone without an order', () => {
    expect(dinersByDish("make mum's 2", FAMILY, undefined)).toBe("make mum's 2");
  });
});

describe('dinerAsked', () => {
  it.each([['what does dad get', 'Masala Thepla'], ["what's mum having", 'Plain Thepla'], ['remind me what i get', 'Methi Thepla']])('reads "%s"', (text, dish) => {
    expect(dinerAsked(text, FAMILY, ORDER)?.line.itemName).toBe(dish);
  });

  it.each(['what does ravi get', 'what do you have', 'what is good', 'does dad get a discount'])('reads nothing in "%s"', (text) => {
    expect(dinerAsked(text, FAMILY, ORDER)).toBeUndefined();
  });
});
