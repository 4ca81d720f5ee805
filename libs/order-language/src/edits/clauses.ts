import { FILLER_WORDS } from '../grammar/common-words';
import { OWN_NAME_COST, type Edge, type Lattice } from '../lattice/lattice';
import { isNumber } from '../text/word-forms';
import { AWAY_WORDS, DEFINITES, exceptAt, LAST_WORDS, ON_WORDS, ORDINALS, preambleEnd, verbAt, type Verb } from './edit-words';
import { saysOptions } from './options-said';
import { referenceAt } from './references';
import { positions, type Standing } from './standing';
import { verdictIn } from './verdicts';
import { MAX_NAME, MAX_TARGET, WISHING, asksForMore, givesToAnother, isGroupName, isInsideName, isNegation, isPutOnOrOff, isTarget, namesAnotherLine, namesBareLine, pointsAtLine, refusesElsewhere, saysMoreOptions, startsCount, startsStatement, startsWish } from './clause-starts';

/** A part of the sentence that asks for one kind of change. `from` is the first token after its verb. */
export interface Clause {
  readonly verb: Verb | undefined;
  /** The first word of the verb, or '' without one. */
  readonly verbWord: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  /** Other parts of the sentence take something away or change it, so that a bare number of dishes is rather their new count. */
  readonly amidEdits: boolean;
}

const BEFORE_VERB = new Set(['except', 'and', 'then', 'so', 'but', 'also', 'please', 'you', 'to', 'i', 'id', 'ill', 'we', 'can', 'could', 'lets', 'just', 'plus', 'actually', 'oh', 'now', 'ok', 'okay']);
/** Verbs that are also words inside an order: they begin a clause only where nothing has been said yet. */
const INNER_WORDS = new Set(['no', 'not', 'without', 'minus', 'hold', 'skip', 'plus', 'also', 'need', 'want', 'get', 'put', 'leave', 'take', 'order', 'have', 'sub', 'up', 'include', 'omit', 'avoid', 'drop', 'cut', 'set', 'make']);
/** Verbs that wave something away, so that what follows behind a comma is rather wanted. */
const WAVING_WORDS = new Set(['no', 'not', 'dont', 'do', 'never', 'nevermind', 'forget', 'scratch', 'scrap']);
const EXCEPTING = new Set(['except', 'but', 'apart', 'besides', 'excluding', 'please', 'thanks']);
/** Verbs of which "with" says what comes. */
const REPLACING = new Set(['replace', 'swap', 'exchange', 'substitute', 'switch']);
const MAX_INSTEAD = 6;
const MAX_AHEAD = 12;

/** Splits a sentence where another verb begins, "remove the coke and make the pizza large", and where something else is said of another line. */
export function splitClauses(standing: Standing): Clause[] {
  const { lattice, words } = standing;
  const clauses: Clause[] = [];
  const begin = preambleEnd(lattice.tokens);
  let open: Clause = { verb: undefined, verbWord: '', start: begin, from: begin, to: words.length, amidEdits: false };
  let content = false;
  for (let at = begin; at < words.length; at += 1) {
    const found = verbOf(standing, at);
    const next: Clause | undefined = content ? nextClause(standing, open, at) : undefined;
    const repeatsGroup = found?.verb === 'repeat' && isGroupName(standing, found.end);
    if (found && !repeatsGroup && !content && (open.verb === undefined || (open.verb === 'add' && found.verb === 'repeat'))) {
      open = { ...open, verb: found.verb, verbWord: words[at] ?? '', from: found.end };
      content = found.verb === 'clear';
      at = found.end - 1;
    } else if (next) {
      clauses.push({ ...open, to: next.start });
      open = next;
      content = next.from <= at;
      at = Math.max(at, next.from - 1);
    } else if (!FILLER_WORDS.has(words[at] ?? '') || isPointer(words[at] ?? '')) {
      content = true;
    }
  }
  clauses.push(open);
  const isEdit = ({ verb }: Clause): boolean => verb === 'remove' || verb === 'change';
  return clauses.flatMap((clause) => exceptionApart(standing, clause)).map((clause) => ({ ...withoutOldNumber(withDirection(clause, words, lattice), words), amidEdits: clauses.some((other) => other !== clause && isEdit(other)) }));
}

/** "Everything hot but the dosa mild": what is said of the exception, apart from what is said of the others. */
function exceptionApart(standing: Standing, clause: Clause): Clause[] {
  const { words } = standing;
  if (clause.verb !== undefined && clause.verb !== 'change' && clause.verb !== 'add') return [clause];
  for (let at = clause.from + 1; at < clause.to; at += 1) {
    const from = exceptAt(words, at, clause.to);
    const excepted = from > at ? referenceAt(standing, from, clause.to) : undefined;
    if (!excepted || excepted.pronoun || excepted.ambiguous || !saysOptions(standing, positions(excepted.end, clause.to)) || !saysOptions(standing, positions(clause.from, at))) continue;
    const several = positions(clause.from, at).some((position) => (referenceAt(standing, position, at)?.lines.length ?? 0) > 1);
    if (several) return [{ ...clause, to: excepted.end }, { ...clause, verb: 'change', verbWord: 'make', start: from, from }];
  }
  return [clause];
}

/** The verb that begins at a token, unless it is a part of a name on the menu: "cut in ten", "no ice". */
function verbOf({ lattice, words }: Standing, at: number): ReturnType<typeof verbAt> {
  const found = verbAt(words, at);
  const isName = (edge: Edge): boolean => (edge.kind === 'item' ? edge.cost : edge.kind === 'choice' ? (edge.readings[0]?.cost ?? Infinity) : Infinity) < OWN_NAME_COST;
  return found && (lattice.edges[at] ?? []).some((edge) => edge.end > found.end && isName(edge)) ? undefined : found;
}

/** The clause that begins at a token behind something that was said; undefined where the open one goes on. */
function nextClause(standing: Standing, open: Clause, at: number): Clause | undefined {
  const { lattice, words } = standing;
  const begun = (verb: Verb | undefined, verbWord: string, start: number, from: number): Clause => ({ verb, verbWord, start, from, to: words.length, amidEdits: false });
  const word = words[at] ?? '';
  const found = verbOf(standing, at);
  const broken = lattice.tokens[at]?.before !== 'none';
  // "Start over, just a tea".
  if (open.verb === 'clear') return (broken || word === 'and') && !EXCEPTING.has(word) && at >= open.from ? begun(undefined, '', at, word === 'and' ? at + 1 : at) : undefined;
  if (word === 'and' && !broken && isInsideName(lattice, open.from, at)) return undefined;
  if (pointsAnew(lattice, words, open, at)) return begun(open.verb, open.verbWord, at, at);
  if (startsPair(lattice, words, open, at)) return open.verb === undefined ? begun('change', 'make', at, at + 1) : begun(open.verb, open.verbWord, at, at + 1);
  if (open.verb !== 'remove' && word === 'no' && broken && at + 1 < words.length && lattice.tokens[at + 1]?.before !== 'none') return begun('change', 'make', at, at + 1);
  if (turnsToInstead(lattice, words, open, at) || turnsToOther(standing, open, at)) return begun(undefined, '', at, word === 'and' ? at + 1 : at);
  if (speaksOfAnother(standing, open, at)) return begun(keepsVerb(open, words, at) ? open.verb : undefined, open.verbWord, at, word === 'and' ? at + 1 : at);
  if (found && isNegation(word) && broken && namesItem(lattice, found.end)) return begun(found.verb, word, at, found.end);
  const free = broken || BEFORE_VERB.has(words[at - 1] ?? '');
  const next = word === 'and' || word === 'but' ? at + 1 : at;
  if ((broken || next > at) && isPutOnOrOff(standing, next)) return begun(undefined, '', at, next);
  if (broken && open.verb === undefined && namesBareLine(standing, open, at)) return begun(undefined, '', at, at);
  if (open.verb === 'remove' && broken && asksForMore(standing, at)) return begun('add', 'add', at, at);
  if ((broken || next > at) && startsStatement(standing, open, next)) return begunAt(words, next, at);
  if ((broken || next > at) && (startsCount(standing, open, next) || startsWish(standing, next))) return begun(undefined, '', next, next);
  if (found && isNegation(word) && free && referenceAt(standing, found.end, words.length)?.definite && pointsAtLine(standing, found.end, words.length)) return begun(found.verb, word, beforeConnectors(words, at, open.from), found.end);
  if (found?.verb === 'remove' && isNegation(word) && (broken || words[at - 1] === 'and') && refusesElsewhere(standing, open, at, found.end)) return begun(found.verb, word, beforeConnectors(words, at, open.from), found.end);
  // "Chicken instead of shrimp, and no ice in the soda".
  if (found?.verb === 'remove' && isNegation(word) && (broken || words[at - 1] === 'and') && words.indexOf('instead', open.from) > 0 && words.indexOf('instead', open.from) < at) return begun(found.verb, word, beforeConnectors(words, at, open.from), found.end);
  if (found?.verb === 'repeat' && verdictIn(standing, open.start, found.end)) return undefined;
  if (found?.verb === 'repeat' && (words[at - (words[at - 1] === 'the' ? 2 : 1)] === 'with' || isGroupName(standing, found.end))) return undefined;
  if (word === 'also' && saysMoreOptions(standing, open, at + 1)) return undefined;
  if (next > at && givesToAnother(standing, open, next)) return begun('add', 'add', at, next);
  if (found && (INNER_WORDS.has(word) ? free && !isNegation(word) : free || found.verb !== 'add')) return begun(found.verb, word, beforeConnectors(words, at, open.from), found.end);
  if (open.verb === 'remove' && turnsToWanted(words, at)) return begun('add', 'add', at, at + 1);
  return undefined;
}

/** The clause that begins at a word, be it a verb or not. */
function begunAt(words: readonly string[], at: number, start: number): Clause {
  const found = verbAt(words, at);
  return { verb: found?.verb, verbWord: found ? (words[at] ?? '') : '', start, from: found?.end ?? at, to: words.length, amidEdits: false };
}

/** "No guac, and queso instead". */
function turnsToInstead({ tokens }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  if (open.verb !== 'remove' || (words[at] !== 'and' && tokens[at]?.before === 'none')) return false;
  const instead = words.indexOf('instead', at + 1);
  return instead > 0 && words[instead + 1] !== 'of' && instead - at <= MAX_INSTEAD && tokens.slice(at + 2, instead).every((token) => token.before === 'none');
}

/** "No coke, lemonade please", "never mind the tea, water is fine". */
function turnsToOther(standing: Standing, open: Clause, at: number): boolean {
  const { lattice, words } = standing;
  const article = words[at] === 'a' || words[at] === 'an' || isNumber(words[at] ?? '');
  if (open.verb !== 'remove' || !(article || WAVING_WORDS.has(open.verbWord)) || lattice.tokens[at]?.before === 'none') return false;
  const from = article ? at + 1 : at;
  return namesItem(lattice, from) && !DEFINITES.has(words[from] ?? '') && referenceAt(standing, from, words.length) === undefined;
}

/** "Cheese on the burrito and no onions on the taco": what stood before has its line, and what comes has another. */
function speaksOfAnother(standing: Standing, open: Clause, at: number): boolean {
  const { lattice, words } = standing;
  const next = words[at] === 'and' ? at + 1 : at;
  if ((next === at && lattice.tokens[at]?.before === 'none') || ON_WORDS.has(words[next] ?? '') || referenceAt(standing, next, words.length)?.definite) return false;
  const ends = (from: number): boolean => isTarget(words[from]) && referenceAt(standing, from, words.length)?.end === at;
  const later = (from: number): boolean => isTarget(words[from]) && referenceAt(standing, from, words.length) !== undefined;
  const ahead = positions(next + 1, Math.min(words.length, next + MAX_AHEAD));
  if (positions(Math.max(open.from, at - MAX_TARGET), at).some(ends) && ahead.some(later)) return true;
  return namesAnotherLine(standing, open, at, next, ahead);
}

/** "No onions on the burrito and cheese on the taco" asks for cheese; "remove the onions from the one and the cheese from the other" does not. */
function keepsVerb({ verb, verbWord }: Clause, words: readonly string[], at: number): boolean {
  const next = words[at] === 'and' ? at + 1 : at;
  return verbAt(words, next) === undefined && (verb !== 'remove' || !isNegation(verbWord));
}

/** Whether an item of the menu, and no option, begins at a token or behind the article at it. */
function namesItem({ edges, tokens }: Lattice, at: number): boolean {
  const from = DEFINITES.has(tokens[at]?.word ?? '') ? at + 1 : at;
  return (edges[from] ?? []).some((edge) => edge.kind === 'item') && !(edges[from] ?? []).some((edge) => edge.kind === 'choice');
}

/** "Make the tea two and the coffee three": the verb also holds for what follows "and". */
function startsPair({ edges }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  if (words[at] !== 'and') return false;
  const some = isNumber(words[at + 1] ?? '') && words[at + 2] === 'of';
  const wishes = open.verb === undefined && words.slice(open.start, at).some((word) => WISHING.has(word));
  if ((open.verb !== 'change' && !wishes) || !(some || DEFINITES.has(words[at + 1] ?? ''))) return false;
  const before = words[at - 1] ?? '';
  const ends = (edge: Edge): boolean => (edge.kind === 'choice' || (wishes && edge.kind === 'item')) && edge.end === at;
  // "Swap the olives and the onion" is one exchange.
  const told = !REPLACING.has(open.verbWord) && (isNumber(before) || positions(Math.max(open.from, at - MAX_NAME), at).some((position) => (edges[position] ?? []).some(ends)));
  const joins = (word: string): boolean => word === 'to' || word === 'for' || (word === 'with' && REPLACING.has(open.verbWord));
  const joined = words.slice(open.from, at).some(joins) && words.slice(at).some(joins);
  return told || joined;
}

/** "Without onions but with olives". */
function turnsToWanted(words: readonly string[], at: number): boolean {
  return words[at] === 'but' && (words[at + 1] === 'with' || words[at + 1] === 'add' || words[at + 1] === 'extra');
}

/** "The first one large, the second one small". */
function pointsAnew({ tokens }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  if ((open.verb !== undefined && open.verb !== 'change') || (tokens[at]?.before === 'none' && words[at - 1] !== 'and') || !DEFINITES.has(words[at] ?? '')) return false;
  const next = words[at + 1] ?? '';
  if ((next === 'other' || next === 'others' || next === 'rest') && tellsSome(words, open, at)) return true;
  return ORDINALS.has(next) || LAST_WORDS.has(next);
}

/** "One of the margheritas gets olives, the other ...": some of a line were told before. */
function tellsSome(words: readonly string[], open: Clause, at: number): boolean {
  const of = words.indexOf('of', open.start);
  return of > open.start && of < at && isNumber(words[of - 1] ?? '');
}

function isPointer(word: string): boolean {
  return ['it', 'them', 'that', 'those', 'everything', 'all', 'both', 'whole', 'entire', 'first', 'second', 'third', 'last', 'other'].includes(word);
}

function beforeConnectors(words: readonly string[], at: number, from: number): number {
  let end = at;
  while (end > from && BEFORE_VERB.has(words[end - 1] ?? '')) end -= 1;
  return end;
}

/** "Two cokes, not three", "two cokes instead of three": the number that was wrong says nothing more. */
function withoutOldNumber(clause: Clause, words: readonly string[]): Clause {
  if (!isNumber(words[clause.to - 1] ?? '')) return clause;
  const at = words[clause.to - 2] === 'not' ? clause.to - 2 : words[clause.to - 3] === 'instead' && words[clause.to - 2] === 'of' ? clause.to - 3 : 0;
  return at <= clause.from ? clause : { ...clause, verb: clause.verb ?? 'change', to: at };
}

/** "Take the onions off", "leave it out": the little word behind makes it a removal. */
function withDirection(clause: Clause, words: readonly string[], { edges }: Lattice): Clause {
  const away = words.slice(clause.from, clause.to).some((word) => AWAY_WORDS.has(word));
  if (away && (clause.verbWord === 'take' || clause.verbWord === 'leave')) return { ...clause, verb: 'remove' };
  // "Tomato off the burger", "mushrooms off".
  const off = words.findIndex((word, k) => k >= clause.from && AWAY_WORDS.has(word) && word !== 'away');
  const removes = clause.verb === undefined && off > clause.from && off < clause.to && (edges[off - 1] ?? []).some((edge) => edge.kind === 'choice' && edge.end === off);
  return removes ? { ...clause, verb: 'remove', verbWord: 'take' } : clause;
}
