import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { applyEdits, compileMenu, menuSchema, orderSchema, parseEdits } from '../index';
import type { OrderLine, OrderOption } from '../parsed-order';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const EDITS = new URL('edits/', FIXTURES);

/** A sentence, the order it is said of, and the order after it, or the lines among which the conversation has to ask. */
const exampleSchema = z.object({ text: z.string(), order: orderSchema, after: orderSchema.optional(), ask: z.array(z.number()).optional() });

const names = readdirSync(EDITS).map((file) => file.replace('.jsonl', ''));

const examplesOf = (name: string) =>
  readFileSync(new URL(`${name}.jsonl`, EDITS), 'utf8')
    .trim()
    .split('\n')
    .map((line) => exampleSchema.parse(JSON.parse(line)));

function writtenOption(option: OrderOption): string {
  return `${option.negated ? '!' : ''}${option.qualifier ?? ''} ${option.count ?? ''} ${option.choiceId ?? option.candidates.join('|')}`;
}

/** The order in a form in which neither the order of lines nor that of options counts. */
function written(order: readonly OrderLine[]): string[] {
  return order.map((line) => `${line.quantity} ${line.itemId ?? line.candidates.join('|')} [${line.options.map(writtenOption).sort().join(',')}]`).sort();
}

describe.each(names)('edits of orders over the menu of %s', (name) => {
  const menu = compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL(`${name}.menu.json`, FIXTURES), 'utf8'))));

  it.each(examplesOf(name))('$text', ({ text, order, after, ask }) => {
    const { edits } = parseEdits(menu, text, order);
    if (after) expect(written(applyEdits(menu, order, edits))).toEqual(written(after));
    else expect(edits).toEqual([expect.objectContaining({ lineCandidates: ask })]);
  });
});

it('holds at least 70 sentences', () => {
  expect(names.flatMap((name) => examplesOf(name)).length).toBeGreaterThanOrEqual(70);
});
