import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CUES, type CueKind } from './grammar/cues';
import { applyEdits, compileMenu, parseEdits, parseOrder } from './index';
import type { OrderLine } from './parsed-order';

const RUNS = 150;
const DISHES = ['royal gratin', 'village tagine', 'winter laksa', 'harvest pierogi'];
const HEATS = ['timid', 'brisk', 'fierce'];
const FOODS = ['walnut', 'turnip', 'quince', 'saffron'];

const menu = compileMenu({
  items: DISHES.map((name) => ({ id: name, name, option_groups: ['heat', 'extras'] })),
  option_groups: [
    { id: 'heat', name: 'Heat', max: 1, choices: HEATS.map((name) => ({ id: name, name })) },
    { id: 'extras', name: 'Extras', negatable: true, choices: FOODS.map((name) => ({ id: name, name })) },
  ],
});

const written = (order: readonly OrderLine[]): string[] => order.map(({ itemId, quantity, options }) => `${quantity} ${itemId ?? '?'} [${options.map((option) => `${option.negated ? '!' : ''}${option.choiceId ?? '?'}`).sort().join(' ')}]`).sort();

const lines = fc.uniqueArray(fc.record({ dish: fc.constantFrom(...DISHES), quantity: fc.integer({ min: 1, max: 9 }) }), { minLength: 2, maxLength: 4, selector: ({ dish }) => dish });
const saidOf = (order: readonly { dish: string; quantity: number }[]): string => order.map(({ dish, quantity }) => `${quantity} ${dish}`).join(' and ');
const standing = (order: readonly { dish: string; quantity: number }[]): OrderLine[] => order.map(({ dish, quantity }) => ({ itemId: dish, quantity, options: [] }));

/** What is said, as the end of an order and as an edit of one that stands. */
const bothWays = (order: readonly { dish: string; quantity: number }[], said: string): string[][] => [
  written(parseOrder(menu, `${saidOf(order)}, ${said}`).items),
  written(applyEdits(menu, standing(order), parseEdits(menu, said, standing(order)).edits)),
];

describe('what is said of everything', () => {
  it('is said of each line', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...HEATS), fc.constantFrom('make everything ~', 'everything ~ please', 'everything ~', 'please make everything ~', 'everything should be ~'), (order, heat, shape) => {
        const wanted = order.map(({ dish, quantity }) => `${quantity} ${dish} [${heat}]`).sort();
        expect(bothWays(order, shape.replace('~', heat))).toEqual([wanted, wanted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('is not said of what is excepted', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...FOODS), fc.constantFrom('~ on all except the', '~ on everything except the', '~ on all of them except the'), (order, pick, food, shape) => {
        const out = pick % order.length;
        const wanted = order.map(({ dish, quantity }, k) => `${quantity} ${dish} [${k === out ? '' : food}]`).sort();
        expect(bothWays(order, `${shape.replace('~', food)} ${order[out]?.dish ?? ''}`)).toEqual([wanted, wanted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives way to what is said of one by its name', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.uniqueArray(fc.constantFrom(...HEATS), { minLength: 2, maxLength: 2 }), fc.constantFrom('everything ~ but the', 'make everything ~ but the', 'everything ~ except the', 'everything ~ but'), (order, pick, [all = '', one = ''], shape) => {
        const own = pick % order.length;
        const wanted = order.map(({ dish, quantity }, k) => `${quantity} ${dish} [${k === own ? one : all}]`).sort();
        expect(bothWays(order, `${shape.replace('~', all)} ${order[own]?.dish ?? ''} ${one}`)).toEqual([wanted, wanted]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what is said on one by its name', () => {
  it('is said of that one alone', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...FOODS), fc.constantFrom('~ on the', '~ for the', 'i would like ~ on the', 'and ~ on the'), (order, pick, food, shape) => {
        const own = pick % order.length;
        const wanted = order.map(({ dish, quantity }, k) => `${quantity} ${dish} [${k === own ? food : ''}]`).sort();
        expect(bothWays(order, `${shape.replace('~', food)} ${order[own]?.dish ?? ''}`)).toEqual([wanted, wanted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused of each that is listed', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...FOODS), (order, food) => {
        const listed = order.map(({ dish }) => `the ${dish}`);
        const said = `no ${food} on ${listed.slice(0, -1).join(', ')} and ${listed.at(-1) ?? ''}`;
        const wanted = order.map(({ dish, quantity }) => `${quantity} ${dish} [!${food}]`).sort();
        expect(written(applyEdits(menu, standing(order), parseEdits(menu, said, standing(order)).edits))).toEqual(wanted);
      }),
      { numRuns: RUNS },
    );
  });

  it('counts a line anew and says how it is to be', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...HEATS), fc.integer({ min: 1, max: 9 }), fc.constantFrom('~ and', '~ with'), (order, pick, heat, count, shape) => {
        const own = pick % order.length;
        const wanted = order.map(({ dish, quantity }, k) => (k === own ? `${count} ${dish} [${heat}]` : `${quantity} ${dish} []`)).sort();
        const said = `make the ${order[own]?.dish ?? ''} ${shape.replace('~', String(count))} ${heat}`;
        expect(written(applyEdits(menu, standing(order), parseEdits(menu, said, standing(order)).edits))).toEqual(wanted);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what was ordered', () => {
  const TAKING_BACK = new Set<CueKind>(['negation', 'correction', 'revision', 'instead', 'number', 'times', 'but']);
  const HARMLESS = [...CUES].filter(([, cues]) => !cues.some(({ kind }) => TAKING_BACK.has(kind))).map(([phrase]) => phrase);

  it('is not lost where little of it is wanted', () => {
    const { items } = parseOrder(menu, '1 royal gratin and 1 harvest pierogi, not much royal');
    expect(items.map(({ itemId }) => itemId)).toEqual(['royal gratin', 'harvest pierogi']);
  });

  it('is not lost through words behind it', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.constantFrom(...HARMLESS, ...HEATS, ...FOODS, 'royal', 'village'), { minLength: 1, maxLength: 6 }), fc.constantFrom(', ', '. ', ' and '), (order, words, link) => {
        const { items } = parseOrder(menu, `${saidOf(order)}${link}${words.join(' ')}`);
        for (const { dish } of order) expect(items.some(({ itemId }) => itemId === dish)).toBe(true);
      }),
      { numRuns: 3 * RUNS },
    );
  });
});
