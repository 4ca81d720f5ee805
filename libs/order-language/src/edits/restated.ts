import type { OrderLine, ParsedItem } from '../parsed-order';
import { CUES } from '../grammar/cues';
import { CORRECTIONS, endOfResult, longestOf, mayTell, numberBehind } from '../results';
import type { Token } from '../text/tokenize';
import { isCount, preambleEnd, verbAt } from './edit-words';
import { readWith } from './line-changes';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { plainOption, sameChoice, sameOption } from './standing-line';
import type { Standing } from './standing';

/** The part of a sentence that says what an order comes to, and so asks for nothing beside it. */
export interface Restatement {
  readonly from: number;
  readonly to: number;
  /** What it names: numbers and dishes. */
  readonly tokens: readonly Token[];
  /** Its words may as well ask for something more. */
  readonly loose: boolean;
}

const phrases = (list: string): string[][] => list.split(',').map((phrase) => phrase.trim().split(' '));

/** What begins a sentence that says the whole once more. */
const OPENERS = phrases('just to be clear, to be clear, just to clarify, to clarify, just to confirm, to confirm, to recap, to sum up, just to be sure, to be sure, for the record, so that its clear, just so its clear, so its clear, just so were clear, so were clear, just so we are clear, so in total, in total, so altogether, altogether, so all in all, all in all');
/** What tells a result, where nothing but a number follows: "so only two of them". */
const BARE_RESULTS = phrases('so, so then, so only, so just, only, just');
const TOTALS = phrases('in total, altogether, all together, all in all, in all, total, overall, all told, of them, of those, now, then, please');
const ASKING_FOR_MORE = new Set(['more', 'another', 'less', 'fewer', 'extra', 'additional', 'instead', 'not']);

/** Where a sentence says what the order, or what it just changed of it, comes to. Undefined where it does not. */
export function restatementIn(standing: Standing): Restatement | undefined {
  const { words, lattice } = standing;
  const begin = preambleEnd(lattice.tokens);
  for (let at = begin; at < words.length; at += 1) {
    const told = toldAt(standing, at, at === begin);
    if (told) return told;
  }
  const total = words.findIndex((_, at) => longestOf(TOTALS.slice(0, 4), words, at) > 0);
  const asksOtherwise = words.some((word, at) => ASKING_FOR_MORE.has(word) || isEditing(words, at));
  return total < 0 || asksOtherwise ? undefined : build(standing, begin, begin, words.length);
}

/** Whether a verb begins at a word that changes an order, and not only asks for something. */
function isEditing(words: readonly string[], at: number): boolean {
  const found = verbAt(words, at);
  return found !== undefined && (found.verb !== 'add' || words[at] === 'add' || words[at] === 'also' || words[at] === 'plus');
}

function toldAt(standing: Standing, at: number, first: boolean): Restatement | undefined {
  const { words, lattice } = standing;
  const opener = first ? longestOf(OPENERS, words, at) : 0;
  if (opener > 0) return build(standing, at, at + opener, words.length);
  const corrected = first ? longestOf(CORRECTIONS, words, at) : 0;
  if (corrected > 0 && words.slice(at).filter(isCount).length > 1) return { ...build(standing, at, at + corrected, endOfTail(standing, at + corrected)), loose: true };
  if (!mayTell(lattice.tokens, at)) return undefined;
  const result = endOfResult(words, at);
  if (result > 0) return build(standing, at, result, endOfTail(standing, result));
  const bare = first ? 0 : longestOf(BARE_RESULTS, words, at);
  if (bare === 0 || !isCount(words[numberBehind(words, at + bare)])) return undefined;
  const told = { ...build(standing, at, at + bare, endOfTail(standing, at + bare)), loose: true };
  return told.tokens.length === 1 || words[at] === 'so' ? told : undefined;
}

/** A statement goes on until a full stop, or until something else is asked for. */
function endOfTail({ words, lattice }: Standing, from: number): number {
  let at = from + 1;
  while (at < words.length && lattice.tokens[at]?.before !== 'stop' && !((lattice.tokens[at]?.before !== 'none' || words[at - 1] === 'and') && verbAt(words, at))) at += 1;
  return at < words.length && words[at - 1] === 'and' ? at - 1 : Math.min(at, words.length);
}

function build({ words, lattice }: Standing, from: number, content: number, to: number): Restatement {
  const tokens: Token[] = [];
  const begin = Math.min(numberBehind(words, content), to);
  for (let at = isCount(words[begin]) ? begin : content; at < to; ) {
    const total = longestOf(TOTALS, words, at);
    const token = lattice.tokens[at];
    if (total === 0 && token) tokens.push(token);
    at += Math.max(1, total);
  }
  return { from, to, tokens, loose: false };
}

/** The edits that make the order what is said of it; undefined where the words name no dishes, so that they say something else. */
export function restatedEdits(standing: Standing, { tokens, loose }: Restatement, text: string): ClauseResult | undefined {
  const { order, focus } = standing;
  const [only, ...others] = tokens;
  if (only && others.length === 0 && isCount(only.word)) return { edits: countOf(standing, Number(only.word)), unknown: [], focus };
  if (order.length === 0 || tokens.some(({ word }) => (CUES.get(word) ?? []).some((cue) => cue.kind === 'instead'))) return undefined;
  const { added, unknown } = readWith(standing, tokens, undefined, 0, text);
  if (added.length === 0 || unknown.length > 0 || (loose && !isOfSeveral(order, added))) return undefined;
  const dishes = [...new Set(added.map(dishOf))];
  return { edits: dishes.flatMap((dish) => setTo(standing, added.filter((item) => dishOf(item) === dish))), unknown: [], focus };
}

/** Whether dishes are all in the order, none of them named twice. */
function isOfSeveral(order: readonly OrderLine[], added: readonly ParsedItem[]): boolean {
  return added.every((item) => order.some((line) => isOf(line, item))) && new Set(added.map(dishOf)).size === added.length;
}

function dishOf(item: ParsedItem): string {
  return item.candidates ? item.candidates.join('\n') : item.itemId;
}

/** A bare number is that of the line just spoken of, or of the whole order where it comes to so many. */
function countOf({ order, focus }: Standing, quantity: number): OrderEdit[] {
  const total = order.reduce((sum, line) => sum + line.quantity, 0);
  return order[focus] === undefined || order[focus].quantity === quantity || total === quantity ? [] : [{ operation: 'set_quantity', line: focus, quantity }];
}

/** The lines of one dish become what is said of it. */
function setTo({ order }: Standing, said: readonly ParsedItem[]): OrderEdit[] {
  const [first, ...others] = said;
  if (!first) return [];
  const lines = order.flatMap((line, k) => (isOf(line, first) ? [k] : []));
  const [line, ...rest] = lines.length > 1 && others.length === 0 ? narrowed(order, lines, first) : lines;
  if (line === undefined) return said.map((item): OrderEdit => ({ operation: 'add', item }));
  if (others.length > 0) return [{ operation: 'replace', line, item: first }, ...rest.map((gone): OrderEdit => ({ operation: 'remove', line: gone })), ...others.map((item): OrderEdit => ({ operation: 'add', item }))];
  if (rest.length > 0) {
    const total = lines.reduce((sum, known) => sum + (order[known]?.quantity ?? 0), 0);
    return total === first.quantity ? [] : [{ operation: 'set_quantity', lineCandidates: lines, quantity: first.quantity }];
  }
  const before = order[line];
  const changed = first.options.filter((option) => !before?.options.some((known) => sameOption(known, option)));
  const counted: OrderEdit[] = before?.quantity === first.quantity ? [] : [{ operation: 'set_quantity', line, quantity: first.quantity }];
  return [...counted, ...changed.map((option): OrderEdit => ({ operation: 'set_option', line, option: plainOption(option) }))];
}

function isOf(line: OrderLine, item: ParsedItem): boolean {
  const ids = line.candidates ?? [line.itemId];
  return (item.candidates ?? [item.itemId]).some((id) => ids.includes(id));
}

/** Of several lines of a dish those that have all the options that are said. */
function narrowed(order: readonly OrderLine[], lines: readonly number[], said: ParsedItem): readonly number[] {
  const having = lines.filter((line) => said.options.every((option) => order[line]?.options.some((known) => sameChoice(known, option))));
  return said.options.length > 0 && having.length > 0 ? having : lines;
}
