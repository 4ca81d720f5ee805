import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileMenu, menuSchema, parseEdits, parseOrder, renderOrder } from './index';
import type { Menu } from './menu/menu-schema';
import type { OrderLine, OrderOption } from './parsed-order';

const RUNS = 150;
const DISHES = ['gratin', 'tagine', 'risotto', 'pierogi', 'strudel', 'laksa', 'moussaka', 'paella'];
const KINDS = ['smoked', 'golden', 'village', 'harvest', 'royal', 'winter'];
const FOODS = ['walnut', 'turnip', 'quince', 'saffron', 'fennel', 'lentil', 'apricot', 'truffle', 'sorrel', 'chestnut'];
const SIZES = ['petite', 'grand', 'family'];

/** A menu with two-word items, a group of several options and one of which one may be taken. */
const menus = fc
  .record({
    items: fc.uniqueArray(fc.record({ kind: fc.constantFrom(...KINDS), dish: fc.constantFrom(...DISHES) }), { minLength: 2, maxLength: 12, selector: ({ kind, dish }) => `${kind} ${dish}` }),
    foods: fc.uniqueArray(fc.constantFrom(...FOODS), { minLength: 2, maxLength: 8 }),
  })
  .map(
    ({ items, foods }): Menu => ({
      items: items.map(({ kind, dish }) => ({ id: `${kind}_${dish}`, name: `${kind} ${dish}`, option_groups: ['extras', 'size'] })),
      option_groups: [
        { id: 'extras', name: 'extras', qualifiable: true, negatable: true, choices: foods.map((food) => ({ id: food, name: food })) },
        { id: 'size', name: 'size', max: 1, choices: SIZES.map((size) => ({ id: size, name: size })) },
      ],
    }),
  );

const optionOf = (menu: Menu): fc.Arbitrary<OrderOption> =>
  fc
    .record({ choice: fc.constantFrom(...(menu.option_groups?.[0]?.choices ?? [])), way: fc.constantFrom('plain', 'light', 'extra', 'no') })
    .map(({ choice, way }) => ({
      groupId: 'extras',
      choiceId: choice.id,
      ...(way === 'light' || way === 'extra' ? { qualifier: way } : {}),
      ...(way === 'no' ? { negated: true as const } : {}),
    }));

const lineOf = (menu: Menu): fc.Arbitrary<OrderLine> =>
  fc
    .record({
      item: fc.constantFrom(...menu.items),
      quantity: fc.integer({ min: 1, max: 30 }),
      options: fc.uniqueArray(optionOf(menu), { maxLength: 4, selector: (option) => option.choiceId }),
      size: fc.option(fc.constantFrom(...SIZES)),
    })
    .map(({ item, quantity, options, size }) => ({ itemId: item.id, quantity, options: [...(size === null ? [] : [{ groupId: 'size', choiceId: size }]), ...options] }));

const orders = menus.chain((menu) =>
  fc.record({ menu: fc.constant(menu), order: fc.uniqueArray(lineOf(menu), { minLength: 1, maxLength: 4, selector: (line) => line.itemId }) }),
);

/** The order in a form in which the order of options does not count. */
const plain = (order: readonly OrderLine[]): unknown =>
  order.map((line) => ({
    item: line.itemId ?? line.candidates,
    quantity: line.quantity,
    options: line.options.map((option) => [option.groupId, option.choiceId ?? option.candidates, option.qualifier, option.negated].join(' ')).sort(),
  }));

const fixture = (name: string): Menu => menuSchema.parse(JSON.parse(readFileSync(new URL(`../fixtures/${name}.menu.json`, import.meta.url), 'utf8')));
const FIXTURES = ['coffee', 'taqueria', 'kebabalab', 'manek_chowk_pizza', 'swati_snacks', 'thepla_house'];

describe('any order over any menu', () => {
  it('is read back from its own words', () => {
    fc.assert(
      fc.property(orders, ({ menu, order }) => {
        const compiled = compileMenu(menu);
        expect(plain(parseOrder(compiled, renderOrder(compiled, order)).items)).toEqual(plain(order));
      }),
      { numRuns: RUNS },
    );
  });

  it('means the same with politeness around it', () => {
    const polite = fc.constantFrom(
      (text: string) => `please ${text}`,
      (text: string) => `hi, i would like ${text}`,
      (text: string) => `${text} please`,
      (text: string) => `um, can i get ${text}, thanks`,
      (text: string) => `${text}, that's all for today`,
      (text: string) => `hello! could we have ${text}? thank you so much`,
    );
    fc.assert(
      fc.property(orders, polite, ({ menu, order }, around) => {
        const compiled = compileMenu(menu);
        expect(plain(parseOrder(compiled, around(renderOrder(compiled, order))).items)).toEqual(plain(order));
      }),
      { numRuns: RUNS },
    );
  });

  it('means the same with a word of hesitation anywhere in it', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom('um', 'uh', 'er', 'hmm'), fc.nat(), ({ menu, order }, filler, place) => {
        const compiled = compileMenu(menu);
        const words = renderOrder(compiled, order).split(' ');
        words.splice(place % (words.length + 1), 0, filler);
        expect(plain(parseOrder(compiled, words.join(' ')).items)).toEqual(plain(order));
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each(FIXTURES)('the menu of %s', (name) => {
  const menu = fixture(name);
  const compiled = compileMenu(menu);

  it.each(menu.items.flatMap((item) => [item.name, ...(item.aliases ?? [])].map((words) => ({ id: item.id, words }))))('has $words', ({ id, words }) => {
    expect(plain(parseOrder(compiled, words).items)).toEqual([{ item: id, quantity: 1, options: [] }]);
  });

  it('has every item in the plural and in capitals', () => {
    for (const item of menu.items) {
      expect(parseOrder(compiled, `2 ${item.name.toUpperCase()}`).items).toMatchObject([{ itemId: item.id, quantity: 2 }]);
    }
  });
});

describe.each([...FIXTURES, 'blind/burrito', 'blind/cantina', 'blind/coffee', 'blind/coffee_house', 'blind/diner', 'blind/fried_chicken', 'blind/indian', 'blind/juice_bar', 'blind/sushi', 'blind/thai_kitchen'])('what is refused over the menu of %s', (name) => {
  const menu = fixture(name);
  const compiled = compileMenu(menu);
  const pairs = menu.items.flatMap((item) =>
    (menu.option_groups ?? []).filter((group) => item.option_groups?.includes(group.id)).flatMap((group) => group.choices.map((choice) => ({ item, group, choice }))),
  );
  const refusals = fc.constantFrom('no', 'without', 'but no', 'hold the', 'leave out the', ', no', 'with no', "but i don't want");

  it('is never ordered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), refusals, ({ item, group, choice }, refusal) => {
        const said = parseOrder(compiled, `a ${item.name} ${refusal} ${choice.name}`);
        const wanted = [...said.items.flatMap(({ options }) => options), ...said.options].filter((option) => !option.negated);
        expect(wanted.filter((option) => option.groupId === group.id && option.choiceId === choice.id)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('any text', () => {
  const compiled = compileMenu(fixture('taqueria'));
  const order: OrderLine[] = [{ itemId: 'burrito', quantity: 2, options: [] }, { itemId: 'horchata', quantity: 1, options: [] }];
  const words = fc.constantFrom('two', 'no', 'the', 'burrito', 'with', 'without', 'extra', 'chips', 'and', 'salsa', 'one', 'it', 'make', 'instead', 'of', 'both', 'remove', 'change', 'to', 'second', ',', 'everything', 'except');
  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')));

  it('is read without a fault, and every span lies within it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseOrder(compiled, text);
        const spans = [...parsed.unknown, ...parsed.items, ...parsed.items.flatMap((item) => item.options)].map(({ span }) => span);
        for (const { start, end } of spans) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        for (const item of parsed.items) expect(item.quantity).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as edits without a fault, and every edit points into the order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const edit of parseEdits(compiled, text, order).edits) {
          if ('line' in edit && edit.line !== undefined) expect(order[edit.line]).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
