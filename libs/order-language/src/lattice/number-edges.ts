import { UNIT_WORDS } from '../grammar/common-words';
import { announcesNumber, isCountingNoun, numbersAt, type NumberReading } from '../grammar/numbers';
import type { Token } from '../text/tokenize';
import { isNumber } from '../text/word-forms';
import { OVER_MENU_COST, type Edge } from './lattice';

const NUMBER_OVER_MENU_COST = 0.3;
const POSTPOSED_COUNT_COST = 0.2;
/** "Two pieces": of what comes in pieces, or pieces that belong to its name. */
const COUNTING_UNIT_COST = 0.35;
const THOSE = new Set(['them', 'those', 'these']);
/** Prepositions by which what was said before is given to a line. */
export const ATTACHING = new Set(['on', 'in', 'for', 'to', 'onto']);
const EACH = new Set(['each', 'every', 'all', 'both']);
const OFTEN = new Map([
  ['twice', 2],
  ['thrice', 3],
]);
const TIMES = new Set(['x', 'times']);

/** What the numbers at a token may do: count what follows, count what stood before, or tell a size or a price. */
export function numberEdges(tokens: readonly Token[], at: number, groupEnds: readonly number[], covered: readonly number[]): Edge[] {
  const word = tokens[at]?.word ?? '';
  const often = OFTEN.get(word);
  if (often !== undefined) return [timesEdge({ value: often, end: at + 1 }, true, (covered[at] ?? 0) === 2 ? OVER_MENU_COST : 0)];
  if (TIMES.has(word)) return numbersAt(tokens, at + 1).map((reading) => timesEdge(reading, false, 0));
  if (ATTACHING.has(word)) return [...partBackEdges(tokens, at), ...(word === 'for' ? guestEdges(tokens, at) : [])];
  if (word === 'currency' && isNumber(tokens[at + 1]?.word ?? '')) return [fillerEdge(at + 2, 0)];
  const readings = numbersAt(tokens, at);
  const overMenu = (covered[at] ?? 0) === 2 ? NUMBER_OVER_MENU_COST : 0;
  const edges = readings.flatMap((reading) => countingEdges(tokens, reading, overMenu, covered[at] === 2 && covered[reading.end] === 2 ? OVER_MENU_COST : 0));
  if (announcesNumber(word) || tokens[at]?.bracketed) edges.push(...readings.map((reading) => timesEdge(reading, true, overMenu)));
  if (isNumber(word)) edges.push(...tellingEdges(tokens, at, groupEnds, covered));
  return edges;
}

/** `overName`: what it costs to count where the menu has the number and the noun behind it as a name, as "6 piece". "Two", "2 x", "2 nos" before what they count; "2 nos", "two of them" behind it. */
function countingEdges(tokens: readonly Token[], reading: NumberReading, overMenu: number, overName: number): Edge[] {
  const { value, end } = reading;
  const next = tokens[end]?.word ?? '';
  const those = endOfThose(tokens, end);
  if (those > end) return [timesEdge({ value, end: those }, true, 0), { kind: 'cue', end: those, cue: { kind: 'number', value, ofThem: true }, cost: 0 }];
  const edges: Edge[] = [numberEdge(value, next === 'x' ? end + 1 : end, overMenu)];
  if (isCountingNoun(next)) {
    edges.push(timesEdge({ value, end: end + 1 }, true, POSTPOSED_COUNT_COST + overName));
    if (tokens[end + 1]?.word !== 'of') edges.push(numberEdge(value, end + 1, overMenu + COUNTING_UNIT_COST + overName));
  }
  const distributed = next === 'each' ? end + 1 : next === 'of' && EACH.has(tokens[end + 1]?.word ?? '') ? end + 2 : 0;
  if (distributed > 0) edges.push({ kind: 'cue', end: tokens[distributed]?.word === 'of' ? distributed + 1 : distributed, cue: { kind: 'each', value }, cost: 0 });
  return edges;
}

/** Where "of them", "of those ones" ends; where it would begin, if it is not said. */
function endOfThose(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word !== 'of' || !THOSE.has(tokens[at + 1]?.word ?? '')) return at;
  return tokens[at + 2]?.word === 'ones' ? at + 3 : at + 2;
}

/** "On one", "on two of them": so many of the open line have what was said before. */
function partBackEdges(tokens: readonly Token[], at: number): Edge[] {
  return numbersAt(tokens, at + 1).map(({ value, end }) => ({ kind: 'cue', end: endOfThose(tokens, end), cue: { kind: 'partBack', quantity: value }, cost: 0 }));
}

/** "Dinner for four": so many eat. */
function guestEdges(tokens: readonly Token[], at: number): Edge[] {
  return numbersAt(tokens, at + 1).flatMap(({ end }) => (tokens[end]?.before === 'none' ? [] : [{ kind: 'cue', end, cue: { kind: 'guests' }, cost: 0 }]));
}

/** "12 inch", "2 toppings": numbers that count nothing. */
function tellingEdges(tokens: readonly Token[], at: number, groupEnds: readonly number[], covered: readonly number[]): Edge[] {
  const edges: Edge[] = [];
  const following = covered[at + 1] ?? 0;
  if (UNIT_WORDS.has(tokens[at + 1]?.word ?? '')) edges.push(fillerEdge(at + 2, covered[at] === 2 ? OVER_MENU_COST : 0.3 * following));
  const group = groupEnds[at + 1] ?? 0;
  if (group > 0) edges.push(fillerEdge(group, following > 0 ? OVER_MENU_COST : 0.1));
  return edges;
}

function numberEdge(value: number, end: number, cost: number): Edge {
  return { kind: 'cue', end, cue: { kind: 'number', value }, cost };
}

function timesEdge({ value, end }: NumberReading, first: boolean, cost: number): Edge {
  return { kind: 'cue', end, cue: { kind: 'times', value, first }, cost };
}

function fillerEdge(end: number, cost: number): Edge {
  return { kind: 'cue', end, cue: { kind: 'filler' }, cost };
}
