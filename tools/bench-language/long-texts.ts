import { join } from 'node:path';
import { compileMenu, menuSchema, orderSchema, parseEdits, parseOrder } from '@foodie-express/order-language';
import { z } from 'zod';
import { readJson } from '../parse/read-json';
import { Timing } from './timing';

const FOLDER = 'libs/order-language/fixtures';
const LENGTH = 4_000;
const RUNS = 5;

const clausesSchema = z.object({ menu: z.string(), order: orderSchema, clauses: z.record(z.string(), z.string()) });

/** Rows of what a clause takes, repeated up to 4,000 characters, read as an order and as edits of twenty lines: the median and the worst of all clauses, and which that is. */
export function timeLongTexts(): string[][] {
  const { menu, order, clauses } = readJson(join(FOLDER, 'repeated-clauses.json'), clausesSchema);
  const compiled = compileMenu(readJson(join(FOLDER, `${menu}.menu.json`), menuSchema));
  const texts = Object.entries(clauses).map(([name, clause]): [string, string] => [name, clause.repeat(Math.ceil(LENGTH / clause.length)).slice(0, LENGTH)]);
  return [
    rowOf('order', texts, (text) => parseOrder(compiled, text)),
    rowOf('edits of 20 lines', texts, (text) => parseEdits(compiled, text, order)),
  ];
}

function rowOf(title: string, texts: readonly [string, string][], read: (text: string) => unknown): string[] {
  for (const [, text] of texts) read(text);
  const times = texts.map(([name, text]) => ({ name, time: timeOf(() => read(text)) })).sort((one, other) => one.time - other.time);
  const [median, worst] = [times[Math.floor(times.length / 2)], times.at(-1)];
  return [title, String(times.length), (median?.time ?? 0).toFixed(1), (worst?.time ?? 0).toFixed(1), worst?.name ?? ''];
}

/** The median of a few runs. */
function timeOf(read: () => unknown): number {
  const timing = new Timing();
  for (let run = 0; run < RUNS; run += 1) timing.measure(read);
  return timing.quantile(0.5);
}
