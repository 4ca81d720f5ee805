import type { Token } from '../text/tokenize';
import type { OrderOption, ParsedItem, UnknownPhrase } from '../parsed-order';
import { onAnyOf } from './any-line';
import type { Clause } from './clauses';
import { isCount, REFUSING } from './edit-words';
import type { ClauseResult } from './parse-edits';
import type { OrderEdit } from './order-edit';
import type { Reference } from './references';
import type { Standing } from './standing';
import { changesOf, onSome, readWith } from './line-changes';
import { hasAny, saysGroup, saysOptions } from './options-said';
import { choicesOfOption, sameChoice, sameOption } from './standing-line';
import { choicesSaid, findTargets, havingFirst, linesOf, type Targets } from './targets';

const AWAY_WORDS = new Set(['off', 'out']);

/** "Cancel the fries", "remove one of the cokes", "no onion on the second one", "everything except the pizza". */
export function removeClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  // "No, that's it" takes nothing back.
  const bare = clause.verbWord === 'no' || clause.verbWord === 'not';
  const targets = findTargets(standing, clause.from, clause.to, (reference) => !(bare && reference.pronoun && !reference.preposition));
  if (meansMentioned(standing, targets)) return { edits: mentionedOptions(standing), unknown: [], focus: standing.focus };
  const reduced = reducedTo(standing, clause, targets);
  if (reduced) return reduced;
  const options = saysOptions(standing, targets.rest) || saysGroup(standing, targets.rest);
  const named = targets.references.filter((reference) => !reference.preposition);
  const removed = named.length === 0 && targets.references.length === 1 && !namesAnything(standing, targets.rest) ? targets.references : named;
  if (removed.length > 0 && !options) {
    const lines = linesOf({ ...targets, references: removed });
    return { edits: removals(standing, removed, lines), unknown: [], focus: lines.at(-1) ?? standing.focus };
  }
  if (options) {
    // "Remove the cheese and the tea": an option of a line, and another line.
    const joined = named.filter((reference) => standing.words[reference.start - 1] === 'and' && !isListed(standing, clause, targets, reference));
    const references = targets.references.filter((reference) => !joined.includes(reference));
    const refused = refuseOptions(standing, clause, { ...targets, references }, text);
    const gone = removals(standing, joined, linesOf({ ...targets, references: joined }));
    return { ...refused, edits: [...refused.edits, ...gone] };
  }
  return { edits: [], unknown: unknownWords(standing, targets.rest, text), focus: standing.focus };
}

/** "No onions on the burrito and the nachos": one more line of which the options are said; not where they can only be taken off what has them. */
function isListed(standing: Standing, clause: Clause, targets: Targets, { start, lines }: Reference): boolean {
  const before = targets.references.find((other) => other.end === (standing.words[start - 1] === 'and' ? start - 1 : start));
  if (!before || !(before.preposition || isListed(standing, clause, targets, before))) return false;
  return REFUSING.has(clause.verbWord) || lines.some((line) => hasAny(standing, line, choicesSaid(standing, targets.rest)));
}

/** "Drop the burgers to one, and the fries too". */
function reducedTo({ words, focus }: Standing, { from, to }: Clause, targets: Targets): ClauseResult | undefined {
  const at = words.findIndex((word, k) => k > from && k + 1 < to && word === 'to' && isCount(words[k + 1]));
  const lines = linesOf(targets);
  if (at < 0 || lines.length === 0 || !targets.references.some((reference) => reference.end === at)) return undefined;
  const quantity = Number(words[at + 1]);
  return { edits: lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })), unknown: [], focus: lines.at(-1) ?? focus };
}

/** "My son hates anchovies, lose them": the pronoun means options of which the sentence spoke before. */
function meansMentioned(standing: Standing, { references, rest }: Targets): boolean {
  if (standing.mentioned.length === 0 || references.length === 0 || namesAnything(standing, rest)) return false;
  return references.every((reference) => reference.pronoun && !reference.preposition);
}

function mentionedOptions({ menu, order, mentioned }: Standing): OrderEdit[] {
  const isMentioned = (option: OrderOption): boolean => !option.negated && choicesOfOption(menu, option).some((choice) => mentioned.includes(choice));
  return order.flatMap((line, k) => line.options.filter(isMentioned).map((option): OrderEdit => ({ operation: 'unset_option', line: k, option })));
}

/** Whether the tokens name something, known or not. */
function namesAnything({ lattice }: Standing, rest: readonly number[]): boolean {
  return rest.some((at) => {
    if (AWAY_WORDS.has(lattice.tokens[at]?.word ?? '')) return false;
    const edges = lattice.edges[at] ?? [];
    return edges.some((edge) => edge.kind === 'item' || edge.kind === 'choice' || edge.kind === 'group' || edge.kind === 'category') || edges.every((edge) => edge.kind === 'unknown');
  });
}

/** "Keep only the pizza", "everything except the pizza": every other line goes. */
export function keepClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  const targets = findTargets(standing, clause.from, clause.to, () => true);
  // "No wait, keep it": nothing else goes.
  if (clause.verbWord === 'keep' && targets.references.every((reference) => reference.pronoun)) return { edits: [], unknown: [], focus: standing.focus };
  const kept = [...targets.references.flatMap((reference) => (reference.lines.length === standing.order.length ? [] : reference.lines)), ...targets.excepted];
  if (kept.length === 0) return { edits: [], unknown: unknownWords(standing, targets.rest, text), focus: standing.focus };
  const edits = standing.order.flatMap((_, line): OrderEdit[] => (kept.includes(line) ? [] : [{ operation: 'remove', line }]));
  return { edits, unknown: [], focus: kept[0] ?? standing.focus };
}

function removals(standing: Standing, references: readonly Reference[], lines: readonly number[]): OrderEdit[] {
  const ambiguous = references.find((reference) => reference.ambiguous || reference.loose);
  if (ambiguous) return [{ operation: 'remove', lineCandidates: ambiguous.lines }];
  return lines.map((line) => {
    const reference = references.find((candidate) => candidate.lines.includes(line));
    const some = reference?.quantity;
    const partly = some !== undefined && some < (standing.order[line]?.quantity ?? 1);
    return { operation: 'remove', line, ...(partly ? { quantity: some } : {}) };
  });
}

/** Refuses options on the lines meant: those named, else the one spoken of last that has them, else any that may take them. */
function refuseOptions(standing: Standing, clause: Clause, targets: Targets, text: string): ClauseResult {
  const kind = targets.references.find((reference) => reference.fitting > 0);
  const having = kind ? kind.lines.filter((line) => listedOptions(standing, line, targets.rest).length > 0) : [];
  const named = kind && (kind.fitting < 2 || having.length === kind.fitting) ? having : linesOf(targets);
  const tokens = [negation(standing, clause), ...listed(clause, targets.rest.flatMap((at) => standing.lattice.tokens[at] ?? []))];
  const candidates = named.length > 0 || kind ? standing.reader.affordable(named, tokens.length) : standing.reader.affordableTries(havingFirst(standing, targets.rest), tokens.length);
  const edits: OrderEdit[] = [];
  let focus = standing.focus;
  let unknown: readonly UnknownPhrase[] | undefined;
  for (const line of candidates) {
    const before = standing.order[line];
    if (!before) continue;
    const reading = readWith(standing, tokens, before, 0, text);
    if (named.length > 0 && (unknown === undefined || reading.unknown.length < unknown.length)) ({ unknown } = reading);
    const refused = reading.parts.flatMap((part) => part.options).filter((option) => option.negated && !before.options.some((known) => sameOption(known, option)));
    const meant = refused.length > 0 ? refused : listedOptions(standing, line, targets.rest);
    const changed = meant.length > 0 ? refusals(standing, clause, line, meant, targets, reading.parts) : [];
    if (changed.length === 0) continue;
    edits.push(...changed);
    focus = line;
    if (named.length === 0) break;
  }
  // "No provolone on them", of lines that may have some.
  if (edits.length === 0 && targets.references.length > 0 && targets.references.every((reference) => reference.pronoun && reference.quantity === undefined && !reference.loose)) return refuseOptions(standing, clause, { ...targets, references: [] }, text);
  const ambiguous = targets.references.find((reference) => reference.ambiguous);
  return { edits: ambiguous ? edits.slice(0, edits.length / Math.max(1, candidates.length)).map((edit) => onAnyOf(edit, ambiguous.lines)) : edits, unknown: unknown ?? [], focus };
}

/** The options that a line has and the words name. */
function listedOptions({ menu, order, lattice }: Standing, line: number, rest: readonly number[]): OrderOption[] {
  const named = rest.flatMap((at) => (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' ? edge.readings.filter(({ cost }) => cost < PLAIN_NAME_COST).flatMap(({ choices }) => choices) : [])));
  return (order[line]?.options ?? []).filter((option) => !option.negated && choicesOfOption(menu, option).some((choice) => named.includes(choice)));
}

/** Words that cost less name a choice by nearly its own name. */
const PLAIN_NAME_COST = 0.6;

function refusals(standing: Standing, clause: Clause, line: number, refused: readonly OrderOption[], targets: Targets, parts: readonly ParsedItem[]): OrderEdit[] {
  const { menu } = standing;
  const before = standing.order[line];
  if (!before) return [];
  // "No onions, extra pickles": what the same words ask for instead.
  const wanted = changesOf(menu, before, parts, line, undefined).filter((edit) => edit.operation === 'set_option' && !edit.option.negated);
  const unwanted = refused.map((option): OrderEdit => {
    const known = before.options.find((candidate) => sameChoice(candidate, option) || overlaps(standing, candidate, option));
    if (known && !known.negated && takesBack(standing, clause, known)) return { operation: 'unset_option', line, option: known };
    return { operation: 'set_option', line, option: refusal(known ?? option) };
  });
  const quantity = targets.references.find((reference) => reference.lines.includes(line))?.quantity;
  return quantity === undefined ? [...unwanted, ...wanted] : onSome(menu, before, [...unwanted, ...wanted], line, quantity);
}

/** Whether an option that a line has is taken off rather than refused: what comes by itself would come again, and what cannot be refused is only taken off. */
function takesBack(standing: Standing, clause: Clause, known: OrderOption): boolean {
  const { menu, words, takenBack } = standing;
  const group = menu.groups[menu.groupPositions.get(known.groupId) ?? -1];
  if (!group?.negatable) return true;
  if (choicesOfOption(menu, known).some((choice) => group.defaults.has(choice))) return false;
  return takenBack || !REFUSING.has(clause.verbWord) || words.slice(clause.start, clause.to).some((word) => AWAY_WORDS.has(word));
}

/** "Remove the cheese, onions and ham": all of the list goes, commas or not. */
function listed(clause: Clause, tokens: readonly Token[]): Token[] {
  if (REFUSING.has(clause.verbWord)) return [...tokens];
  return tokens.flatMap((token, k) => (token.word === 'and' ? [{ ...token, word: 'or', before: 'none' as const }] : k > 0 && token.before === 'comma' ? [{ ...token, word: 'or', before: 'none' as const }, { ...token, before: 'none' as const }] : [token]));
}

function overlaps({ menu }: Standing, known: OrderOption, option: OrderOption): boolean {
  const choices = choicesOfOption(menu, option);
  return known.groupId === option.groupId && choices.length > 1 && choicesOfOption(menu, known).some((choice) => choices.includes(choice));
}

function refusal(option: OrderOption): OrderOption {
  const reference = option.candidates ? { candidates: option.candidates } : { choiceId: option.choiceId };
  return { groupId: option.groupId, ...reference, negated: true };
}

function negation({ lattice }: Standing, clause: Clause): Token {
  const token = lattice.tokens[clause.from - 1] ?? lattice.tokens[0];
  return { word: 'no', start: token?.start ?? 0, end: token?.end ?? 0, before: 'none' };
}

export function unknownWords(standing: Standing, rest: readonly number[], text: string): readonly UnknownPhrase[] {
  const tokens = rest.flatMap((at) => standing.lattice.tokens[at] ?? []);
  const reading = readWith(standing, tokens, undefined, 0, text);
  const named = reading.added.map((item) => ({ text: text.slice(item.span.start, item.span.end), span: item.span, suggestions: [] }));
  return [...named, ...reading.unknown];
}
