import { ALL_WORDS, AWAY_WORDS, DEFINITES, exceptAt, isCount, ON_WORDS, PLURAL_PRONOUNS, SINGLE_PRONOUNS } from './edit-words';
import { countOf } from './kinds';
import { pointed, type Pointed } from './named-lines';
import type { Standing } from './standing';

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
  /** "Them" of which nothing tells what it means. */
  readonly loose: boolean;
  /** A kind that the menu does not tell ("both drinks"): those of the lines that take what is said. 0: not so; else how many. */
  readonly fitting: number;
}

/** No words that point at lines are more than these. */
const MAX_REFERENCE = 32;

/** The reference that begins at a word, if one does and ends before `limit`. */
export function referenceAt(standing: Standing, from: number, limit: number): Reference | undefined {
  const reach = Math.max(0, Math.min(limit - from, MAX_REFERENCE));
  return standing.reader.lookedUp(standing, from * (MAX_REFERENCE + 1) + reach, () => find(standing, from, from + reach));
}

function find(standing: Standing, from: number, limit: number): Reference | undefined {
  const { words } = standing;
  // "On the side" is a manner, even where the menu has sides.
  if (words.slice(from, from + 3).join(' ') === 'on the side' || (words[from] === 'the' && words[from + 1] === 'side' && words[from - 1] === 'on')) return undefined;
  const preposition = ON_WORDS.has(words[from] ?? '') && from + 1 < limit;
  const some = someOf(words, preposition ? (words[from + 1] === 'of' ? from + 2 : from + 1) : from, preposition && PLACING.has(words[from] ?? ''));
  let { at } = some;
  const all = isAll(words, at) && !(words[at] === 'everything' && words[at - 1] === 'the') && !(words[at] === 'each' && isCount(words[at - 1])) && !beginsName(standing, at);
  if (all) at += words[at + 1] === 'of' ? 2 : 1;
  const both = all && words.slice(some.at, at).includes('both');
  const definite = DEFINITES.has(words[at] ?? '');
  const wholeEnd = definite ? endOfWhole(words, at + 1, limit) : undefined;
  if (wholeEnd !== undefined) return { start: from, end: wholeEnd, lines: allLines(standing), ambiguous: false, quantity: undefined, definite: true, preposition, pronoun: false, loose: false, fitting: 0 };
  const counted = preposition && some.quantity !== undefined;
  const target = at < limit ? pointedBehind(standing, definite ? at + 1 : at, limit, definite || all || counted, both ? 2 : all && WHOLE_WORDS.has(words[some.at] ?? '') ? Infinity : 0) : undefined;
  const build = (end: number, lines: readonly number[], more: Partial<Reference>): Reference => {
    const quantity = some.half ? halfOf(standing, lines) : (some.quantity ?? more.quantity);
    return { start: from, end, lines, ambiguous: false, definite: true, preposition, pronoun: false, loose: false, fitting: 0, ...more, quantity };
  };
  const kind = definite || all ? fittingKind(standing, definite ? at + 1 : at, target, both) : undefined;
  if (kind) return build(kind.end, allLines(standing), { fitting: kind.least });
  if (target && target.end <= limit && target.lines.length > 0) {
    const ambiguous = target.lines.length > 1 && !target.plural && !all;
    return build(target.end, target.lines, { ambiguous, definite: definite || all || target.points, quantity: target.quantity });
  }
  const pronoun = pronounAt(standing, at, { ...some, all, counted: words[from - 1] === 'more' || words[from - 1] === 'of' });
  if (pronoun) return build(pronoun.end, pronoun.lines, { pronoun: true, ...(pronoun.both && isOpenBoth(standing) ? { fitting: 2, loose: true } : { loose: pronoun.loose || (all && !WHOLE_WORDS.has(words[some.at] ?? '')) }) });
  if (!all || at === from || !meansAll(standing, at, limit)) return undefined;
  return both ? build(at, bothLines(standing), isOpenBoth(standing) ? { fitting: 2, loose: true } : {}) : build(at, allLines(standing), { loose: !WHOLE_WORDS.has(words[at - 1] ?? '') && !(some.quantity !== undefined && words[at - 1] === 'each') });
}

/** Nouns of kinds that no menu need know. */
const KIND_NOUNS = new Set(['drinks', 'beverages', 'desserts', 'sweets', 'sides', 'mains', 'starters', 'appetizers', 'appetisers', 'entrees', 'dishes', 'meals', 'plates', 'snacks', 'sandwiches', 'coffees', 'teas', 'juices']);

/** "Both drinks" where the menu names fewer lines so, or none. */
function fittingKind(standing: Standing, at: number, target: Pointed | undefined, both: boolean): { end: number; least: number } | undefined {
  const { words, order } = standing;
  if (!KIND_NOUNS.has(words[at] ?? '') || order.length < 2 || (target && target.end > at + 1)) return undefined;
  return target && (!both || countOf(standing, target.lines) >= 2) ? undefined : { end: at + 1, least: both ? 2 : 1 };
}

/** Words that by themselves mean all of an order; "any" and "each" only tell of which lines an option is said. */
const WHOLE_WORDS = new Set(['everything', 'all', 'both']);
const WHOLE_NOUNS = new Set(['order', 'thing', 'lot', 'cart', 'basket', 'meal']);

/** "The whole order", "my entire order". */
function endOfWhole(words: readonly string[], at: number, limit: number): number | undefined {
  if (words[at] === 'lot' && words[at - 1] === 'the' && words[at + 1] !== 'of') return at + 1;
  return (words[at] === 'whole' || words[at] === 'entire') && WHOLE_NOUNS.has(words[at + 1] ?? '') && at + 2 <= limit ? at + 2 : undefined;
}

interface Some {
  readonly at: number;
  readonly quantity: number | undefined;
  readonly half: boolean;
}

/** Words that put something on lines, or take it off. */
const PLACING = new Set(['on', 'in', 'off', 'from']);

/** "One of", "a couple of", "half of", "half the". */
function someOf(words: readonly string[], at: number, placing: boolean): Some {
  // "On one burger".
  if (placing && isCount(words[at]) && words[at + 1] !== undefined && words[at + 1] !== 'of') return { at: at + 1, quantity: Number(words[at]), half: false };
  if (isCount(words[at]) && words[at + 1] === 'of') return { at: at + 2, quantity: Number(words[at]), half: false };
  if (words[at] === 'a' && words[at + 1] === 'couple' && words[at + 2] === 'of') return { at: at + 3, quantity: 2, half: false };
  const half = words[at] === 'half' && (words[at + 1] === 'of' || DEFINITES.has(words[at + 1] ?? ''));
  return half ? { at: words[at + 1] === 'of' ? at + 2 : at + 1, quantity: undefined, half } : { at, quantity: undefined, half };
}

function halfOf({ order }: Standing, [line, ...others]: readonly number[]): number | undefined {
  const quantity = order[line ?? -1]?.quantity ?? 0;
  return others.length > 0 || quantity % 2 !== 0 ? undefined : quantity / 2;
}

/** What is pointed at, be it with how many there are: "the two lattes". */
function pointedBehind(standing: Standing, at: number, limit: number, definite: boolean, told: number): Pointed | undefined {
  const target = pointed(standing, at, limit, definite, told);
  const { words } = standing;
  if (target || !definite || !isCount(words[at]) || words[at] === '1' || SINGLE_PRONOUNS.has(words[at - 1] ?? '')) return target;
  const counted = pointed(standing, at + 1, limit, definite, 2);
  return counted && countOf(standing, counted.lines) === Number(words[at]) ? counted : undefined;
}

function allLines({ order }: Standing): number[] {
  return order.map((_, k) => k);
}

/** "Both" of which nothing tells what it means: the two lines that take what is said. */
function isOpenBoth({ order, antecedent }: Standing): boolean {
  return order.length > 2 && antecedent.length !== 2;
}

function bothLines(standing: Standing): readonly number[] {
  if (standing.antecedent.length === 2) return standing.antecedent;
  return isOpenBoth(standing) ? allLines(standing) : allLines(standing).slice(-2);
}

/** "Cancel it all", "everything": words for all that no noun follows, unless it is an option of which all lines may have some. */
function meansAll({ words, lattice }: Standing, at: number, limit: number): boolean {
  if (words[at - 1] === 'everything' || at >= limit || lattice.tokens[at]?.before !== 'none' || AWAY_WORDS.has(words[at] ?? '') || exceptAt(words, at, limit) > at) return true;
  const edges = lattice.edges[at] ?? [];
  return !edges.some((edge) => edge.kind === 'unknown' || (edge.kind === 'item' && edge.cost < OWN_NAME_COST && edge.gap < 0)) || edges.some((edge) => edge.kind === 'choice');
}

/** "Whole" is all of something only before what can be all. */
function isAll(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return ALL_WORDS.has(word) && ((word !== 'whole' && word !== 'entire') || WHOLE_NOUNS.has(words[at + 1] ?? ''));
}

/** "Whole milk", "all toppings", "everything bagel". */
function beginsName({ lattice }: Standing, from: number): boolean {
  return (lattice.edges[from] ?? []).some((edge) => edge.end > from + 1 && ((edge.kind === 'choice' && (edge.readings[0]?.cost ?? 9) < OWN_NAME_COST) || (edge.kind === 'item' && edge.gap < 0 && edge.cost < OWN_NAME_COST)));
}

/** Words that cost less are a name of their own, inflected at most. */
const OWN_NAME_COST = 0.1;

interface Quantified extends Some {
  readonly all: boolean;
  /** "More of those": of one line. */
  readonly counted: boolean;
}

/** "It", "one of them", "them both", "all of those". */
function pronounAt(standing: Standing, at: number, { quantity, half, all, counted }: Quantified): { end: number; lines: readonly number[]; loose: boolean; both: boolean } | undefined {
  const { words, antecedent } = standing;
  const some = quantity !== undefined || half;
  const told = some ? { ...standing, focus: focusOfSome(standing, quantity ?? 1) } : standing;
  // "One of the two".
  if (quantity !== undefined && DEFINITES.has(words[at] ?? '') && isCount(words[at + 1])) {
    const size = Number(words[at + 1]);
    const [only, ...others] = standing.order.flatMap((line, k) => (line.quantity === size ? [k] : []));
    return only === undefined || quantity >= size ? undefined : { end: at + 2, lines: [others.length > 0 ? told.focus : only], loose: false, both: false };
  }
  const lines = pronounLines(told, words[at] ?? '', some || counted);
  if (!lines) return undefined;
  const behind = words[at + 1] === 'both' || words[at + 1] === 'all';
  const both = words[at - 1] === 'both' || words[at + 1] === 'both';
  const everyOne = both ? bothLines(standing) : antecedent.length > 0 ? antecedent : allLines(standing);
  // "That one".
  const one = words[at + 1] === '1' && (words[at] === 'that' || words[at] === 'this');
  return { end: at + (behind || one ? 2 : 1), lines: all || behind ? everyOne : lines, loose: !all && !behind && antecedent.length === 0 && lines.length > 1, both };
}

/** "One of them": of the line spoken of last, else of the only one that there are more of. */
function focusOfSome({ order, focus }: Standing, quantity: number): number {
  const more = order.flatMap((line, k) => (line.quantity > quantity ? [k] : []));
  const [only] = more;
  return (order[focus]?.quantity ?? 0) > quantity || more.length !== 1 || only === undefined ? focus : only;
}

function pronounLines({ order, focus, antecedent }: Standing, word: string, counted: boolean): readonly number[] | undefined {
  if (SINGLE_PRONOUNS.has(word)) return [focus];
  if (!PLURAL_PRONOUNS.has(word)) return undefined;
  if (!counted && antecedent.length > 0) return antecedent;
  return counted || (order[focus]?.quantity ?? 1) > 1 || order.length === 1 ? [focus] : order.map((_, k) => k);
}
