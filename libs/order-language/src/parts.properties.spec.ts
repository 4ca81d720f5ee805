import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileMenu, parseOrder } from './index';
import type { ParsedItem } from './parsed-order';

const RUNS = 150;
const FOODS = ['walnut', 'turnip', 'quince', 'saffron', 'fennel', 'lentil'];
const SIZES = ['petite', 'grand', 'family'];

const menu = compileMenu({
  items: ['royal gratin', 'village tagine', 'winter laksa'].map((name) => ({ id: name.replace(' ', '_'), name, option_groups: ['extras', 'size'] })),
  option_groups: [
    { id: 'extras', name: 'Extras', qualifiable: true, negatable: true, choices: FOODS.map((food) => ({ id: food, name: food })) },
    { id: 'size', name: 'Size', max: 1, choices: SIZES.map((size) => ({ id: size, name: size })) },
  ],
});

const written = (items: readonly ParsedItem[]): string[] =>
  items.map(({ itemId, quantity, options }) => `${quantity} ${itemId ?? '?'} [${options.map((option) => `${option.negated ? '!' : ''}${option.choiceId ?? '?'}`).sort().join(' ')}]`).sort();

/** A line of several, how many of it are the first part, and what tells the two parts apart. */
const parted = fc
  .record({
    item: fc.constantFrom('royal gratin', 'village tagine', 'winter laksa'),
    quantity: fc.integer({ min: 2, max: 9 }),
    part: fc.nat(),
    told: fc.uniqueArray(fc.oneof(fc.constantFrom(...FOODS)), { minLength: 2, maxLength: 2 }),
    size: fc.option(fc.constantFrom(...SIZES), { nil: undefined }),
  })
  .map(({ part, ...line }) => ({ ...line, part: 1 + (part % (line.quantity - 1)) }));

type Parted = typeof parted extends fc.Arbitrary<infer Line> ? Line : never;

const SHAPES: readonly (readonly [string, (line: Parted, sized: string) => string])[] = [
  ['N with, N with', ({ quantity, part, told }, item) => `${quantity} ${item}, ${part} with ${told[0] ?? ''} and ${quantity - part} with ${told[1] ?? ''}`],
  ['N of them with, the rest with', ({ quantity, part, told }, item) => `${quantity} ${item}, ${part} of them with ${told[0] ?? ''} and the rest with ${told[1] ?? ''}`],
  ['on N and on the others', ({ quantity, part, told }, item) => `${quantity} ${item}, ${told[0] ?? ''} on ${part} and ${told[1] ?? ''} on the others`],
  ['on N of them and on N of them', ({ quantity, part, told }, item) => `${quantity} ${item} with ${told[0] ?? ''} on ${part} of them and ${told[1] ?? ''} on ${quantity - part} of them`],
];

describe('parts told apart', () => {
  it.each(SHAPES)('%s: nothing is lost and nothing doubled', (_, said) => {
    fc.assert(
      fc.property(parted, (line) => {
        const { item, quantity, part, told, size } = line;
        const sized = size === undefined ? `${item}s` : `${size} ${item}s`;
        const id = item.replace(' ', '_');
        const options = (own: string | undefined): string => [own, size].filter((choice) => choice !== undefined).sort().join(' ');
        const wanted = [`${part} ${id} [${options(told[0])}]`, `${quantity - part} ${id} [${options(told[1])}]`].sort();
        expect(written(parseOrder(menu, said(line, sized)).items)).toEqual(wanted);
      }),
      { numRuns: RUNS },
    );
  });

  it('keep what is said of all of them', () => {
    fc.assert(
      fc.property(parted, fc.constantFrom(...FOODS), ({ item, told }, shared) => {
        fc.pre(!told.includes(shared));
        const id = item.replace(' ', '_');
        const said = parseOrder(menu, `two ${item}s, one with ${told[0] ?? ''} and one with ${told[1] ?? ''}, ${shared} on both`).items;
        expect(written(said)).toEqual(told.map((own) => `1 ${id} [${[own, shared].sort().join(' ')}]`).sort());
      }),
      { numRuns: RUNS },
    );
  });

  it('keep to the item that was counted so: "on both", "on all three"', () => {
    fc.assert(
      fc.property(fc.constantFrom('royal gratin', 'village tagine'), fc.constantFrom([2, 'both'], [2, 'both of them'], [3, 'all three'], [3, 'all three of them']), fc.constantFrom(' with ', ', '), fc.constantFrom(...FOODS), (first, [quantity, all], link, told) => {
        const said = parseOrder(menu, `a ${first} and ${quantity} winter laksas${link}${told} on ${all}`).items;
        expect(written(said)).toEqual([`1 ${first.replace(' ', '_')} []`, `${quantity} winter_laksa [${told}]`].sort());
      }),
      { numRuns: RUNS },
    );
  });
});

describe('an item named again, bare and with options only', () => {
  const shapes = [', ', '. ', ', for the ', ' but '];

  it('is the one that was ordered', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('royal gratin', 'village tagine', 'winter laksa'), { minLength: 2, maxLength: 2 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom(...shapes), fc.constantFrom(...FOODS), fc.boolean(), (names, count, which, link, told, refused) => {
        const said = parseOrder(menu, `${count} ${names[0] ?? ''} and 1 ${names[1] ?? ''}${link}${names[which] ?? ''} ${refused ? 'without' : 'with'} ${told}`).items;
        const wanted = names.map((name, k) => `${k === 0 ? count : 1} ${name.replace(' ', '_')} [${k === which ? `${refused ? '!' : ''}${told}` : ''}]`);
        expect(written(said)).toEqual(wanted.sort());
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a group refused as a whole', () => {
  const refusals = fc.constantFrom('no extras', 'without any extras', 'hold all the extras', 'no extras at all', "i don't want any extras");

  it('is never ordered, and the kitchen is told', () => {
    fc.assert(
      fc.property(fc.constantFrom('royal gratin', 'village tagine'), fc.constantFrom(...SIZES), refusals, (item, size, refusal) => {
        const said = parseOrder(menu, `a ${size} ${item}, ${refusal}`);
        expect(written(said.items)).toEqual([`1 ${item.replace(' ', '_')} [${size}]`]);
        expect(said.unknown).toEqual([]);
        expect(said.remarks.map(({ text }) => text).join()).toContain('extras');
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused choice by choice where it comes by itself', () => {
    const withDefaults = compileMenu({
      items: [{ id: 'stew', name: 'Stew', option_groups: ['garnish'] }],
      option_groups: [{ id: 'garnish', name: 'Garnish', negatable: true, max: 3, default: ['turnip', 'fennel'], choices: FOODS.map((food) => ({ id: food, name: food })) }],
    });
    expect(written(parseOrder(withDefaults, 'a stew with no garnish').items)).toEqual(['1 stew [!fennel !turnip]']);
  });
});
