import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { Reader } from './edits/reader';
import { Front } from './grammar/front';
import { compileMenu, menuSchema, orderSchema, parseEdits, parseOrder } from './index';
import { MenuMatcher } from './lattice/menu-edges';
import { tokenize } from './text/tokenize';

const LENGTH = 4_000;
/** Per word, with room for a text as short as one word: states offered to the derivation, words matched with the menu, and references looked for. */
const MOST = { states: 60, matches: 8, references: 60 };

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));
const { clauses, order } = z.object({ clauses: z.record(z.string(), z.string()), order: orderSchema }).parse(fixture('repeated-clauses.json'));
const menu = compileMenu(menuSchema.parse(fixture('taqueria.menu.json')));

const repeated = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

const TEXTS: [string, string][] = [
  ...Object.entries(clauses).map(([name, clause]): [string, string] => [name, repeated(clause)]),
  ['letters without a space', repeated('a')],
  ['different unknown words', Array.from({ length: 600 }, (_, k) => `w${(k * 7919).toString(36)}`).join(' ').slice(0, LENGTH)],
  ['all clauses', repeated(Object.values(clauses).join(' '))],
];

describe('a text of 4,000 characters', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const perWord = (text: string, read: () => unknown): typeof MOST => {
    const states = jest.spyOn(Front.prototype, 'add');
    const matches = jest.spyOn(MenuMatcher.prototype, 'matchesAt');
    const references = jest.spyOn(Reader.prototype, 'lookedUp');
    read();
    const words = tokenize(text).length;
    return { states: states.mock.calls.length / words, matches: matches.mock.calls.length / words, references: references.mock.calls.length / words };
  };

  const expectBounded = (steps: typeof MOST): void => {
    expect(steps.states).toBeLessThan(MOST.states);
    expect(steps.matches).toBeLessThan(MOST.matches);
    expect(steps.references).toBeLessThan(MOST.references);
  };

  it.each(TEXTS)('of %s is read as an order in steps that grow with its words alone', (_, text) => {
    expectBounded(perWord(text, () => parseOrder(menu, text)));
  });

  it.each(TEXTS)('of %s is read as edits of twenty lines in steps that grow with its words alone', (_, text) => {
    expectBounded(perWord(text, () => parseEdits(menu, text, order)));
  });

  it('is read no further than that', () => {
    const padding = ' '.repeat(LENGTH);
    expect(parseOrder(menu, `${padding}burrito`).items).toEqual([]);
  });
});
