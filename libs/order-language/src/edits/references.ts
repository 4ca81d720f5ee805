import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine } from '../parsed-order';
import { isNumber, singular, stem } from '../text/word-forms';
import { ALL_WORDS, DEFINITES, LAST_WORDS, ON_WORDS, ONE_WORDS, ORDINALS, PLURAL_PRONOUNS, SINGLE_PRONOUNS } from './edit-words';
import { choicesOfOption, itemsOfLine } from './standing-line';

/** Words that point at lines of the standing order. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** Positions of the lines; several where they all are meant, or where `ambiguous`. */
  readonly lines: readonly number[];
  readonly ambiguous: boolean;
  /** "One of the cokes": so many of the line. */
  readonly quantity: number | undefined;
  /** "The coke" and "it" point; "coke" and "a coke" may also order another. */
  readonly definite: boolean;
  /** A preposition stands before it: "on the second one". */
  readonly preposition: boolean;
  /** A word such as "it" that says nothing of what it means. */
  readonly pronoun: boolean;
}

/** What references are looked up in. `focus`: the line spoken of last, which "it" means. */
export interface Standing {
  readonly menu: CompiledMenu;
  readonly order: readonly OrderLine[];
  readonly lattice: Lattice;
  readonly words: readonly string[];
  readonly focus: number;
  /** What an earlier part of the sentence told apart of a line: "one of the lattes with oat, and the other ...". */
  readonly part: { readonly line: number; readonly quantity: number } | undefined;
}

const WHOLES = new Set(['order', 'thing', 'lot', 'meal', 'cart']);

/** The reference that begins at a word, if one does and ends before `limit`. */
export function referenceAt(standing: Standing, from: number, limit: number): Reference | undefined {
  const { words } = standing;
  // "On the side" is a manner, even where the menu has sides.
  if (words.slice(from, from + 3).join(' ') === 'on the side' || (words[from] === 'the' && words[from + 1] === 'side' && words[from - 1] === 'on')) return undefined;
  let at = from;
  const preposition = ON_WORDS.has(words[at] ?? '') && at + 1 < limit;
  if (preposition) at += 1;
  if (words[at] === 'of' && preposition) at += 1;
  let quantity: number | undefined;
  if (isCount(words[at]) && words[at + 1] === 'of') {
    quantity = Number(words[at]);
    at += 2;
  }
  const all = isAll(words, at) && !(words[at] === 'each' && isCount(words[at - 1]));
  if (all) at += words[at + 1] === 'of' ? 2 : 1;
  const definite = DEFINITES.has(words[at] ?? '');
  const bare = definite ? at + 1 : at;
  const target = at < limit ? pointed(standing, bare, limit, definite) : undefined;
  const build = (end: number, lines: readonly number[], ambiguous: boolean, points: boolean, pronoun = false): Reference => ({
    start: from,
    end,
    lines,
    ambiguous,
    quantity,
    definite: points,
    preposition,
    pronoun,
  });
  if (target && target.end <= limit && target.lines.length > 0) {
    const several = target.lines.length > 1 && !target.plural && !all;
    quantity ??= target.quantity;
    return build(target.end, target.lines, several, definite || all || target.points);
  }
  const told = quantity === undefined ? standing : { ...standing, focus: focusOfSome(standing, quantity) };
  const pronoun = pronounLines(told, words[at] ?? '', quantity !== undefined || words[from - 1] === 'more' || words[from - 1] === 'of');
  if (pronoun) {
    const both = words[at - 1] === 'both' || words[at + 1] === 'both';
    const everyOne = all || both || words[at + 1] === 'all';
    const end = at + 1 + (words[at + 1] === 'both' || words[at + 1] === 'all' ? 1 : 0);
    return build(end, everyOne ? allLines(standing, both) : pronoun, false, true, true);
  }
  if (all && at > from) return build(at, allLines(standing, words[at - 1] === 'both'), false, true);
  return undefined;
}

/** "Whole" is all of something only before what can be all: there is whole milk. */
function isAll(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return ALL_WORDS.has(word) && ((word !== 'whole' && word !== 'entire') || WHOLES.has(words[at + 1] ?? ''));
}

function isCount(word: string | undefined): boolean {
  return word !== undefined && isNumber(word) && Number.isInteger(Number(word)) && Number(word) > 0;
}

function allLines({ order }: Standing, both: boolean): number[] {
  const lines = order.map((_, k) => k);
  return both ? lines.slice(-2) : lines;
}

/** "One of them": of the line spoken of last, else of the only one that there are more of. */
function focusOfSome({ order, focus }: Standing, quantity: number): number {
  const more = order.flatMap((line, k) => (line.quantity > quantity ? [k] : []));
  const [only] = more;
  return (order[focus]?.quantity ?? 0) > quantity || more.length !== 1 || only === undefined ? focus : only;
}

function pronounLines({ order, focus }: Standing, word: string, counted: boolean): number[] | undefined {
  if (SINGLE_PRONOUNS.has(word)) return [focus];
  if (!PLURAL_PRONOUNS.has(word)) return undefined;
  return counted || (order[focus]?.quantity ?? 1) > 1 || order.length === 1 ? [focus] : order.map((_, k) => k);
}

interface Pointed {
  readonly end: number;
  readonly lines: readonly number[];
  readonly plural: boolean;
  readonly points: boolean;
  /** So many of the line only. */
  readonly quantity?: number;
}

/** Lines by position ("second one"), by name with or without options ("large coke"), by kind ("drink"), by options ("one with ham"). */
function pointed(standing: Standing, at: number, limit: number, definite: boolean): Pointed | undefined {
  return byPosition(standing, at, limit, definite) ?? byName(standing, at, limit) ?? (definite ? (byOptions(standing, at, limit) ?? byNameWord(standing, at)) : undefined);
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
  const named = byName(standing, at + 1, limit);
  const among = named && named.lines.length > 0 ? named.lines : order.map((_, k) => k);
  const end = named?.end ?? (ONE_WORDS.has(words[at + 1] ?? '') ? at + 2 : at + 1);
  const left = word === 'other' || word === 'others' || (last && !named) ? restOfPart(standing, among) : undefined;
  if (left) return { end, ...left, plural: true, points: true };
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

function byName(standing: Standing, at: number, limit: number): Pointed | undefined {
  const { lattice, order, menu, words } = standing;
  for (let from = at; from < Math.min(at + 4, limit); from += 1) {
    const options = from === at ? [] : choicesCovering(lattice, at, from);
    if (from > at && options.length === 0 && words[from - 1] !== 'order' && words[from - 1] !== 'of') return undefined;
    let best: { end: number; cost: number; lines: number[] } | undefined;
    for (const edge of lattice.edges[from] ?? []) {
      const items = itemsOfEdge(menu, edge);
      if (!items || edge.end > limit || edge.kind === 'cue' || !('cost' in edge)) continue;
      const lines = order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => items.includes(item)) ? [k] : []));
      if (lines.length > 0 && (!best || edge.end > best.end || (edge.end === best.end && edge.cost < best.cost))) best = { end: edge.end, cost: edge.cost, lines };
    }
    if (!best) continue;
    const having = best.lines.filter((line) => options.every((choice) => hasChoice(standing, line, choice)));
    const told = having.length > 1 ? toldBehind(standing, best.end, limit, having) : undefined;
    if (told) return told;
    const noun = words[best.end - 1] ?? '';
    const pronoun = ONE_WORDS.has(words[best.end] ?? '') && (words[best.end] !== '1' || !endsName(standing, best.end - 1, best.lines));
    const end = best.end + (pronoun && best.end < limit ? 1 : 0);
    return { end, lines: having.length > 0 ? having : best.lines, plural: singular(noun) !== noun, points: false };
  }
  return undefined;
}

/** "The chips", where the order has chips and salsa: the lines of which the word is a part of the name. */
function byNameWord({ menu, order, words, lattice }: Standing, at: number): Pointed | undefined {
  const word = words[at] ?? '';
  const names = (lattice.edges[at] ?? []).some((edge) => edge.kind === 'item' && edge.end === at + 1);
  const lines = names ? order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => menu.items[item]?.words.some((own) => stem(own) === stem(word))) ? [k] : [])) : [];
  return lines.length > 0 ? { end: at + 1, lines, plural: singular(word) !== word, points: false } : undefined;
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
  const after = words[at] === '1' && (words[at + 1] === 'with' || words[at + 1] === 'without');
  const from = after ? at + 2 : at;
  const edge = choiceAt(lattice, from, limit);
  if (!edge) return undefined;
  const named = words[edge.end] === '1' || words[edge.end] === 'ones';
  if (!after && !named) return undefined;
  const choices = edge.readings[0]?.choices ?? [];
  const lines = order.flatMap((_, line) => (choices.some((choice) => hasChoice(standing, line, choice)) !== (words[at + 1] === 'without') ? [line] : []));
  return { end: after ? edge.end : edge.end + 1, lines, plural: words[edge.end] === 'ones', points: true };
}

function hasChoice({ menu, order }: Standing, line: number, choice: number): boolean {
  return (order[line]?.options ?? []).some((option) => !option.negated && choicesOfOption(menu, option).includes(choice));
}
