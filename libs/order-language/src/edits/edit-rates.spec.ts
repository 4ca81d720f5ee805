import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { applyEdits, compileMenu, menuSchema, orderSchema, parseEdits } from '../index';
import type { OrderLine, OrderOption } from '../parsed-order';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const exampleSchema = z.object({ text: z.string(), order: orderSchema, after: orderSchema });

/**
 * Sentences with what they mean, written before they were ever read: those of an author who knew the menus alone, and ours. Some are
 * misread, and some golds may be doubted, so that a rate is held and not every sentence.
 */
const FOLDERS = [
  { folder: 'blind-edits/', menus: '', floor: 0.96, least: 75 },
  { folder: 'more-edits/', menus: '../', floor: 0.87, least: 270 },
] as const;

function namesIn(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => (file.endsWith('.jsonl') ? [file.replace('.jsonl', '')] : []));
}

function writtenOption(option: OrderOption): string {
  return `${option.negated ? '!' : ''}${option.qualifier ?? ''} ${option.count ?? 1} ${option.groupId}.${option.choiceId ?? [...option.candidates].sort().join('|')}`;
}

/** How many there are of each dish as it is to be, in a form in which neither the order of lines nor that of options counts. */
function written(order: readonly OrderLine[]): string {
  const counts = new Map<string, number>();
  for (const line of order) {
    const dish = `${line.itemId ?? line.candidates.join('|')} [${line.options.map(writtenOption).sort().join(', ')}]`;
    counts.set(dish, (counts.get(dish) ?? 0) + line.quantity);
  }
  return [...counts].map(([dish, count]) => `${count} ${dish}`).sort().join(' + ');
}

describe.each(FOLDERS)('edits in $folder', ({ folder, menus, floor, least }) => {
  const root = new URL(folder, FIXTURES);
  const examples = namesIn(root).flatMap((name) => {
    const menu = compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL(`${menus}${name}.menu.json`, root), 'utf8'))));
    const lines = readFileSync(new URL(`${name}.jsonl`, root), 'utf8').trim().split('\n');
    return lines.map((line) => ({ name, menu, ...exampleSchema.parse(JSON.parse(line)) }));
  });

  it('are understood at the rate that is claimed', () => {
    const misread = examples.filter(({ menu, text, order, after }) => written(applyEdits(menu, order, parseEdits(menu, text, order).edits)) !== written(after));
    expect(examples.length).toBeGreaterThanOrEqual(least);
    expect({ misread: misread.map(({ name, text }) => `${name}: ${text}`), claimed: 1 - misread.length / examples.length >= floor }).toMatchObject({ claimed: true });
  });
});
