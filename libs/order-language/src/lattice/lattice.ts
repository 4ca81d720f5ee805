import { CUE_BEGINNINGS, CUES, type Cue } from '../grammar/cues';
import { CLAUSE_WORDS, FILLER_WORDS, MANNER_WORDS, WEAK_WORDS } from '../grammar/common-words';
import { ANY_CHOICE_COST, GROUP_NOUN_COST, type CompiledMenu } from '../menu/compile-menu';
import { hindiNumberAt } from '../grammar/numbers';
import { isNumber } from '../text/word-forms';
import type { Token } from '../text/tokenize';
import { MenuMatcher, type MenuMatch } from './menu-edges';
import { addLineEdges } from './line-edges';
import { numberEdges } from './number-edges';
import { sharedHeads } from './shared-heads';
import { WordMatcher } from './word-match';

/** Choices of one group that the same words may mean, with the cost of reading them so. */
export interface ChoiceReading {
  readonly choices: readonly number[];
  readonly group: number;
  readonly cost: number;
}

/** One reading of the tokens from where it stands to `end`. */
export type Edge =
  /** `asOptionOf`: groups of which the same words fully name a choice, as the drink of a meal. */
  | { readonly kind: 'item'; readonly end: number; readonly items: readonly number[]; readonly cost: number; readonly gap: number; readonly asOptionOf: readonly number[] }
  /** `inOrList`: the next word that joins is "or", so that a list to which this belongs goes on to it. */
  /** `aside`: "on the side" follows, so that it is wanted. `alsoItem`: the words are also an item's own name. */
  | { readonly kind: 'choice'; readonly end: number; readonly readings: readonly ChoiceReading[]; readonly inOrList: boolean; readonly aside: boolean; readonly alsoItem: boolean }
  /** `alsoNames`: the same words name an item or a choice. */
  | { readonly kind: 'category'; readonly end: number; readonly category: number; readonly cost: number; readonly alsoNames: boolean }
  /** `leads`: a choice of the group stands behind it, as in "eggs over easy". `anyOf`: they stand for any choice of the group, and for nothing else. */
  | { readonly kind: 'group'; readonly end: number; readonly group: number; readonly cost: number; readonly alsoNames: boolean; readonly anyOf: boolean; readonly leads: boolean }
  /** "All the sauces": every choice of a group. */
  | { readonly kind: 'allOf'; readonly end: number; readonly group: number; readonly cost: number }
  | { readonly kind: 'cue'; readonly end: number; readonly cue: Cue; readonly cost: number }
  /** `foreign`: no word of the menu comes near. */
  | { readonly kind: 'unknown'; readonly end: number; readonly cost: number; readonly foreign: boolean }
  /** An adjective that the menu has no word for. */
  | { readonly kind: 'manner'; readonly end: number; readonly cost: number };

/** For every token the readings that begin at it. */
export interface Lattice {
  readonly tokens: readonly Token[];
  readonly edges: readonly (readonly Edge[])[];
}

/** Readings within this of the best count as equally good. */
export const TIE = 0.15;
const UNKNOWN_COST = 3;
const WEAK_COST = 0.35;
/** A manner that costs more stands for a word of the menu. */
export const PLAIN_MANNER_COST = WEAK_COST;
/** What it costs on top to read such a word as plain English where it is a part of a menu's name, and where it is a whole one. */
const WEAK_OVER_MENU_COSTS = [0, 1.5, 1.5] as const;
/** The same where it is a part of an item's name alone: "black coffee" is no "black tea". */
const WEAK_OVER_ITEM_COST = 0.7;
const FILLER_COST = 0.02;
/** Words that cost less name an item by nearly its own name. */
export const PLAIN_NAME_COST = 0.6;
/** Words that cost less are a name of their own, inflected at most. */
export const OWN_NAME_COST = 0.1;
/** "Same" most often asks for something once more. */
const SAME_COST = 0.3;
/** Reading a word of the menu as plain English. */
export const OVER_MENU_COST = 1;
/** The same for a word that qualifies what follows: "light" may be a roast and yet most often is not. */
const QUALIFIER_OVER_MENU_COST = 0.25;
const CLAUSE_WORD_OVER_MENU_COST = 0.2;
/** "On the side" where the menu has sides. */
const MANNER_OVER_MENU_COST = 0.15;
/** Overhearing a word that counts, negates, qualifies or corrects. */
const IGNORED_CUE_COST = 0.7;
/** Overhearing a "no" turns an order into its opposite: rather is something refused that the menu does not let be refused. */
const IGNORED_NEGATION_COST = 2.5;

/** Finds every reading of every token: phrases of the menu, cues of English, numbers, fillers, unknown words. `words`: what is known of the words of a sentence of which these tokens are a part. */
export function buildLattice(menu: CompiledMenu, tokens: readonly Token[], words = new WordMatcher(menu.vocabulary)): Lattice {
  const matcher = new MenuMatcher(menu, tokens, words);
  const own = tokens.map((_, at) => matcher.matchesAt(at));
  const shared = sharedHeads(menu, tokens, words, own);
  const matches = own.map((found, at) => [...found, ...(shared[at] ?? [])]);
  const covered = coverage(matches, tokens.length);
  const ofChoices = matches.map((found) => found.some((match) => match.entry.meaning.kind === 'choice'));
  const groupEnds = matches.map((found) => Math.max(0, ...found.filter((match) => match.entry.meaning.kind === 'group' && match.cost < TIE).map((match) => match.end)));
  const edges = tokens.map((token, at) => {
    const found = menuEdges(menu, (matches[at] ?? []).filter((match) => !isTakenForGroup(match, token.word)));
    found.push(...numberEdges(tokens, at, groupEnds, covered));
    addCues(tokens, at, covered, found);
    addHindiNumber(tokens, at, matches, covered, found);
    if (!found.some((edge) => edge.kind === 'cue' && edge.end === at + 1 && edge.cue.kind !== 'plain' && !TELLING.has(edge.cue.kind))) {
      const ignored = found.flatMap((edge) => (edge.kind === 'cue' && edge.end > at + 1 ? [edge.cue] : []));
      found.push(plainEdge(token.word, at, covered[at] ?? 0, ofChoices[at] ?? false, ignored));
    }
    return found;
  });
  tokens.forEach((token, at) => {
    if (ALL_WORDS.has(token.word)) edges[at]?.push(...allOfEdges(tokens, edges, at));
  });
  addLineEdges(menu, tokens, edges);
  const beforeOr = orAhead(tokens);
  return { tokens, edges: edges.map((from, at) => from.map((edge) => inContext(edge, tokens, edges, at, beforeOr))) };
}

/** What an edge owes to its neighbours. */
function inContext(edge: Edge, tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number, beforeOr: readonly boolean[]): Edge {
  if (edge.kind === 'manner') return endsName(edges, at, edge.end) ? { ...edge, cost: OVER_MENU_COST } : edge;
  if (edge.kind === 'category') return { ...edge, alsoNames: holdsName(edges, at, edge.end, isNamed) };
  if (edge.kind === 'group') {
    const namesOther = (other: Edge): boolean => nameCost(other) < Math.max(PLAIN_NAME_COST, edge.cost + TIE) && !isAnyOf(other, edge.group);
    const isNoun = edge.cost >= GROUP_NOUN_COST;
    return { ...edge, alsoNames: isNoun || holdsName(edges, at, edge.end, isNamed), anyOf: !isNoun && !holdsName(edges, at, edge.end, namesOther), leads: isBeforeChoice(tokens, edges, edge.end, edge.group) };
  }
  if (edge.kind !== 'choice') return edge;
  const aside = ASIDE.every((word, k) => tokens[edge.end + k]?.word === word);
  return aside || beforeOr[edge.end] ? { ...edge, inOrList: beforeOr[edge.end] ?? false, aside } : edge;
}

/** "Extra" is no group that is called "extras", and "warmed" none that is called "warming". */
function isTakenForGroup({ start, end, entry, cost }: MenuMatch, word: string): boolean {
  if (entry.meaning.kind !== 'group' || end > start + 1) return false;
  const inflected = cost > entry.cost && cost < entry.cost + OWN_NAME_COST;
  return inflected || (CUES.get(word) ?? []).some((cue) => cue.kind === 'qualifier');
}

/** So many words of a name stand before the manner in which it ends. */
const MAX_WORDS_BEFORE_MANNER = 3;
const ASIDE = ['on', 'the', 'side'];
const JOINING_WORDS = new Set(['and', 'with', 'but', 'plus', 'a', 'an']);

/** For every position whether the next joining word from there on is "or". */
function orAhead(tokens: readonly Token[]): boolean[] {
  const ahead = new Array<boolean>(tokens.length + 1).fill(false);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const word = tokens[at]?.word ?? '';
    ahead[at] = word === 'or' || word === 'nor' || (!JOINING_WORDS.has(word) && tokens[at + 1]?.before !== 'stop' && (ahead[at + 1] ?? false));
  }
  return ahead;
}

const ALL_WORDS = new Set(['all', 'every', 'both']);
const BETWEEN_ALL_AND_GROUP = new Set(['the', 'of', 'kinds', 'types', 'sorts', 'your', 'my', 'those', 'these']);

function allOfEdges(tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number): Edge[] {
  let next = at + 1;
  while (BETWEEN_ALL_AND_GROUP.has(tokens[next]?.word ?? '') || isNumber(tokens[next]?.word ?? '')) next += 1;
  const named = (edges[at] ?? []).filter(isNamed).map((edge) => edge.end);
  // "Both rice and beans" joins two things; "both salsas" is all of one group.
  const joins = (end: number): boolean => tokens[at]?.word === 'both' && tokens[end]?.word === 'and' && tokens[end].before === 'none';
  return (edges[next] ?? []).flatMap((edge): Edge[] => (edge.kind === 'group' && !named.includes(edge.end) && !joins(edge.end) ? [{ kind: 'allOf', end: edge.end, group: edge.group, cost: edge.cost }] : []));
}

/** "Sauce on the side", where that is a choice. */
function endsName(edges: readonly (readonly Edge[])[], at: number, end: number): boolean {
  return edges.slice(Math.max(0, at - MAX_WORDS_BEFORE_MANNER), at).some((from) => from.some((edge) => edge.kind === 'choice' && edge.end === end && nameCost(edge) < TIE));
}

/** Whether the words of a group also name an item or a choice, or hold such a name. */
function holdsName(edges: readonly (readonly Edge[])[], from: number, to: number, names: (edge: Edge) => boolean): boolean {
  return edges.slice(from, to).some((starting) => starting.some((edge) => edge.end <= to && names(edge)));
}

function isBeforeChoice(tokens: readonly Token[], edges: readonly (readonly Edge[])[], at: number, group: number): boolean {
  if (tokens[at]?.before === 'stop') return false;
  return (edges[at] ?? []).some((edge) => edge.kind === 'choice' && edge.readings.some((reading) => reading.group === group && reading.cost < PLAIN_NAME_COST));
}

/** Whether words stand for several choices of a group because they are its name. */
function isAnyOf(edge: Edge, group: number): boolean {
  const [reading, ...others] = edge.kind === 'choice' ? edge.readings : [];
  return reading !== undefined && others.length === 0 && reading.group === group && reading.choices.length > 1 && reading.cost >= ANY_CHOICE_COST;
}

/** How well the menu explains each token: 2 by a name of its own, 1 by a part of a name or a misspelling, 0 not at all. */
function coverage(matches: readonly (readonly MenuMatch[])[], length: number): number[] {
  const covered = new Array<number>(length).fill(0);
  for (const match of matches.flat()) {
    if (match.gap >= 0 || match.entry.meaning.kind === 'group' || match.entry.meaning.kind === 'restaurant') continue;
    const level = match.cost < 0.3 ? 2 : 1;
    for (let at = match.start; at < match.end; at += 1) covered[at] = Math.max(covered[at] ?? 0, level);
  }
  return covered;
}

function menuEdges(menu: CompiledMenu, found: readonly MenuMatch[]): Edge[] {
  const edges: Edge[] = [];
  const spans = new Map<number, MenuMatch[]>();
  for (const match of found) {
    const key = match.end * 4_096 + match.gap + 1;
    const same = spans.get(key);
    if (same) same.push(match);
    else spans.set(key, [match]);
  }
  for (const matches of spans.values()) addSpan(menu, matches, edges);
  return edges;
}

/** Whether an edge is an item or a choice by nearly its own name. */
function isNamed(edge: Edge): boolean {
  return nameCost(edge) < PLAIN_NAME_COST;
}

function nameCost(edge: Edge): number {
  return edge.kind === 'item' ? edge.cost : edge.kind === 'choice' ? (edge.readings[0]?.cost ?? Infinity) : Infinity;
}

function addSpan(menu: CompiledMenu, matches: readonly MenuMatch[], edges: Edge[]): void {
  const items = new Map<number, number>();
  const choices: { choices: readonly number[]; cost: number }[] = [];
  for (const { entry, cost, end, gap } of matches) {
    const { meaning } = entry;
    if (meaning.kind === 'item') items.set(meaning.item, Math.min(cost, items.get(meaning.item) ?? cost));
    else if (meaning.kind === 'choice') choices.push({ choices: meaning.choices, cost });
    else if (meaning.kind === 'restaurant') edges.push({ kind: 'cue', end, cue: { kind: 'filler' }, cost });
    else if (gap < 0) addOnce(edges, meaning.kind === 'category' ? { kind: 'category', end, category: meaning.category, cost, alsoNames: false } : { kind: 'group', end, group: meaning.group, cost, alsoNames: false, anyOf: false, leads: false });
  }
  const [first] = matches;
  if (!first) return;
  const { end, gap } = first;
  if (items.size > 0) {
    const cost = Math.min(...items.values());
    const tied = [...items].filter(([, own]) => own <= cost + (cost > TIE ? TIE : 0)).map(([item]) => item);
    edges.push({ kind: 'item', end, items: tied, cost, gap, asOptionOf: gap < 0 && cost < OWN_NAME_COST ? choices.flatMap((reading) => (reading.cost < OWN_NAME_COST ? [menu.choices[reading.choices[0] ?? -1]?.group ?? -1] : [])) : [] });
  }
  if (choices.length > 0 && gap < 0) edges.push({ kind: 'choice', end, readings: byGroup(menu, choices), inOrList: false, aside: false, alsoItem: Math.min(...items.values()) < OWN_NAME_COST });
}

/** Adds the name of a category or group, if the same words do not already stand for it at a lower cost. */
function addOnce(edges: Edge[], edge: Extract<Edge, { kind: 'category' | 'group' }>): void {
  const same = edges.findIndex((other) => other.kind === edge.kind && other.end === edge.end && (other.kind !== 'category' || edge.kind !== 'category' || other.category === edge.category));
  const known = edges[same];
  if (!known) edges.push(edge);
  else if ('cost' in known && known.cost > edge.cost) edges[same] = edge;
}

/** The cheapest reading in each group, cheapest first; choices of one group that cost the same are put together. */
function byGroup(menu: CompiledMenu, choices: { choices: readonly number[]; cost: number }[]): ChoiceReading[] {
  const readings = new Map<number, ChoiceReading>();
  for (const reading of choices.sort((one, other) => one.cost - other.cost)) {
    const group = menu.choices[reading.choices[0] ?? -1]?.group ?? -1;
    const known = readings.get(group);
    if (!known) readings.set(group, { ...reading, group });
    else if (reading.cost <= known.cost + (known.cost > TIE ? TIE : 0)) readings.set(group, { ...known, choices: [...new Set([...known.choices, ...reading.choices])] });
  }
  return [...readings.values()];
}

/** "Do masala dosa": a number where an item follows. The word itself is no number on a menu that has it. */
function addHindiNumber(tokens: readonly Token[], at: number, matches: readonly (readonly MenuMatch[])[], covered: readonly number[], edges: Edge[]): void {
  const value = hindiNumberAt(tokens, at);
  if (value === undefined || (covered[at] ?? 0) === 2) return;
  const following = (matches[at + 1] ?? []).some(({ entry, cost, gap }) => entry.meaning.kind === 'item' && cost < PLAIN_NAME_COST && gap < 0);
  if (!following) return;
  const others = edges.filter((edge) => edge.kind !== 'cue' || edge.end > at + 1);
  edges.splice(0, edges.length, ...others, { kind: 'cue', end: at + 1, cue: { kind: 'number', value }, cost: 0 });
}

function addCues(tokens: readonly Token[], at: number, covered: readonly number[], edges: Edge[]): void {
  const longest = new Map<string, Edge>();
  let phrase = '';
  for (let length = 1; at + length <= tokens.length; length += 1) {
    const token = tokens[at + length - 1];
    if (!token || (length > 1 && (token.before === 'stop' || !CUE_BEGINNINGS.has(phrase)))) break;
    phrase = length === 1 ? token.word : `${phrase} ${token.word}`;
    for (const cue of CUES.get(phrase) ?? []) {
      if (cue.kind === 'pronoun' && (covered[at + 1] ?? 0) > 0) continue;
      const over = length > 1 && cue.kind === 'with' && covered[at] !== 2 ? CLAUSE_WORD_OVER_MENU_COST : length === 1 && CLAUSE_WORDS.has(phrase) ? CLAUSE_WORD_OVER_MENU_COST : cue.kind === 'qualifier' ? QUALIFIER_OVER_MENU_COST : OVER_MENU_COST;
      const level = Math.max(...covered.slice(at, at + length));
      const cost = cue.kind === 'plain' ? (WEAK_OVER_MENU_COSTS[level] ?? 0) : cue.kind === 'filler' && length > 2 ? FILLER_COST : level === 2 ? over : level === 1 ? over / 4 : 0;
      const next = tokens[at + length];
      const closing = next?.before !== 'none' || next.word === 'and';
      const said: Cue = cue.kind === 'pronoun' ? { ...cue, closing } : cue;
      longest.set(cue.kind, cue.kind === 'manner' ? { kind: 'manner', end: at + length, cost: edges.some((edge) => edge.kind === 'choice' && edge.end === at + length && nameCost(edge) < TIE) ? OVER_MENU_COST : cost > 0 ? MANNER_OVER_MENU_COST : 0 } : { kind: 'cue', end: at + length, cue: said, cost });
    }
  }
  // "Not much cheese" refuses none.
  if ((longest.get('qualifier')?.end ?? 0) > (longest.get('negation')?.end ?? Infinity)) longest.delete('negation');
  edges.push(...longest.values());
}

function plainEdge(word: string, at: number, covered: number, ofChoice: boolean, ignored: readonly Cue[]): Edge {
  const weakCost = WEAK_COST + (covered === 1 && !ofChoice ? WEAK_OVER_ITEM_COST : (WEAK_OVER_MENU_COSTS[covered] ?? 0));
  if (WEAK_WORDS.has(word)) return { kind: 'cue', end: at + 1, cue: { kind: 'filler' }, cost: weakCost + (ignored.some((cue) => TELLING.has(cue.kind)) ? IGNORED_CUE_COST : 0) };
  if (MANNER_WORDS.has(word)) return { kind: 'manner', end: at + 1, cost: weakCost };
  if (FILLER_WORDS.has(word)) {
    const over = covered < 2 ? 0 : CLAUSE_WORDS.has(word) ? CLAUSE_WORD_OVER_MENU_COST : OVER_MENU_COST;
    return { kind: 'cue', end: at + 1, cue: { kind: 'filler' }, cost: FILLER_COST + over + ignoredCost(word, ignored) + (word === 'same' ? SAME_COST : 0) };
  }
  return { kind: 'unknown', end: at + 1, cost: UNKNOWN_COST, foreign: covered === 0 };
}

const TELLING = new Set<Cue['kind']>(['number', 'same', 'partBack', 'negation', 'qualifier', 'multiple', 'correction', 'instead', 'shared', 'sharedBack', 'or']);

/** What it costs to take a word for plain English that is, or begins, a phrase on which an order turns. */
function ignoredCost(word: string, ignored: readonly Cue[]): number {
  const cues = [...(CUES.get(word) ?? []), ...ignored];
  if (cues.some((cue) => cue.kind === 'negation')) return IGNORED_NEGATION_COST;
  return cues.some((cue) => TELLING.has(cue.kind)) || ignored.some((cue) => cue.kind === 'revision') ? IGNORED_CUE_COST : 0;
}
