import { CUES } from '../grammar/cues';
import { FILLER_WORDS } from '../grammar/common-words';
import { isNumber } from '../text/word-forms';
import type { Clause } from './clauses';
import { countedBy, countedLine } from './change-clause';
import { changeLines } from './change-lines';
import { readWith, type Correcting } from './line-changes';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { moved, sameGroup } from './moved';
import { pointed } from './named-lines';
import { hasAny, saysOptions } from './options-said';
import { referenceAt, type Reference } from './references';
import { slotChange } from './slots';
import { positions, tokensAt, type Standing } from './standing';
import { itemsOfLine } from './standing-line';
import { ALL_WORDS, DEFINITES, preambleEnd } from './edit-words';
import { copiedEdits } from './repeat-clause';
import { keepClause } from './remove-clause';
import { swap, takenBack } from './swap';
import { choicesSaid, findTargets, linesOf, saysAnything } from './targets';

const ATTACHING = new Set(['on', 'to', 'in', 'onto', 'into', 'from', 'off', 'of', 'for']);
const ONLY_WORDS = new Set(['only', 'just']);
/** Words that take back a number, where no verb asks for more. */
const CORRECTING_WORDS = new Set(['meant', 'mean', 'said', 'wanted', 'asked', 'ordered', 'actually', 'rather', 'sorry']);
const MEANING_WORDS = new Set(['meant', 'mean', 'said', 'wanted', 'asked', 'ordered']);
const ADDING_WORDS = new Set(['and', 'also', 'plus']);
const FEWER_WORDS = new Set(['less', 'fewer']);
const BEHIND_FEWER = new Set(['and', 'but', 'plus', 'also', 'please', 'then', 'now', 'with', 'than', 'thanks']);

/** "Add a coke", "no ice on the second one", "one more coke", "lemonade instead of the coke", "the pizza with extra cheese". */
export function addClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  const { words, order } = standing;
  if (order.length === 0) return plainlyAdded(standing, clause, text);
  const placed = speaksOfPlace(words.slice(clause.start, clause.to)) || (clause.verb === undefined && DEFINITES.has(words[clause.from] ?? '')) ? slotChange(standing, clause) : undefined;
  if (placed) return placed;
  const instead = words.indexOf('instead', clause.from);
  // "Two more of those instead": more of the order, in place of what was asked for before.
  const moreInstead = instead === clause.to - 1 ? countedMore(standing, { ...clause, to: instead }, text) : undefined;
  const handed = (instead >= 0 && instead < clause.to && words[instead + 1] !== 'of' ? moved(standing, clause) : undefined) ?? sameGroup(standing, clause);
  const told = moreInstead ?? handed;
  if (told) return told;
  if (instead >= 0 && instead < clause.to) return insteadOf(standing, clause, instead, text);
  const turned = clause.verb === undefined ? turnedTo(standing, clause, text) : undefined;
  if (turned) return turned;
  const begin = preambleEnd(standing.lattice.tokens);
  const corrected = (clause.start > 0 && clause.start === begin) || (clause.amidEdits && clause.verb === undefined && clause.start === begin) ? countedLine(standing, clause) : undefined;
  if (corrected) return corrected;
  const restated = clause.start === begin ? restatedLine(standing, clause, text) : undefined;
  if (restated) return restated;
  const more = countedMore(standing, clause, text);
  if (more) return more;
  const again = namedAgain(standing, clause, text);
  if (again) return again;
  if (namesOneMore(standing, clause)) return plainlyAdded(standing, clause, text);
  const targets = findTargets(standing, clause.from, clause.to, pointing(standing));
  if (targets.hasException && !saysAnything(standing, targets.rest)) {
    if (clause.verb === undefined) return keepClause(standing, clause, text);
    return { edits: targets.excepted.map((line): OrderEdit => ({ operation: 'remove', line })), unknown: [], focus: standing.focus };
  }
  const counted = targets.references.length > 0 && targets.references.every((reference) => reference.quantity !== undefined) && !saysAnything(standing, targets.rest);
  if (counted) {
    const edits = targets.references.flatMap(({ lines, quantity = 1 }) => lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })));
    return { edits, unknown: [], focus: linesOf(targets).at(-1) ?? standing.focus };
  }
  const only = recounted(standing, clause, text);
  if (only) return only;
  if (linesOf(targets).length > 0 && !saysAnything(standing, targets.rest)) {
    return clause.verb === 'add' && targets.references.some((reference) => !reference.preposition || words[reference.start] === 'of')
      ? plainlyAdded(standing, clause, text)
      : { edits: [], unknown: [], focus: linesOf(targets).at(-1) ?? standing.focus };
  }
  const pointed = targets.references.length > 0 && !namesItems(standing, targets.rest);
  const correcting = correctingOf(standing, clause, pointed);
  return changeLines(standing, targets, tokensAt(standing, targets.rest), correcting, text, correcting === 2 ? 'change' : clause.verb === undefined ? 'say' : undefined);
}

/** How far the words may change what stands: "one should be a mocha" replaces, "large please" may change, "and a mocha" adds. */
function correctingOf({ words }: Standing, clause: Clause, pointed: boolean): Correcting {
  if (saysWhatShouldBe(words.slice(clause.from, clause.to))) return 2;
  return pointed || (clause.verb === undefined && !ADDING_WORDS.has(words[clause.start] ?? '')) ? 1 : 0;
}

/** Whether the tokens name a dish of its own, and not only an option. */
function namesItems({ lattice }: Standing, rest: readonly number[]): boolean {
  return rest.some((at) => (lattice.edges[at] ?? []).some((edge) => edge.kind === 'item' && edge.gap < 0) && !(lattice.edges[at] ?? []).some((edge) => edge.kind === 'choice'));
}

/** "Water as the drink", "fries for the side", "the drink should be water". */
function speaksOfPlace(words: readonly string[]): boolean {
  return saysWhatShouldBe(words) || words.some((word, k) => (word === 'as' || word === 'for') && words[k + 1] === 'the');
}

const MODALS = new Set(['should', 'can', 'could', 'may', 'might', 'would', 'must', 'supposed', 'meant', 'needs']);

/** "One should be a mocha", "can the shake be strawberry", "was supposed to be large". */
function saysWhatShouldBe(words: readonly string[]): boolean {
  const modal = words.findIndex((word) => MODALS.has(word));
  return words.includes('should') || (modal >= 0 && words.includes('be', modal));
}

function plainlyAdded(standing: Standing, clause: Clause, text: string): ClauseResult {
  const reading = readWith(standing, tokensAt(standing, positions(clause.start, clause.to)), undefined, 0, text);
  return { edits: reading.added.map((item): OrderEdit => ({ operation: 'add', item })), unknown: reading.unknown, focus: standing.focus };
}

/** "Lemonade instead of the coke", "instead of the coke, lemonade", "lemonade instead". */
function insteadOf(standing: Standing, clause: Clause, at: number, text: string): ClauseResult {
  const { words } = standing;
  if (words[at + 1] !== 'of') {
    const start = startOfName(standing, clause);
    const isTopic = (reference: Reference): boolean => reference.start === start && !reference.ambiguous && reference.lines.length === 1 && saysOptions(standing, positions(reference.end, clause.to));
    const targets = findTargets(standing, clause.from, clause.to, (reference) => pointing(standing)(reference) || isTopic(reference));
    return changeLines(standing, targets, tokensAt(standing, targets.rest.filter((position) => position !== at)), 2, text, 'instead');
  }
  if (isNumber(words[at + 2] ?? '') && at > clause.from) return fewerThanSaid(standing, clause, at, text);
  // "Instead of two teas make it one": what follows says what is wanted.
  const counted = isNumber(words[at + 2] ?? '') ? referenceAt(standing, at + 3, clause.to) : undefined;
  if (counted && !saysAnything(standing, positions(counted.end, clause.to))) return { edits: [], unknown: [], focus: counted.lines[0] ?? standing.focus };
  const end = at === clause.from ? endOfReference(standing, at + 2, clause.to) : clause.to;
  const wanted: readonly [number, number] = at === clause.from ? [end, clause.to] : [clause.from, at];
  const swapped = swap(standing, [at + 2, end], wanted, text);
  if (swapped) return swapped;
  const targets = findTargets(standing, clause.from, clause.to, pointing(standing));
  return takenBack(standing, changeLines(standing, targets, tokensAt(standing, targets.rest), 1, text), choicesSaid(standing, positions(at + 2, end)));
}

/** "Three cokes instead of two". */
function fewerThanSaid(standing: Standing, clause: Clause, at: number, text: string): ClauseResult {
  const targets = findTargets(standing, clause.from, at, () => true);
  const rest = targets.references.flatMap((reference) => (reference.quantity === undefined ? [] : [reference]));
  const lines = rest.flatMap((reference) => reference.lines);
  if (lines.length === 0) return changeLines(standing, targets, tokensAt(standing, targets.rest), 2, text);
  const { added, unknown } = saysAnything(standing, targets.rest) ? readWith(standing, tokensAt(standing, targets.rest), undefined, 0, text) : { added: [], unknown: [] };
  const counted = lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity: rest[0]?.quantity ?? 1 }));
  return { edits: [...counted, ...added.map((item): OrderEdit => ({ operation: 'add', item }))], unknown, focus: lines.at(-1) ?? standing.focus };
}

function endOfReference(standing: Standing, from: number, to: number): number {
  return referenceAt(standing, from, to)?.end ?? Math.min(to, from + 1);
}

/** "One more coke", "another of those", "2 fewer cokes": the count of a line, when nothing else is said of it; "one more of those but large": a copy. */
function countedMore(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const { words } = standing;
  let at = clause.from;
  while (at < clause.to && (words[at] === 'and' || words[at] === 'please')) at += 1;
  const fewerBehind = fewerSaidBehind(standing, at, clause.to, text);
  if (fewerBehind) return fewerBehind;
  const another = words[at] === 'another';
  const count = another ? 1 : isNumber(words[at] ?? '') ? Number(words[at]) : 0;
  if (another) at += 1;
  else if (count > 0 && (words[at + 1] === 'more' || FEWER_WORDS.has(words[at + 1] ?? ''))) at += 2;
  else return undefined;
  const fewer = !another && FEWER_WORDS.has(words[at - 1] ?? '');
  if (words[at] === 'of') at += 1;
  if (words[at + 1] === 'of' && (CUES.get(`${words[at] ?? ''} of`) ?? []).some((cue) => cue.kind === 'measure')) at += 2;
  const bare = positions(at, clause.to).every((position) => !saysAnything(standing, [position])) && !referenceAt(standing, at, clause.to);
  if (bare) return { ...countedBy(standing, [standing.focus], fewer ? -count : count), unknown: [] };
  const named = referenceAt(standing, at, clause.to);
  const told = named ? undefined : pointed(standing, at, clause.to, true, 0);
  const reference = named ?? (told && { ...told, definite: false, ambiguous: told.lines.length > 1 });
  if (!reference || reference.ambiguous) return undefined;
  if (!saysAnything(standing, positions(reference.end, clause.to))) return { ...countedBy(standing, reference.lines, fewer ? -count : count), unknown: [] };
  return reference.definite && !fewer ? { edits: copiedEdits(standing, reference.lines.slice(-1), count, positions(reference.end, clause.to), text), unknown: [], focus: standing.focus } : undefined;
}

/** "One more coke with ice", "one more coke and a tea": what is more than a count of a line. */
function namesOneMore(standing: Standing, { from, to }: Clause): boolean {
  const { words } = standing;
  if (!isNumber(words[from] ?? '') || words[from + 1] !== 'more') return false;
  const reference = referenceAt(standing, from + 2, to);
  return reference !== undefined && !reference.pronoun && !reference.definite;
}

/** "One coke less". */
function fewerSaidBehind(standing: Standing, from: number, to: number, text: string): ClauseResult | undefined {
  const { words } = standing;
  const count = isNumber(words[from] ?? '') ? Number(words[from]) : 0;
  const reference = count > 0 ? referenceAt(standing, from + 1, to) : undefined;
  if (!reference || reference.ambiguous || !FEWER_WORDS.has(words[reference.end] ?? '')) return undefined;
  // "One coke, less sugar" has less of something else.
  if (reference.end + 1 < to && !BEHIND_FEWER.has(words[reference.end + 1] ?? '')) return undefined;
  const rest = positions(reference.end + 1, to);
  const { added, unknown } = saysAnything(standing, rest) ? readWith(standing, tokensAt(standing, rest), undefined, 0, text) : { added: [], unknown: [] };
  const counted = countedBy(standing, reference.lines, -count);
  return { ...counted, edits: [...counted.edits, ...added.map((item): OrderEdit => ({ operation: 'add', item }))], unknown };
}

/** "I meant two large pepperoni and one large mushroom" of three pizzas: a line told apart anew. */
function restatedLine(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const { menu, order, words } = standing;
  if (clause.start === 0 && !words.slice(clause.start, clause.to).some((word) => CORRECTING_WORDS.has(word))) return undefined;
  const readings = phrasesOf(standing, clause).map((phrase) => readWith(standing, tokensAt(standing, phrase), undefined, 0, text));
  const added = readings.flatMap((reading) => reading.added);
  const unknown = readings.flatMap((reading) => reading.unknown);
  const items = new Set(added.map((item) => item.itemId));
  const isOther = (item: string | undefined): boolean => order.some((known) => known.itemId === item);
  const total = added.reduce((sum, item) => sum + item.quantity, 0);
  const [line, ...others] = order.flatMap((known, k) => (added.length > 1 && known.itemId !== undefined && items.has(known.itemId) && known.quantity === total && [...items].every((item) => item === known.itemId || !isOther(item)) ? [k] : []));
  const [first, ...rest] = added;
  if (line === undefined || others.length > 0 || !first || unknown.length > 0 || itemsOfLine(menu, first).length !== 1) return undefined;
  return { edits: [{ operation: 'replace', line, item: first }, ...rest.map((item): OrderEdit => ({ operation: 'add', item }))], unknown, focus: line };
}

/** The clause in pieces that each begin with a number. */
function phrasesOf({ words }: Standing, { start, to }: Clause): number[][] {
  const phrases: number[][] = [[]];
  for (let at = start; at < to; at += 1) {
    if (words[at] === 'and' && isNumber(words[at + 1] ?? '')) phrases.push([]);
    else phrases.at(-1)?.push(at);
  }
  return phrases;
}

/** "Pepsi to diet pepsi": what the order has, "to", and what it is to be. */
function turnedTo(standing: Standing, { from, to }: Clause, text: string): ClauseResult | undefined {
  const { lattice, words, order } = standing;
  const at = words.findIndex((word, k) => k > from && k + 1 < to && (word === 'to' || word === 'into'));
  if (at < 0) return undefined;
  const reference = referenceAt(standing, from, to);
  const line = reference?.end === at && !reference.pronoun && !reference.preposition;
  const option = (lattice.edges[from] ?? []).some((edge) => edge.kind === 'choice' && edge.end === at && order.some((_, k) => hasAny(standing, k, edge.readings.flatMap((reading) => reading.choices))));
  return (line || option) && saysAnything(standing, positions(at + 1, to)) && !referenceAt(standing, at + 1, to)?.definite ? swap(standing, [from, at], [at + 1, to], text) : undefined;
}

/** "Eggs scrambled please": a bare name of a line and how it is to be, with neither an article nor a number, orders no other one. */
function namedAgain(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const { order, words } = standing;
  const start = startOfName(standing, clause);
  const reference = clause.verb === undefined && !ADDING_WORDS.has(words[clause.start] ?? '') ? referenceAt(standing, start, clause.to) : undefined;
  const [line, ...others] = reference?.lines ?? [];
  const before = order[line ?? -1];
  if (!reference || reference.definite || reference.preposition || line === undefined || others.length > 0 || !before) return undefined;
  const rest = positions(reference.end, clause.to);
  const tokens = tokensAt(standing, rest);
  const reading = readWith(standing, tokens, before, 1, text);
  if (!saysOptions(standing, rest) || reading.added.length > 0 || reading.unknown.length > 0 || reading.parts.length !== 1) return undefined;
  return changeLines(standing, { references: [{ ...reference, definite: true }], rest, excepted: [], hasException: false }, tokens, 1, text, 'say');
}

/** The first word that is no mere politeness. */
function startOfName({ words, lattice }: Standing, { from, to }: Clause): number {
  let at = from;
  const isPolite = (word: string): boolean => FILLER_WORDS.has(word) && !DEFINITES.has(word) && !ALL_WORDS.has(word) && !ATTACHING.has(word) && word !== 'a' && word !== 'an';
  while (at < to && isPolite(words[at] ?? '') && !(lattice.edges[at] ?? []).some((edge) => edge.kind === 'item' || edge.kind === 'choice')) at += 1;
  return at;
}

/** "Only one coke", "just 2 of the cokes": the line's count, not more of it. */
function recounted(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const { words, order } = standing;
  const only = words.findLastIndex((word, at) => at >= clause.start && at < clause.to && (ONLY_WORDS.has(word) || (clause.verb === undefined && CORRECTING_WORDS.has(word))));
  if (only < 0 || saysAnything(standing, positions(clause.from, only))) return undefined;
  const targets = findTargets(standing, only + 1, clause.to, () => true);
  if (targets.references.length > 0 && targets.references.every((reference) => reference.definite && !reference.preposition) && !saysAnything(standing, targets.rest)) {
    return keepClause(standing, { ...clause, from: only + 1 }, text);
  }
  const [reference] = targets.references;
  const bare = isNumber(words[clause.to - 1] ?? '') && only === clause.to - 2 - (words[only + 1] === 'need' || words[only + 1] === 'want' ? 1 : 0) ? Number(words[clause.to - 1]) : undefined;
  if (!reference && bare !== undefined && order[standing.focus]) return { edits: [{ operation: 'set_quantity', line: standing.focus, quantity: bare }], unknown: [], focus: standing.focus };
  if (targets.references.length !== 1 || !reference) return undefined;
  // "I meant large chips".
  if (reference.quantity === undefined) return MEANING_WORDS.has(words[only] ?? '') && saysOptions(standing, positions(only + 1, clause.to)) ? changeLines(standing, targets, tokensAt(standing, positions(only + 1, clause.to)), 2, text) : undefined;
  const { quantity } = reference;
  if (reference.ambiguous) return { edits: [{ operation: 'set_quantity', lineCandidates: reference.lines, quantity }], unknown: [], focus: standing.focus };
  if (saysAnything(standing, targets.rest)) return changeLines(standing, targets, tokensAt(standing, targets.rest), 1, text);
  return { edits: reference.lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })), unknown: [], focus: reference.lines.at(-1) ?? standing.focus };
}

/** References that point at the order: "the coke", "on it", "to the pizza"; a bare name orders another. */
function pointing({ words }: Standing): (reference: Reference) => boolean {
  return (reference) => {
    if (!reference.preposition) return reference.definite;
    return ATTACHING.has(words[reference.start] ?? '') ? true : reference.definite && words[reference.start] !== 'with';
  };
}
