import { FILLER_WORDS } from '../grammar/common-words';
import { CUES } from '../grammar/cues';
import type { Edge, Lattice } from '../lattice/lattice';
import { isNumber } from '../text/word-forms';
import { DEFINITES, LAST_WORDS, ON_WORDS, ORDINALS, preambleEnd, REFUSING, verbAt, type Verb } from './edit-words';
import { referenceAt } from './references';
import { hasAny } from './options-said';
import type { Standing } from './standing';
import { itemsOfLine } from './standing-line';
import { verdictIn } from './verdicts';

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

const BEFORE_VERB = new Set(['except', 'and', 'then', 'but', 'also', 'please', 'you', 'to', 'i', 'id', 'ill', 'we', 'can', 'could', 'lets', 'just', 'plus', 'actually', 'oh', 'now', 'ok', 'okay']);
/** Verbs that are also words inside an order: they begin a clause only where nothing has been said yet. */
const INNER_WORDS = new Set(['no', 'not', 'without', 'minus', 'hold', 'skip', 'plus', 'also', 'need', 'want', 'get', 'put', 'leave', 'take', 'order', 'have', 'sub', 'up', 'include', 'omit', 'avoid', 'drop', 'cut', 'set', 'make']);
/** Verbs that wave something away, so that what follows behind a comma is rather wanted. */
const WAVING_WORDS = new Set(['no', 'not', 'dont', 'do', 'never', 'nevermind', 'forget', 'scratch', 'scrap']);
const MAX_INSTEAD = 6;
/** So many words a reference has, and so far ahead another one is looked for. */
const MAX_TARGET = 8;
const MAX_NAME = 4;
const MAX_AHEAD = 12;
const AWAY_WORDS = new Set(['off', 'out', 'away']);

/** Splits a sentence where another verb begins, "remove the coke and make the pizza large", and where something else is said of another line. */
export function splitClauses(standing: Standing): Clause[] {
  const { lattice, words } = standing;
  const clauses: Clause[] = [];
  const begin = preambleEnd(lattice.tokens);
  let open: Clause = { verb: undefined, verbWord: '', start: begin, from: begin, to: words.length, amidEdits: false };
  let content = false;
  for (let at = begin; at < words.length; at += 1) {
    const found = verbAt(words, at);
    const next: Clause | undefined = content ? nextClause(standing, open, at) : undefined;
    const repeatsGroup = found?.verb === 'repeat' && isGroupName(standing, found.end);
    if (found && !repeatsGroup && !content && (open.verb === undefined || (open.verb === 'add' && found.verb === 'repeat'))) {
      open = { ...open, verb: found.verb, verbWord: words[at] ?? '', from: found.end };
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
  return clauses.map((clause) => ({ ...withoutOldNumber(withDirection(clause, words, lattice), words), amidEdits: clauses.some((other) => other !== clause && isEdit(other)) }));
}

/** The clause that begins at a token behind something that was said; undefined where the open one goes on. */
function nextClause(standing: Standing, open: Clause, at: number): Clause | undefined {
  const { lattice, words } = standing;
  const begun = (verb: Verb | undefined, verbWord: string, start: number, from: number): Clause => ({ verb, verbWord, start, from, to: words.length, amidEdits: false });
  const word = words[at] ?? '';
  const found = verbAt(words, at);
  const broken = lattice.tokens[at]?.before !== 'none';
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
  if (found?.verb === 'repeat' && verdictIn(standing, open.start, found.end)) return undefined;
  if (found?.verb === 'repeat' && (words[at - 1] === 'with' || isGroupName(standing, found.end))) return undefined;
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

/** "Only two punches, the tunas stay as they are": a statement, or what follows one. */
function startsStatement(standing: Standing, open: Clause, at: number): boolean {
  return verdictIn(standing, at, endOfPhrase(standing, at)) !== undefined || verdictIn(standing, open.start, at) !== undefined;
}

const MORE_WORDS = new Set(['more', 'less', 'fewer', 'extra', 'additional']);
const WISHING = new Set(['should', 'be']);
const MODALS = new Set(['can', 'could', 'may', 'should', 'would', 'might']);

/** "..., and could the cappuccino be large", "..., the latte should be decaf". */
function startsWish(standing: Standing, at: number): boolean {
  const { words } = standing;
  const from = MODALS.has(words[at] ?? '') ? at + 1 : at;
  const end = endOfPhrase(standing, at);
  return DEFINITES.has(words[from] ?? '') && words.slice(from, end).some((word) => WISHING.has(word)) && referenceAt(standing, from, end) !== undefined;
}

/** Where the phrase ends that begins at a token: before a comma, a stop or "and". */
function endOfPhrase({ lattice, words }: Standing, from: number): number {
  let at = from + 1;
  while (at < words.length && words[at] !== 'and' && lattice.tokens[at]?.before === 'none') at += 1;
  return at;
}

/** "..., and just two biscuits": a new count; "only two tacos, and a horchata": something else behind one. */
function startsCount({ words, lattice }: Standing, open: Clause, at: number): boolean {
  if ((isOnly(words[at]) || words[at] === 'another') && isNumber(words[at + 1] ?? '')) return true;
  if (isNumber(words[at] ?? '') && MORE_WORDS.has(words[at + 1] ?? '')) return true;
  const counting = open.verb === undefined && isOnly(words[open.start]) && isNumber(words[open.start + 1] ?? '');
  const article = words[at] === 'a' || words[at] === 'an' || isNumber(words[at] ?? '');
  return counting && article && (words[at - 1] === 'and' || lattice.tokens[at]?.before !== 'none');
}

function isOnly(word: string | undefined): boolean {
  return word === 'only' || word === 'just';
}

/** Whether what is pointed at is a line by its name, and no option. */
function pointsAtLine(standing: Standing, at: number, limit: number): boolean {
  const { lattice } = standing;
  const from = DEFINITES.has(lattice.tokens[at]?.word ?? '') ? at + 1 : at;
  const end = referenceAt(standing, at, limit)?.end ?? at;
  return !(lattice.edges[from] ?? []).some((edge) => edge.kind === 'choice' && edge.end >= end);
}

/** "Cajun on the fries and no dip": what is refused is nothing that the line named before could have. */
function refusesElsewhere(standing: Standing, open: Clause, at: number, from: number): boolean {
  const { menu, order, lattice } = standing;
  const refused = (lattice.edges[from] ?? []).flatMap((edge) => (edge.kind === 'choice' ? edge.readings.map(({ group }) => group) : edge.kind === 'group' ? [edge.group] : []));
  const last = within(open.from, at).flatMap((position) => referenceAt(standing, position, at) ?? []).findLast((reference) => reference.definite);
  const takes = (line: number): boolean => order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => refused.some((group) => menu.items[item]?.groups.has(group)));
  return refused.length > 0 && last !== undefined && !last.lines.some(takes) && order.some((_, line) => takes(line));
}

/** "Mushrooms off, olives on". */
function isPutOnOrOff({ lattice, words }: Standing, at: number): boolean {
  const end = Math.max(0, ...(lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' && (words[edge.end] === 'on' || words[edge.end] === 'off') ? [edge.end] : [])));
  return end > 0 && (words[end] === 'off' || end + 1 === words.length || lattice.tokens[end + 1]?.before !== 'none');
}

/** "Cancel the second pizza, 2 liter pepsi": behind a comma a number that begins a choice, of which no line has any. */
function asksForMore(standing: Standing, at: number): boolean {
  if (!isNumber(standing.words[at] ?? '')) return false;
  const choices = (standing.lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' ? edge.readings.flatMap((reading) => reading.choices) : []));
  return choices.length > 0 && !standing.order.some((_, line) => hasAny(standing, line, choices));
}

/** "Egg in the pad see ew, lime soda with no ice": behind what was said of one line the bare name of another. */
function namesBareLine(standing: Standing, open: Clause, at: number): boolean {
  const { words } = standing;
  const named = referenceAt(standing, at, words.length);
  if (!named || named.definite || named.preposition || named.ambiguous || named.end >= words.length) return false;
  return within(Math.max(open.from, at - MAX_TARGET), at).some((from) => isTarget(words[from]) && referenceAt(standing, from, words.length)?.end === at);
}

/** "Chips and salsa". */
function isInsideName({ edges }: Lattice, from: number, at: number): boolean {
  return within(Math.max(from, at - MAX_NAME), at).some((position) => (edges[position] ?? []).some((edge) => edge.end > at + 1 && edge.kind === 'item' && edge.gap < 0 && edge.cost < NAME_COST));
}

/** Words that cost less name a dish in full, inflected at most. */
const NAME_COST = 0.1;

/** "The same size": of an option, and nothing once more. */
function isGroupName({ lattice }: Standing, at: number): boolean {
  return (lattice.edges[at] ?? []).some((edge) => edge.kind === 'group');
}

/** "Change one to a diet coke, also large": nothing but options follows. */
function saysMoreOptions(standing: Standing, open: Clause, at: number): boolean {
  if (open.verb !== 'change' && open.verb !== 'add') return false;
  const rest = standing.lattice.edges.slice(at, endOfPhrase(standing, at));
  return rest.length > 0 && rest.every((edges) => edges.some((edge) => edge.kind === 'choice') && !edges.some((edge) => edge.kind === 'item'));
}

/** "Remove the oreos, and cheese foam on the thai tea": a bare option for a line that has none of it is asked for. */
function givesToAnother(standing: Standing, open: Clause, at: number): boolean {
  const { lattice, words } = standing;
  if (open.verb !== 'remove' || REFUSING.has(open.verbWord)) return false;
  const [choice] = (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' ? [edge] : [])).sort((one, other) => other.end - one.end);
  if (!choice || !isTarget(words[choice.end])) return false;
  const target = referenceAt(standing, choice.end, words.length);
  return target !== undefined && !target.lines.some((line) => hasAny(standing, line, choice.readings.flatMap((reading) => reading.choices)));
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
  const ahead = within(next + 1, Math.min(words.length, next + MAX_AHEAD));
  if (within(Math.max(open.from, at - MAX_TARGET), at).some(ends) && ahead.some(later)) return true;
  return namesAnotherLine(standing, open, at, next, ahead);
}

/** "The steak medium rare, and cheese on the hash browns". */
function namesAnotherLine(standing: Standing, open: Clause, at: number, next: number, ahead: readonly number[]): boolean {
  const { lattice, words } = standing;
  const first = within(open.from, at).flatMap((position) => referenceAt(standing, position, at) ?? [])[0];
  if (!first?.definite || first.preposition || open.verb === 'remove') return false;
  const told = within(first.end, at).some((position) => (lattice.edges[position] ?? []).some((edge) => edge.kind === 'choice' && edge.end <= at));
  const begins = (lattice.edges[next] ?? []).some((edge) => edge.kind === 'choice');
  const others = ahead.filter((position) => isTarget(words[position])).flatMap((position) => referenceAt(standing, position, words.length) ?? []);
  return told && begins && others.some((other) => !other.pronoun && !other.lines.some((line) => first.lines.includes(line)));
}

function within(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

function isTarget(word: string | undefined): boolean {
  return word !== undefined && ON_WORDS.has(word) && word !== 'of' && word !== 'with';
}

/** "No onions on the burrito and cheese on the taco" asks for cheese; "remove the onions from the one and the cheese from the other" does not. */
function keepsVerb({ verb, verbWord }: Clause, words: readonly string[], at: number): boolean {
  const next = words[at] === 'and' ? at + 1 : at;
  return verbAt(words, next) === undefined && (verb !== 'remove' || !isNegation(verbWord));
}

function isNegation(word: string): boolean {
  return (CUES.get(word) ?? []).some((cue) => cue.kind === 'negation');
}

/** Whether an item of the menu, and no option, begins at a token or behind the article at it. */
function namesItem({ edges, tokens }: Lattice, at: number): boolean {
  const from = DEFINITES.has(tokens[at]?.word ?? '') ? at + 1 : at;
  return (edges[from] ?? []).some((edge) => edge.kind === 'item') && !(edges[from] ?? []).some((edge) => edge.kind === 'choice');
}

/** "Make the tea two and the coffee three": the verb also holds for what follows "and". */
function startsPair({ edges }: Lattice, words: readonly string[], open: Clause, at: number): boolean {
  const some = isNumber(words[at + 1] ?? '') && words[at + 2] === 'of';
  const wishes = open.verb === undefined && words.slice(open.start, at).some((word) => WISHING.has(word));
  if ((open.verb !== 'change' && !wishes) || words[at] !== 'and' || !(some || DEFINITES.has(words[at + 1] ?? ''))) return false;
  const before = words[at - 1] ?? '';
  const ends = (edge: Edge): boolean => (edge.kind === 'choice' || (wishes && edge.kind === 'item')) && edge.end === at;
  const told = isNumber(before) || within(Math.max(open.from, at - MAX_NAME), at).some((position) => (edges[position] ?? []).some(ends));
  const joined = words.slice(open.from, at).some((word) => word === 'to' || word === 'for') && words.slice(at).some((word) => word === 'to' || word === 'for');
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
  return ORDINALS.has(next) || LAST_WORDS.has(next);
}

function isPointer(word: string): boolean {
  return ['it', 'them', 'that', 'those', 'everything', 'all', 'both', 'whole', 'entire', 'first', 'second', 'third', 'last', 'other'].includes(word);
}

function beforeConnectors(words: readonly string[], at: number, from: number): number {
  let end = at;
  while (end > from && BEFORE_VERB.has(words[end - 1] ?? '')) end -= 1;
  return end;
}

/** "Two cokes, not three": the number that was wrong says nothing more. */
function withoutOldNumber(clause: Clause, words: readonly string[]): Clause {
  const at = clause.to - 2;
  if (at <= clause.from || words[at] !== 'not' || !isNumber(words[at + 1] ?? '')) return clause;
  return { ...clause, verb: clause.verb ?? 'change', to: at };
}

/** "Take the onions off", "leave it out": the little word behind makes it a removal. */
function withDirection(clause: Clause, words: readonly string[], { edges }: Lattice): Clause {
  const away = words.slice(clause.from, clause.to).some((word) => AWAY_WORDS.has(word));
  if (away && (clause.verbWord === 'take' || clause.verbWord === 'leave')) return { ...clause, verb: 'remove' };
  // "Tomato off the burger", "mushrooms off".
  const off = words.indexOf('off', clause.from);
  const removes = clause.verb === undefined && off > clause.from && off < clause.to && (edges[off - 1] ?? []).some((edge) => edge.kind === 'choice' && edge.end === off);
  return removes ? { ...clause, verb: 'remove', verbWord: 'take' } : clause;
}
