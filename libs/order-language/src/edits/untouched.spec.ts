import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, compileMenu, menuSchema, parseEdits } from '../index';
import type { CompiledMenu } from '../menu/compile-menu';
import type { Menu } from '../menu/menu-schema';
import type { OrderLine, OrderOption } from '../parsed-order';

const RUNS = { numRuns: 600, seed: 20_261_128 };
const MENUS = ['coffee', 'taqueria', 'kebabalab', 'manek_chowk_pizza', 'thepla_house', 'blind/burrito', 'blind/coffee', 'blind/indian', 'blind/sushi'];

const readMenu = (name: string): Menu => menuSchema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/${name}.menu.json`, import.meta.url), 'utf8')));

const menus = new Map<string, { readonly menu: Menu; readonly compiled: CompiledMenu }>(MENUS.map((name) => [name, withCompiled(readMenu(name))]));

function withCompiled(menu: Menu): { menu: Menu; compiled: CompiledMenu } {
  return { menu, compiled: compileMenu(menu) };
}

function menuOf(name: string): { readonly menu: Menu; readonly compiled: CompiledMenu } {
  return menus.get(name) ?? withCompiled(readMenu(name));
}

/** What people say of a line by its name. */
const OF_LINES = [
  'remove the LINE', 'cancel the LINE please', 'can you drop the LINE', "i don't want the LINE after all", 'the LINE can go', 'forget about the LINE, sorry', 'lose the LINE', 'make the LINE three', 'make that two of the LINE',
  'one more LINE', 'just two of the LINE', 'double the LINE', 'change the LINE to a DISH', 'swap the LINE for a DISH', 'the LINE is fine as it is', 'the LINE should be CHOICE', 'make the LINE CHOICE', 'CHOICE on the LINE please', 'no CHOICE on the LINE',
  'take the CHOICE off the LINE', 'can the LINE be CHOICE', 'on second thought CHOICE for the LINE', 'add CHOICE to the LINE', 'a DISH instead of the LINE', 'the LINE without CHOICE', 'the LINE, lose it', 'hold the CHOICE on the LINE after all',
  'actually no LINE', 'get rid of the LINE and add a DISH', 'one LINE is enough', 'that is too many, cancel the LINE',
] as const;

/** What people say of an option that one line has. */
const OF_OPTIONS = [
  'remove the OWN', 'without the OWN after all', 'lose the OWN', 'ugh my son hates OWN, lose them', 'never mind the OWN', 'no OWN', 'take the OWN off', 'the OWN can go', 'leave off the OWN', 'OTHER instead of OWN', 'OTHER rather than OWN', 'OTHER, not OWN',
  'swap the OWN for OTHER', 'skip the OWN',
] as const;

interface Scene {
  readonly name: string;
  readonly order: readonly OrderLine[];
  readonly at: number;
}

type Item = Menu['items'][number];
const groupsOf = (menu: Menu, item: Item) => (menu.option_groups ?? []).filter((group) => item.option_groups?.includes(group.id));

/** "Everything" as the name of an option means all of the order as well; "Meal: chips and a can" names other dishes. */
const isPlainName = ({ name }: { readonly name: string }): boolean => !/everything|:/i.test(name);

/** Two to four dishes of which none is called like another, each with one option that no other line has where its dish takes any. */
const scenes = fc
  .record({ name: fc.constantFrom(...MENUS), picks: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }), choice: fc.nat(), at: fc.nat() })
  .map(({ name, picks, choice, at }): Scene => {
    const { menu } = menuOf(name);
    const order: OrderLine[] = [];
    const words = new Set<string>();
    const used = new Set<string>();
    for (const pick of picks) {
      const item = menu.items[pick % menu.items.length];
      const own = (item?.name ?? '').toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2);
      if (!item || own.some((word) => words.has(word))) continue;
      own.forEach((word) => words.add(word));
      const open = groupsOf(menu, item).flatMap((group) => group.choices.filter(isPlainName).map((each): OrderOption => ({ groupId: group.id, choiceId: each.id }))).filter((option) => !used.has(option.choiceId ?? ''));
      const option = open[choice % Math.max(1, open.length)];
      if (option?.choiceId !== undefined) used.add(option.choiceId);
      order.push({ itemId: item.id, quantity: 1 + (pick % 3), options: option ? [option] : [] });
    }
    return { name, order, at: at % Math.max(1, order.length) };
  })
  .filter(({ order }) => order.length >= 2);

const named = (menu: Menu, line: OrderLine | undefined): string => menu.items.find((item) => item.id === line?.itemId)?.name ?? '';

function choiceName(menu: Menu, option: OrderOption | undefined): string {
  return menu.option_groups?.find((group) => group.id === option?.groupId)?.choices.find((choice) => choice.id === option?.choiceId)?.name ?? '';
}

/** The lines as they are kept, each alone, so that they can be compared. */
const plain = (line: OrderLine): string => JSON.stringify([line.itemId, line.quantity, line.options.map((option) => [option.groupId, option.choiceId, option.qualifier, option.negated]).sort()]);

function expectOthersUntouched({ name, order, at }: Scene, text: string): void {
  const { compiled } = menuOf(name);
  const after = applyEdits(compiled, order, parseEdits(compiled, text, order).edits).map(plain);
  const lost = order.filter((_, k) => k !== at).map(plain).filter((line) => !after.includes(line));
  expect({ name, text, order: order.map(plain), lost }).toMatchObject({ lost: [] });
}

describe('an edit whose words name one line', () => {
  it('leaves all other lines as they are', () => {
    fc.assert(
      fc.property(scenes, fc.constantFrom(...OF_LINES), fc.nat(), (scene, template, seed) => {
        const { order, at } = scene;
        const { menu } = menuOf(scene.name);
        const item = menu.items.find(({ id }) => id === order[at]?.itemId);
        const choices = item ? groupsOf(menu, item).flatMap((group) => group.choices.filter(isPlainName)) : [];
        const others = menu.items.filter(({ id }) => !order.some((line) => line.itemId === id));
        const choice = choices[seed % Math.max(1, choices.length)]?.name;
        const dish = others[seed % Math.max(1, others.length)]?.name;
        fc.pre((choice !== undefined || !template.includes('CHOICE')) && (dish !== undefined || !template.includes('DISH')));
        expectOthersUntouched(scene, template.replace('LINE', named(menu, order[at])).replace('CHOICE', choice ?? '').replace('DISH', dish ?? ''));
      }),
      RUNS,
    );
  });
});

describe('an edit whose words name an option of one line', () => {
  it('leaves all other lines as they are', () => {
    fc.assert(
      fc.property(scenes, fc.constantFrom(...OF_OPTIONS), fc.nat(), (scene, template, seed) => {
        const { order, at } = scene;
        const { menu } = menuOf(scene.name);
        const [option] = order[at]?.options ?? [];
        const siblings = menu.option_groups?.find((group) => group.id === option?.groupId)?.choices.filter((choice) => choice.id !== option?.choiceId) ?? [];
        const other = siblings[seed % Math.max(1, siblings.length)]?.name;
        fc.pre(option !== undefined && (other !== undefined || !template.includes('OTHER')));
        expectOthersUntouched(scene, template.replace('OWN', choiceName(menu, option)).replace('OTHER', other ?? ''));
      }),
      RUNS,
    );
  });
});

describe('an order of several lines', () => {
  const WORDS = ['remove', 'cancel', 'drop', 'forget', 'lose', 'take', 'them', 'those', 'it', 'that', 'off', 'out', 'after', 'without', 'any', 'no', 'make', 'change', 'to', 'two', 'please', 'the', 'and', 'of', 'sorry', 'wait', 'some', 'each', 'either', ','];

  it('is cleared by nothing but words for all of it', () => {
    fc.assert(
      fc.property(scenes, fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), ({ name, order }, words) => {
        const { compiled } = menuOf(name);
        const text = words.join(' ');
        expect({ text, left: applyEdits(compiled, order, parseEdits(compiled, text, order).edits).length > 0 }).toMatchObject({ left: true });
      }),
      RUNS,
    );
  });

  it.each(['cancel everything', 'remove it all', 'scrap the whole order', 'cancel my entire order please', 'forget all of it', 'cancel all of that', 'start over'])('is cleared by "%s"', (text) => {
    const { compiled } = menuOf('coffee');
    const order: OrderLine[] = [{ itemId: 'latte', quantity: 2, options: [] }, { itemId: 'mocha', quantity: 1, options: [] }];
    expect(applyEdits(compiled, order, parseEdits(compiled, text, order).edits)).toEqual([]);
  });
});
