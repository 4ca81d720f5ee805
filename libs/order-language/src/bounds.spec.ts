import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Front } from './grammar/front';
import { compileMenu, menuSchema, parseEdits, parseOrder } from './index';
import { tokenize } from './text/tokenize';

const LENGTH = 4_000;
/** States offered per token: the width of a front times the readings of a token, with room for those that settle what waits. */
const STATES_PER_TOKEN = 400;

const menu = compileMenu(menuSchema.parse(JSON.parse(readFileSync(new URL('../fixtures/taqueria.menu.json', import.meta.url), 'utf8'))));

/** Those that the reading of edits treats differently. */
const EDITED = ['negations', 'numbers', 'corrections', 'unknown words', 'results'];

const repeated = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

const TEXTS: [string, string][] = [
  ['one word', repeated('burrito ')],
  ['options alone', repeated('rice beans cheese ')],
  ['negations', repeated('no rice no ')],
  ['numbers', repeated('1 2 3 ')],
  ['letters without a space', repeated('a')],
  ['commas', repeated('a,')],
  ['unknown words', Array.from({ length: 600 }, (_, k) => `w${(k * 7919).toString(36)}`).join(' ').slice(0, LENGTH)],
  ['misspelt words', repeated('burito quesadila guacamle ')],
  ['parts of names', repeated('chips and and and salsa salsa ')],
  ['corrections', repeated('no wait make that two ')],
  ['options that are counted', repeated('2 rice and 3 cheese and ')],
  ['parts', repeated('two burritos with rice on one and cheese on the other ')],
  ['what is asked for again', repeated('a burrito, the same for me ')],
  ['results', repeated('so that makes 2. ')],
  ['orders', repeated('a steak burrito with rice and two chips with salsa, no cheese or onions, ')],
];

describe('a text of 4,000 characters', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each(TEXTS)('of %s is read in steps that grow with its words alone', (_, text) => {
    const offered = jest.spyOn(Front.prototype, 'add');
    parseOrder(menu, text);
    expect(offered.mock.calls.length).toBeLessThan(STATES_PER_TOKEN * tokenize(text).length);
  });

  it('is read no further than that', () => {
    const padding = ' '.repeat(LENGTH);
    expect(parseOrder(menu, `${padding}burrito`).items).toEqual([]);
  });

  it.each(TEXTS.filter(([name]) => EDITED.includes(name)))('of %s is read as edits', (_, text) => {
    expect(() => parseEdits(menu, text, [{ itemId: 'burrito', quantity: 2, options: [] }])).not.toThrow();
  });
});
