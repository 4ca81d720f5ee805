import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, compileMenu, menuSchema, parseEdits } from '../index';
import type { OrderLine } from '../parsed-order';

const RUNS = 100;

const fixture = (name: string) => menuSchema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/${name}.menu.json`, import.meta.url), 'utf8')));

const written = (order: readonly OrderLine[]): string[] =>
  order.map(({ itemId, quantity, options }) => `${quantity} ${itemId ?? '?'} [${options.map((option) => `${option.negated ? '!' : ''}${option.choiceId ?? '?'}`).sort().join(' ')}]`).sort();

describe.each(['coffee', 'taqueria', 'kebabalab', 'blind/sushi', 'blind/indian'])('edits of any order over the menu of %s', (name) => {
  const menu = fixture(name);
  const compiled = compileMenu(menu);
  const nameOf = (id: string | undefined): string => menu.items.find((item) => item.id === id)?.name ?? '';
  const groupsOf = (id: string | undefined) => (menu.option_groups ?? []).filter((group) => menu.items.find((item) => item.id === id)?.option_groups?.includes(group.id));
  const orders = fc.uniqueArray(fc.record({ item: fc.constantFrom(...menu.items), quantity: fc.integer({ min: 1, max: 4 }) }), { minLength: 2, maxLength: 4, selector: ({ item }) => item.id });
  const standing = fc.record({ order: orders.map((lines) => lines.map(({ item, quantity }): OrderLine => ({ itemId: item.id, quantity, options: [] }))), at: fc.nat(), count: fc.integer({ min: 5, max: 9 }) });
  const after = (order: readonly OrderLine[], said: string): string[] => written(applyEdits(compiled, order, parseEdits(compiled, said, order).edits));

  it('take away what is named, and nothing else', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom('remove the', 'cancel the', 'take off the', 'forget the', 'please drop the', "i don't want the"), ({ order, at }, verb) => {
        const gone = at % order.length;
        expect(after(order, `${verb} ${nameOf(order[gone]?.itemId)}`)).toEqual(written(order.filter((_, line) => line !== gone)));
      }),
      { numRuns: RUNS },
    );
  });

  it('count what is named, and nothing else', () => {
    fc.assert(
      fc.property(standing, ({ order, at, count }) => {
        const changed = at % order.length;
        expect(after(order, `make the ${nameOf(order[changed]?.itemId)} ${count}`)).toEqual(written(order.map((line, k) => (k === changed ? { ...line, quantity: count } : line))));
      }),
      { numRuns: RUNS },
    );
  });

  it('keep two changes of one sentence to their own lines', () => {
    fc.assert(
      fc.property(standing, ({ order, at, count }) => {
        const gone = at % order.length;
        const changed = (gone + 1) % order.length;
        const said = `remove the ${nameOf(order[gone]?.itemId)} and make the ${nameOf(order[changed]?.itemId)} ${count}`;
        expect(after(order, said)).toEqual(written(order.flatMap((line, k) => (k === gone ? [] : [k === changed ? { ...line, quantity: count } : line]))));
      }),
      { numRuns: RUNS },
    );
  });

  it('give an option to the line that is named, and to no other', () => {
    fc.assert(
      fc.property(standing, fc.nat(), ({ order, at }, pick) => {
        const line = at % order.length;
        const choices = groupsOf(order[line]?.itemId).flatMap((group) => group.choices.map((choice) => ({ group, choice })));
        const told = choices[pick % Math.max(1, choices.length)];
        fc.pre(told !== undefined);
        fc.pre(choices.filter(({ choice }) => choice.name === told.choice.name).length === 1);
        const { edits } = parseEdits(compiled, `${told.choice.name} on the ${nameOf(order[line]?.itemId)}`, order);
        for (const edit of edits) if ('line' in edit && edit.line !== undefined) expect(edit.line).toBe(line);
        expect(edits.filter((edit) => edit.operation === 'remove' || edit.operation === 'clear')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
