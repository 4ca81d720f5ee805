import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, compileMenu, parseEdits, parseOrder } from './index';
import type { OrderLine } from './parsed-order';

const RUNS = 150;
const FOODS = ['walnut', 'turnip', 'quince', 'saffron', 'fennel', 'lentil'];
const DISHES = ['royal gratin', 'village tagine', 'winter laksa'];

const menu = compileMenu({
  items: DISHES.map((name) => ({ id: name.replace(' ', '_'), name, option_groups: ['extras'] })),
  option_groups: [{ id: 'extras', name: 'Extras', qualifiable: true, negatable: true, choices: FOODS.map((food) => ({ id: food, name: food })) }],
});

const written = (order: readonly OrderLine[]): string[] =>
  order.map(({ itemId, quantity, options }) => `${quantity} ${itemId ?? '?'} [${options.map((option) => `${option.negated ? '!' : ''}${option.choiceId ?? '?'}`).sort().join(' ')}]`).sort();

const reason = fc
  .record({ named: fc.constantFrom(...FOODS, ...DISHES), shape: fc.constantFrom('because i hate X', 'cause X was bad last time', 'as my son is allergic to X', 'since we had X yesterday', 'in case the X runs out', 'because X makes me sick', 'otherwise X makes me sick', "X doesn't agree with me") })
  .map(({ named, shape }) => shape.replace('X', named));

describe('an explanation', () => {
  it.each(['BASE, REASON', 'BASE. REASON', 'BASE, REASON, and a winter laksa', 'OPENED, BASE'])('orders nothing: %s', (shape) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom('royal gratin', 'village tagine'), fc.constantFrom('with', 'without'), fc.constantFrom(...FOODS), reason, (quantity, dish, link, food, why) => {
        const base = `${quantity} ${dish} ${link} ${food}`;
        const opened = why.replace(/^(?:otherwise|in case) /, 'because ');
        const said = (shown: string): string => shape.replace('BASE', base).replace('REASON', shown).replace('OPENED', opened);
        const plain = shape.startsWith('OPENED') ? base : said('').replace('. ', '').replace(/, (?:, )?/, ', ');
        expect(written(parseOrder(menu, said(why)).items)).toEqual(written(parseOrder(menu, plain).items));
        expect(parseOrder(menu, said(why)).unknown).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['BASE, not COUNT DISH', 'BASE. Not COUNT DISH please.', 'BASE and not COUNT DISH', 'BASE, not one more', 'BASE, and not one more DISH'])('of what is not meant orders nothing: %s', (shape) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 9 }), fc.constantFrom(...DISHES), (quantity, other, dish) => {
        const base = `${quantity} ${dish}`;
        const said = shape.replace('BASE', base).replace('COUNT', String(other)).replace('DISH', dish);
        expect(written(parseOrder(menu, said).items)).toEqual(written(parseOrder(menu, base).items));
        const order = parseOrder(menu, 'a winter laksa').items;
        if (dish !== 'winter laksa') expect(written(applyEdits(menu, order, parseEdits(menu, said, order).edits))).toEqual(written(applyEdits(menu, order, parseEdits(menu, base, order).edits)));
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOODS), reason, fc.boolean(), (food, why, refused) => {
        const order = parseOrder(menu, 'two royal gratins and a village tagine').items;
        const asked = `${refused ? 'no' : 'add'} ${food} on the tagine`;
        const after = (said: string): string[] => written(applyEdits(menu, order, parseEdits(menu, said, order).edits));
        expect(after(`${asked}, ${why}`)).toEqual(after(asked));
      }),
      { numRuns: RUNS },
    );
  });
});
