import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { compileMenu, menuSchema, orderSchema, parseOrder, type CompiledMenu } from './index';
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

/** Sentences by somebody who knew the menus and not the grammar: some may be misread, and some golds may be doubted. */
const BLIND = new URL('blind/', FOLDER);
const BLIND_FLOOR = 0.95;
/** The same by another author, whose golds tell more of what a menu can only nearly say. */
const FURTHER = new URL('blind-further/', FOLDER);
const FURTHER_FLOOR = 0.9;

function namesIn(folder: URL): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.replace('.jsonl', ''));
}

const names = namesIn(FOLDER);

function menuOf(name: string, folder = FOLDER): CompiledMenu {
  return compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL(`${name}.menu.json`, folder), 'utf8'))));
}

function examplesOf(name: string, folder = FOLDER): { text: string; items: OrderLine[] }[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8').trim().split('\n');
  return lines.map((line) => exampleSchema.parse(JSON.parse(line))).map(({ text, items }) => ({ text, items: orderSchema.parse({ items }) }));
}

describe.each(names)('sentences over the menu of %s', (name) => {
  const menu = menuOf(name);

  it.each(examplesOf(name))('$text', ({ text, items }) => {
    expect(written(parseOrder(menu, text).items)).toEqual(written(items));
  });
});

const blind = [
  ...namesIn(BLIND).map((name) => ({ name, folder: BLIND, floor: BLIND_FLOOR })),
  ...namesIn(FURTHER).map((name) => ({ name, folder: FURTHER, floor: FURTHER_FLOOR })),
];

it.each(blind)('most sentences over the blind menu of $name are read as they were meant', ({ name, folder, floor }) => {
  const menu = menuOf(name, folder);
  const examples = examplesOf(name, folder);
  const misread = examples.filter(({ text, items }) => written(parseOrder(menu, text).items).join() !== written(items).join()).map(({ text }) => text);
  expect(examples.length).toBeGreaterThan(50);
  expect({ misread, share: 1 - misread.length / examples.length >= floor }).toMatchObject({ share: true });
});

it('holds at least 300 sentences', () => {
  expect(names.flatMap((name) => examplesOf(name)).length).toBeGreaterThanOrEqual(300);
});
