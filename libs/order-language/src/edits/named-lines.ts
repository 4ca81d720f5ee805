import { FILLER_WORDS } from '../grammar/common-words';
import { CUES } from '../grammar/cues';
import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { singular, stem } from '../text/word-forms';
import { countOf, kindAt, leastMeant, type Kind } from './kinds';
import { plainLines } from './plain-lines';
import { DEFINITES, isCount, LAST_WORDS, ONE_WORDS, ORDINALS } from './edit-words';
import type { Standing } from './standing';
import { choicesOfOption, itemsOfLine } from './standing-line';

/** Lines that words mean, and where those end. */
export interface Pointed {
  readonly end: number;
  readonly lines: readonly number[];
  readonly plural: boolean;
  readonly points: boolean;
  /** So many of the line only. */
  readonly quantity?: number;
}

/** Lines by position ("second one"), by name with or without options ("large coke"), by kind ("drink"), by options ("one with ham"). `told`: how many are meant at least, Infinity for all of a kind, 0 where nothing tells. */
export function pointed(standing: Standing, at: number, limit: number, definite: boolean, told: number): Pointed | undefined {
  return byPosition(standing, at, limit, definite) ?? byName(standing, at, limit, definite, told) ?? (definite ? (byOptions(standing, at, limit) ?? plainLines(standing, at, limit)) : undefined);
}

function byPosition(standing: Standing, at: number, limit: number, definite: boolean): Pointed | undefined {
  const { words, order } = standing;
  const word = words[at] ?? '';
  if ((word === 'number' || word === 'item' || word === 'line') && isCount(words[at + 1])) {
    const line = Number(words[at + 1]) - 1;
    return line < order.length ? { end: at + 2, lines: [line], plural: false, points: true } : undefined;
  }
  const ordinal = ORDINALS.get(word);
  const last = LAST_WORDS.has(word);
  if (ordinal === undefined && !last && !(word === 'other' && definite)) return undefined;
  const run = isCount(words[at + 1]) && words[at + 1] !== '1' ? Number(words[at + 1]) : 0;
  if (run > 0 && (last || ordinal === 0)) {
    const lines = order.map((_, k) => k);
    return { end: at + 2, lines: last ? lines.slice(-run) : lines.slice(0, run), plural: true, points: true };
  }
  const named = byName(standing, at + 1, limit, true, 0);
  const among = named && named.lines.length > 0 ? named.lines : order.map((_, k) => k);
  const end = named?.end ?? (ONE_WORDS.has(words[at + 1] ?? '') ? at + 2 : at + 1);
  // "Two of them decaf and the third one with soy".
  const third = ordinal !== undefined && !named && ordinal === standing.part?.quantity;
  const left = word === 'other' || word === 'others' || last || third ? restOfPart(standing, among) : undefined;
  if (left && ((!last && !third) || left.quantity === 1)) return { end, ...left, plural: true, points: true };
  if (word === 'other' && !named) return { end, lines: otherLines(standing), plural: words[end - 1] === 'ones', points: true };
  if (word === 'other') return { end, lines: among.filter((line) => line !== standing.focus), plural: words[end - 1] === 'ones', points: true };
  const line = last ? among.at(-1) : among[ordinal ?? 0];
  if (line !== undefined) return { end, lines: [line], plural: false, points: true };
  // "The second burrito" of a line of two.
  const only = named && among.length === 1 ? among[0] : undefined;
  return only === undefined || (order[only]?.quantity ?? 0) <= (ordinal ?? 0) ? undefined : { end, lines: [only], plural: false, points: true, quantity: 1 };
}

/** "The other": of the lines with the item spoken of last, else of all. */
function otherLines({ menu, order, focus }: Standing): number[] {
  const spokenOf = order[focus];
  const others = order.map((_, line) => line).filter((line) => line !== focus);
  const items = spokenOf ? itemsOfLine(menu, spokenOf) : [];
  const alike = others.filter((line) => order[line] && itemsOfLine(menu, order[line]).some((item) => items.includes(item)));
  return alike.length > 0 ? alike : others;
}

/** What is left of the line of which some were told apart. */
function restOfPart({ part, order }: Standing, among: readonly number[]): Pick<Pointed, 'lines' | 'quantity'> | undefined {
  if (!part || !among.includes(part.line)) return undefined;
  const quantity = (order[part.line]?.quantity ?? 0) - part.quantity;
  return quantity > 0 ? { lines: [part.line], quantity } : undefined;
}

function byName(standing: Standing, at: number, limit: number, definite: boolean, told: number): Pointed | undefined {
  const { lattice, words } = standing;
  for (let from = at; from < Math.min(at + 4, limit); from += 1) {
    const options = from === at ? [] : choicesCovering(lattice, at, from);
    if (from > at && options.length === 0 && words[from - 1] !== 'order' && words[from - 1] !== 'of') {
      if ((lattice.edges[at] ?? []).some((edge) => edge.kind === 'choice' && edge.end > from)) continue;
      return undefined;
    }
    const best = named(standing, from, limit, definite, told);
    if (!best) continue;
    if (isRatherOption(standing, at, from, best.end, limit)) return undefined;
    const inName = choicesWithin(lattice, from, best.end);
    const those = best.lines.filter((line) => options.every((choice) => hasChoice(standing, line, choice)));
    if (!definite && options.length > 0 && those.length === 0) return undefined;
    const telling = those.filter((line) => inName.some((choice) => hasChoice(standing, line, choice)));
    const having = telling.length > 0 ? telling : those;
    const behind = having.length > 1 ? toldBehind(standing, best.end, limit, having) : undefined;
    if (behind) return behind;
    const noun = words[best.end - 1] ?? '';
    const pronoun = ONE_WORDS.has(words[best.end] ?? '') && (words[best.end] !== '1' || !endsName(standing, best.end - 1, best.lines));
    const end = best.end + (pronoun && best.end < limit ? 1 : 0);
    return { end, lines: having.length > 0 ? having : best.lines, plural: singular(noun) !== noun, points: false };
  }
  return undefined;
}

/** The lines that the longest name at a token means; the wider kind where the name means fewer than the words say. */
function named(standing: Standing, from: number, limit: number, definite: boolean, told: number): Kind | undefined {
  const { lattice, order, menu, words } = standing;
  let best: { end: number; cost: number; lines: number[] } | undefined;
  const listed = listedUntil(standing, from, limit);
  for (const edge of lattice.edges[from] ?? []) {
    const items = itemsOfEdge(menu, edge);
    if (!items || edge.end > limit || edge.kind === 'cue' || !('cost' in edge) || (edge.end <= listed && edge.cost > 0) || (!definite && edge.cost > OWN_NAME_COST && namesChoice(standing, from, edge.end))) continue;
    const lines = order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => items.includes(item)) ? [k] : []));
    if (lines.length > 0 && (!best || edge.end > best.end || (edge.end === best.end && edge.cost < best.cost))) best = { end: edge.end, cost: edge.cost, lines };
  }
  const near = listed > from ? undefined : kindAt(standing, from, limit);
  const kind = near && !definite && namesChoice(standing, from, near.end) ? undefined : near;
  if (!best || !kind || kind.end < best.end) return best ?? (kind && (definite || isKindOnly(standing, from, kind)) ? kind : definite && listed === from ? partOfName(standing, from) : undefined);
  const lines = [...new Set([...best.lines, ...kind.lines])].sort((one, other) => one - other);
  const least = leastMeant(standing, words[best.end - 1] ?? '', best.lines, told);
  const wider = least === Infinity ? lines.length > best.lines.length : countOf(standing, best.lines) < least && countOf(standing, lines) >= least;
  return kind.end > best.end || wider ? { end: kind.end, lines } : best;
}

/** "The whole wheat tortilla" of which a name has but a part, "the onion on the idli" beside an onion dosa: an option that lines may have. */
function isRatherOption(standing: Standing, at: number, from: number, end: number, limit: number): boolean {
  const { lattice, menu, order, words } = standing;
  if (ONE_WORDS.has(words[end] ?? '')) return false;
  const byOwnName = (lattice.edges[from] ?? []).some((edge) => edge.kind === 'item' && edge.end === end && edge.cost < OWN_NAME_COST);
  const choices = (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' && edge.end >= end ? [edge] : []));
  return choices.some(({ end: last, readings }) => {
    const groups = readings.flatMap((reading) => (reading.cost < OWN_NAME_COST ? [reading.group] : []));
    const takes = (line: number): boolean => order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => groups.some((group) => menu.items[item]?.groups.has(group)));
    if (last - at > end - from) return order.some((_, line) => takes(line));
    if (byOwnName) return false;
    const behind = last < limit && PLACING.has(words[last] ?? '') ? pointed(standing, DEFINITES.has(words[last + 1] ?? '') ? last + 2 : last + 1, limit, true, 0) : undefined;
    return behind?.lines.some(takes) ?? false;
  });
}

/** Words that put an option on a line. */
const PLACING = new Set(['on', 'in', 'from', 'off', 'for', 'to']);

/** "Kale", which is an option by its own name and only a part of an item's. */
function namesChoice({ menu, order, lattice, words }: Standing, from: number, end: number): boolean {
  const takes = (group: number): boolean => order.some((line) => itemsOfLine(menu, line).some((item) => menu.items[item]?.groups.has(group)));
  return !ONE_WORDS.has(words[end] ?? '') && (lattice.edges[from] ?? []).some((edge) => edge.kind === 'choice' && edge.end >= end && edge.readings.some((reading) => reading.cost < OWN_NAME_COST && takes(reading.group)));
}

/** "The chips" of an order of chips and salsa. */
function partOfName({ menu, order, words }: Standing, at: number): Kind | undefined {
  const word = words[at] ?? '';
  if (FILLER_WORDS.has(word) || CUES.has(word)) return undefined;
  const lines = order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => menu.items[item]?.words.some((part) => stem(part) === stem(word))) ? [k] : []));
  return lines.length > 0 ? { end: at + 1, lines } : undefined;
}

/** Where words end that name an option of a line, and are no more than a part of an item's name; where they would begin, if they name none. */
function listedUntil(standing: Standing, from: number, limit: number): number {
  const { lattice, order, words } = standing;
  const ends = (lattice.edges[from] ?? []).flatMap((edge) => {
    if (edge.kind !== 'choice' || edge.end > limit || ONE_WORDS.has(words[edge.end] ?? '')) return [];
    const choices = edge.readings.flatMap((reading) => (reading.cost < OWN_NAME_COST ? reading.choices : []));
    return order.some((_, line) => choices.some((choice) => hasChoice(standing, line, choice))) ? [edge.end] : [];
  });
  return Math.max(from, ...ends);
}

/** Whether words that end the names of lines are no name of something else: "the lemonade" is no pink lemonade where the menu has lemonade. */
function isKindOnly({ lattice, words }: Standing, from: number, { end }: Kind): boolean {
  const noun = words[end - 1] ?? '';
  return singular(noun) !== noun || !(lattice.edges[from] ?? []).some((edge) => edge.kind === 'item' && edge.end === end && edge.cost < OWN_NAME_COST && edge.gap < 0);
}

/** Words that cost more may as well mean nothing of the menu. */
const VAGUE_COST = 0.8;

/** Words that cost less are a name of their own, inflected at most. */
const OWN_NAME_COST = 0.1;

/** Choices named by words inside the name of an item: "3 piece tenders". */
function choicesWithin({ edges }: Lattice, from: number, to: number): number[] {
  return edges.slice(from, to).flatMap((starting) => starting.flatMap((edge) => (edge.kind === 'choice' && edge.end <= to ? edge.readings.flatMap((reading) => reading.choices) : [])));
}

/** "The pizza with onion", where several pizzas stand and some have onion. */
function toldBehind(standing: Standing, at: number, limit: number, lines: readonly number[]): Pointed | undefined {
  const { words, lattice } = standing;
  if (words[at] !== 'with' && words[at] !== 'without') return undefined;
  const edge = choiceAt(lattice, at + 1, limit);
  if (!edge) return undefined;
  const choices = edge.readings[0]?.choices ?? [];
  const those = lines.filter((line) => choices.some((choice) => hasChoice(standing, line, choice)) === (words[at] === 'with'));
  return those.length > 0 && those.length < lines.length ? { end: edge.end, lines: those, plural: false, points: false } : undefined;
}

/** Whether a word ends the name of one of the lines' items: in "the coke one" the "one" counts, in "the plain one" it stands for the noun. */
function endsName({ menu, order, words }: Standing, at: number, lines: readonly number[]): boolean {
  const items = lines.flatMap((line) => (order[line] ? itemsOfLine(menu, order[line]) : []));
  return items.some((item) => stem(menu.items[item]?.words.at(-1) ?? '') === stem(words[at] ?? ''));
}

function itemsOfEdge(menu: CompiledMenu, edge: Edge): readonly number[] | undefined {
  if (edge.kind === 'item') return edge.items;
  return edge.kind === 'category' ? menu.categories[edge.category]?.items : undefined;
}

/** Choices whose words fill the tokens between two positions; none where other words stand there. */
function choicesCovering(lattice: Lattice, from: number, to: number): number[] {
  if (from === to) return [];
  for (const edge of lattice.edges[from] ?? []) {
    if (edge.kind !== 'choice' || edge.end > to) continue;
    const rest = choicesCovering(lattice, edge.end, to);
    if (edge.end === to || rest.length > 0) return [...(edge.readings[0]?.choices ?? []), ...rest];
  }
  return [];
}

/** The longest words of a choice that begin at a token. */
function choiceAt(lattice: Lattice, at: number, limit: number): Extract<Edge, { kind: 'choice' }> | undefined {
  const choices = (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' && edge.end <= limit ? [edge] : []));
  return choices.sort((one, other) => other.end - one.end)[0];
}

/** "The one with olives", "the large one". */
function byOptions(standing: Standing, at: number, limit: number): Pointed | undefined {
  const { words, lattice, order } = standing;
  // "The one with swiss", "the sub with swiss" where the menu calls nothing a sub.
  const noun = words[at] === '1' || (lattice.edges[at] ?? []).every((edge) => edge.kind === 'unknown' || edge.kind === 'manner' || (edge.kind === 'cue' && (edge.cue.kind === 'filler' || edge.cue.kind === 'request')) || ('cost' in edge && edge.cost > VAGUE_COST) || (edge.kind === 'choice' && (edge.readings[0]?.cost ?? 0) > VAGUE_COST));
  const after = noun && (words[at + 1] === 'with' || words[at + 1] === 'without');
  const from = after ? at + 2 : at;
  const edge = choiceAt(lattice, from, limit);
  if (!edge) return undefined;
  const named = words[edge.end] === '1' || words[edge.end] === 'ones';
  const alone = !after && !named && standsAlone(standing, at, edge, limit);
  if (!after && !named && !alone) return undefined;
  const choices = edge.readings[0]?.choices ?? [];
  const lines = order.flatMap((_, line) => (choices.some((choice) => hasChoice(standing, line, choice)) !== (words[at + 1] === 'without') ? [line] : []));
  return { end: named ? edge.end + 1 : edge.end, lines, plural: words[edge.end] === 'ones', points: true };
}

/** "On the large and ...": a choice that tells lines apart, behind a preposition and with no noun behind it. */
function standsAlone({ lattice, words, menu }: Standing, at: number, edge: Extract<Edge, { kind: 'choice' }>, limit: number): boolean {
  const ends = edge.end >= limit || words[edge.end] === 'and' || lattice.tokens[edge.end]?.before !== 'none';
  return ends && words[at - 1] === 'the' && PLACING.has(words[at - 2] ?? '') && (menu.groups[edge.readings[0]?.group ?? -1]?.exclusive ?? false);
}

function hasChoice({ menu, order }: Standing, line: number, choice: number): boolean {
  return (order[line]?.options ?? []).some((option) => !option.negated && choicesOfOption(menu, option).includes(choice));
}
