import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { compileMenu, menuSchema, orderSchema, parseOrder } from './index';
import type { OrderLine, OrderOption } from './parsed-order';

const FOLDER = new URL('../fixtures/', import.meta.url);
const exampleSchema = z.object({ text: z.string(), items: z.unknown() });

const reference = (one: { candidates?: readonly string[] | undefined }, id: string | undefined): string => [...(one.candidates ?? [id])].sort().join('|');

function writtenOption(option: OrderOption): string {
  const marks = `${option.negated ? '!' : ''}${option.qualifier ? `${option.qualifier}:` : ''}${option.count ? `${option.count}#` : ''}`;
  return `${marks}${option.groupId}.${reference(option, option.choiceId)}`;
}

/** The order in a form in which neither the order of lines nor that of options counts. */
function written(order: readonly OrderLine[]): string[] {
  return order.map((line) => `${line.quantity} ${reference(line, line.itemId)} [${line.options.map(writtenOption).sort().join(', ')}]`).sort();
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

function examplesOf(name: string): { text: string; items: OrderLine[] }[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => exampleSchema.parse(JSON.parse(line))).map(({ text, items }) => ({ text, items: orderSchema.parse({ items }) }));
}

describe.each(names)('sentences over the menu of %s', (name) => {
  const menu = compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL(`${name}.menu.json`, FOLDER), 'utf8'))));

  it.each(examplesOf(name))('$text', ({ text, items }) => {
    expect(written(parseOrder(menu, text).items)).toEqual(written(items));
  });
});

it('holds at least 300 sentences', () => {
  expect(names.flatMap(examplesOf).length).toBeGreaterThanOrEqual(300);
});
