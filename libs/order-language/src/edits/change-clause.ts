import { CUES } from '../grammar/cues';
import type { Token } from '../text/tokenize';
import { isNumber, singular } from '../text/word-forms';
import { onAnyOf } from './any-line';
import type { Clause } from './clauses';
import { DEFINITES, isOrdinaryOne, TO_WORDS } from './edit-words';
import { carriedOver, changesOf, readWith, settled, type Correcting, type Reading } from './line-changes';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, OrderOption, ParsedOption } from '../parsed-order';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import type { Reference } from './references';
import { slotChange } from './slots';
import type { Standing } from './standing';
import { hasAny, saysOptions } from './options-said';
import { unknownWords } from './remove-clause';
import { affordable, affordableTries, byFocus, findTargets, havingFirst, choicesSaid, linesOf, saysAnything, type Targets } from './targets';
import { choicesOfOption, itemsOfLine, plainOption, sameChoice } from './standing-line';

const SWAPPING = new Set(['swap', 'replace', 'exchange', 'substitute', 'switch', 'trade', 'sub', 'change', 'turn', 'convert']);
const TURNING = new Set(['change', 'switch', 'turn', 'convert']);
const SPLITTING = new Set(['split', 'divide']);
const RAISING = new Set(['increase', 'raise', 'bump', 'up', 'upgrade']);
const LOWERING = new Set(['decrease', 'reduce', 'downgrade', 'lower']);

/** "Change it to 3", "make the dosa two", "swap the coke for lemonade", "make both large". */
export function changeClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  const placed = slotChange(standing, clause);
  if (placed) return placed;
  const separator = separatorOf(standing, clause);
  if (separator !== undefined && SWAPPING.has(clause.verbWord)) {
    const swapped = swap(standing, [clause.from, separator], [separator + 1, clause.to], text);
    if (swapped) return swapped;
    const pointed = findTargets(standing, clause.from, separator, () => true).references.length > 0;
    const missing = pointed ? [] : unknownWords(standing, positions(clause.from, separator), text);
    if (missing.length > 0) return { edits: [], unknown: missing, focus: standing.focus };
  }
  if (separator === undefined && SWAPPING.has(clause.verbWord) && exchangesPlaces(standing, clause)) return { edits: [], unknown: unknownWords(standing, positions(clause.from, clause.to), text), focus: standing.focus };
  const counted = countedLine(standing, clause);
  if (counted) return counted;
  const targets = withoutDummy(findTargets(standing, clause.from, clause.to, firstReferences(standing)));
  const stepped = step(standing, clause, targets);
  if (stepped) return stepped;
  const rest = targets.rest.filter((at) => !TO_WORDS.has(standing.words[at] ?? '') || standing.words[at] === 'with');
  if (SPLITTING.has(clause.verbWord)) return changeLines(withoutSaid(standing, rest), targets, tokensAt(standing, rest), 0, text);
  return changeLines(standing, targets, tokensAt(standing, rest), 2, text, 'change');
}

/** "Swap the sizes", "switch the sauces around": of two lines, which nobody here can tell. */
function exchangesPlaces({ lattice, words }: Standing, { from }: Clause): boolean {
  return DEFINITES.has(words[from] ?? '') && (lattice.edges[from + 1] ?? []).some((edge) => edge.kind === 'group') && singular(words[from + 1] ?? '') !== words[from + 1];
}

/** "Make it extra potatoes in the chicken one": "it" means nothing where a line is named. */
function withoutDummy(targets: Targets): Targets {
  const named = targets.references.filter((reference) => reference.preposition && !reference.pronoun);
  const dummy = named.length > 0 && targets.references.every((reference) => named.includes(reference) || (reference.pronoun && reference.lines.length === 1));
  return dummy ? { ...targets, references: named } : targets;
}

/** "Split the tacos, one with steak and one with tofu": what they had of what is said comes from what is said. */
function withoutSaid(standing: Standing, rest: readonly number[]): Standing {
  const { menu, order } = standing;
  const groups = new Set(choicesSaid(standing, rest).map((choice) => menu.groups[menu.choices[choice]?.group ?? -1]?.id));
  return { ...standing, order: order.map((line) => ({ ...line, options: line.options.filter((option) => !groups.has(option.groupId)) })) };
}

/** "Make it three cokes": a number of what the order has already is its new count. */
export function countedLine(standing: Standing, clause: Clause): ClauseResult | undefined {
  const targets = findTargets(standing, clause.from, clause.to, () => true);
  const named = targets.references.filter((reference) => !reference.pronoun && !reference.preposition);
  const [reference] = named;
  if (named.length !== 1 || reference?.quantity === undefined || reference.definite || saysAnything(standing, targets.rest)) return undefined;
  const { quantity, lines, ambiguous } = reference;
  if (ambiguous) return { edits: [{ operation: 'set_quantity', lineCandidates: lines, quantity }], unknown: [], focus: standing.focus };
  return { edits: lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })), unknown: [], focus: lines.at(-1) ?? standing.focus };
}

/** Reads the words for every line that the references mean, else for the line spoken of last. `replacing`: what they say takes the place of what the line has. */
export function changeLines(standing: Standing, targets: Targets, said: readonly Token[], correcting: Correcting, text: string, replacing?: Replacing): ClauseResult {
  const { menu } = standing;
  const same = endOfSame(said);
  const tokens = same ? [...said.slice(0, same.from), ...said.slice(same.end)] : said;
  const named = fittingLines(standing, targets, tokens, correcting, text);
  const ambiguous = targets.references.find((reference) => reference.ambiguous);
  const instead = tokens.some(({ word }, k) => word === 'instead' && tokens[k + 1]?.word === 'of');
  const ofKind = targets.references.some((reference) => reference.fitting > 0);
  const lines = ambiguous ? ambiguous.lines.slice(0, 1) : named.length > 0 || ofKind ? affordable(named, tokens.length) : bestLine(standing, tokens, correcting, text);
  const edits: OrderEdit[] = [];
  let first: Reading | undefined;
  for (const line of lines) {
    const before = standing.order[line];
    if (!before) continue;
    const own = targets.references.find((reference) => reference.lines.includes(line)) ?? targets.references.find((reference) => reference.pronoun);
    const quantity = own?.quantity;
    const some = quantity !== undefined && quantity < before.quantity ? { ...before, quantity } : before;
    const reading = readWith(standing, tokens, some, correcting, text);
    first ??= reading;
    const parts = reading.parts.map((part) => (part.itemId === before.itemId ? settled(menu, before, part, (option) => replacing !== undefined && takesPlace(menu, before, tokens, option, replacing), instead) : same ? carriedOver(menu, before, part) : part));
    const changes = changesOf(menu, before, parts, line, quantity);
    edits.push(...(ambiguous ? changes.map((edit) => onAnyOf(edit, ambiguous.lines)) : changes));
  }
  first ??= readWith(standing, tokens, undefined, 0, text);
  const replaced = ambiguous ? edits : countedOnce(edits, tokens);
  edits.splice(0, edits.length, ...replaced);
  edits.push(...first.added.map((item): OrderEdit => ({ operation: 'add', item })));
  return { edits, unknown: first.unknown, focus: lines.at(-1) ?? standing.focus };
}

const SAME_NOUNS = new Set(['stuff', 'things', 'thing', 'toppings', 'fillings', 'ingredients', 'options', 'extras', 'everything', 'sauces', 'size', 'way', 'on', 'in', 'it']);

/** Where "with the same stuff" stands. */
function endOfSame(tokens: readonly Token[]): { from: number; end: number } | undefined {
  const at = tokens.findIndex(({ word }) => word === 'same');
  if (at < 1) return undefined;
  const from = tokens[at - 1]?.word === 'the' ? at - 1 : at;
  let end = at + 1;
  while (SAME_NOUNS.has(tokens[end]?.word ?? '')) end += 1;
  return { from: tokens[from - 1]?.word === 'with' ? from - 1 : from, end };
}

/** Words behind which an option is one more. */
const JOINING = new Set(['with', 'add', 'plus', 'also', 'more']);
const ADDING = new Set(['add', 'plus', 'also', 'more', 'extra', 'both']);

/** How words put something in the place of something else: by a verb of change, by "instead", or by just saying it, as of one kind of milk. */
type Replacing = 'change' | 'instead' | 'say';

/** "Make it lamb", and not "make it with lamb"; "brown rice in the burrito" that has white rice, and not "brown rice too". */
function takesPlace(menu: CompiledMenu, before: OrderLine, tokens: readonly Token[], option: ParsedOption, replacing: Replacing): boolean {
  if (option.count !== undefined) return false;
  if (replacing === 'instead') return true;
  if (replacing === 'change') return !tokens.some(({ word, start }) => start < option.span.start && JOINING.has(word));
  return !tokens.some(({ word }) => ADDING.has(word)) && isOfOneKind(menu, before, option);
}

/** Whether a choice and the one that the line has of its group are both kinds of what the group is called: "brown rice" and "white rice". */
function isOfOneKind(menu: CompiledMenu, before: OrderLine, option: OrderOption): boolean {
  const group = menu.groups[menu.groupPositions.get(option.groupId) ?? -1];
  const kinds = [option, ...before.options.filter((known) => known.groupId === option.groupId && !known.negated)].flatMap((known) => choicesOfOption(menu, known));
  // "Garlic sauce" is one of several "sauces", but "black beans" are the "beans".
  return kinds.every((choice) => (menu.choices[choice]?.words.length ?? 0) > 1 && menu.choices[choice]?.words.at(-1) === group?.words.at(-1));
}

/** "Replace everything with two teas": two in all, not two for each line. */
function countedOnce(edits: readonly OrderEdit[], tokens: readonly Token[]): OrderEdit[] {
  const counted = tokens.some(({ word }) => word === 'a' || word === 'an' || isNumber(word));
  const whole = edits.filter((edit) => edit.operation === 'replace' && edit.quantity === undefined);
  if (!counted || whole.length < 2) return [...edits];
  return edits.map((edit): OrderEdit => (edit.operation === 'replace' && edit.line !== undefined && whole.includes(edit) && edit !== whole[0] ? { operation: 'remove', line: edit.line } : edit));
}

/** The lines that are named; where "it" takes nothing of what is said, the line that does. */
function fittingLines(standing: Standing, targets: Targets, tokens: readonly Token[], correcting: Correcting, text: string): readonly number[] {
  const kind = targets.references.find((reference) => reference.fitting > 0);
  if (kind) {
    const taking = linesTaking(standing, affordableTries(kind.lines, tokens.length), tokens, correcting, text, kind.fitting);
    return taking.length === 0 && kind.loose ? kind.lines.slice(-kind.fitting) : taking;
  }
  const named = linesOf(targets);
  const [only] = named;
  const before = standing.order[only ?? -1];
  if (named.length !== 1 || only === undefined || !before || !targets.references.every((reference) => reference.pronoun)) return named;
  const reading = readWith(standing, tokens, before, correcting, text);
  const said = choicesSaid(standing, tokens.flatMap((token) => Math.max(0, standing.lattice.tokens.indexOf(token))));
  const has = said.length === 0 || hasAny(standing, only, said);
  const fits = changesOf(standing.menu, before, reading.parts, only, undefined).length > 0 || (has && reading.unknown.length === 0 && reading.added.length === 0);
  return fits ? named : bestLine(standing, tokens, correcting, text);
}

/** The lines that take all that is said, and change by it; none where those are not as many as were said. */
function linesTaking(standing: Standing, lines: readonly number[], tokens: readonly Token[], correcting: Correcting, text: string, count: number): number[] {
  const taking = lines.filter((line) => {
    const before = standing.order[line];
    if (!before) return false;
    const { parts, added, unknown } = readWith(standing, tokens, before, correcting, text);
    return added.length === 0 && unknown.length === 0 && parts.every((part) => part.itemId === before.itemId) && changesOf(standing.menu, before, parts, line, undefined).length > 0;
  });
  return count < 2 || taking.length === count ? taking : [];
}

/** The line that the words fit: the one spoken of last if they say something of it, else another of which they do. */
function bestLine(standing: Standing, tokens: readonly Token[], correcting: Correcting, text: string): number[] {
  const qualified = tokens.some(({ word }) => (CUES.get(word) ?? []).some((cue) => cue.kind === 'qualifier'));
  // "Extra olives": of the line that has olives.
  const at = tokens.flatMap((token) => Math.max(0, standing.lattice.tokens.indexOf(token)));
  const having = qualified ? byFocus(standing).filter((line) => hasAny(standing, line, choicesSaid(standing, at))) : [];
  const candidates = affordableTries(having.length > 0 ? having : byFocus(standing), tokens.length);
  const readings = candidates.flatMap((line) => {
    const before = standing.order[line];
    if (!before) return [];
    const reading = readWith(standing, tokens, before, correcting, text);
    return [{ line, changed: changesOf(standing.menu, before, reading.parts, line, undefined).length > 0, added: reading.added.length > 0, unknown: reading.unknown.length }];
  });
  const least = Math.min(...readings.map((reading) => reading.unknown));
  const fitting = readings.filter((reading) => reading.unknown === least);
  const best = fitting.find((reading) => reading.changed && !reading.added) ?? fitting.find((reading) => reading.added) ?? readings[0];
  return best ? [best.line] : [];
}

/** One thing for another: a line for an item, an option for an option. Undefined where the words before do not say what goes. */
export function swap(standing: Standing, replaced: readonly [number, number], wanted: readonly [number, number], text: string): ClauseResult | undefined {
  const targets = findTargets(standing, replaced[0], replaced[1], () => true);
  const rest = tokensAt(standing, positions(...wanted));
  if (targets.references.some((reference) => !reference.preposition) && !saysOptions(standing, targets.rest)) {
    return changeLines(standing, targets, rest, 2, text, 'change');
  }
  const akin = isOrdinaryOne(standing.words, replaced[0] + (DEFINITES.has(standing.words[replaced[0]] ?? '') ? 1 : 0)) ? linesAkin(standing, wanted) : [];
  if (akin.length === 1) return changeLines(standing, { ...targets, references: akin.map(referenceTo) }, rest, 2, text, 'change');
  if (!saysOptions(standing, targets.rest)) {
    const reversed = findTargets(standing, wanted[0], wanted[1], (reference) => reference.definite);
    if (reversed.references.length === 0) return undefined;
    return changeLines(standing, reversed, tokensAt(standing, positions(...replaced)), 2, text);
  }
  const old = choicesSaid(standing, targets.rest);
  const others = findTargets(standing, wanted[0], wanted[1], (reference) => reference.definite || (!reference.preposition && reference.lines.some((line) => hasAny(standing, line, old))));
  const said = linesOf(targets).length > 0 ? targets : others;
  const having = linesOf(said).length > 0 ? undefined : havingFirst(standing, targets.rest)[0];
  const named = having === undefined ? said : { ...said, references: [referenceTo(having)] };
  const instead: Token[] = ['instead', 'of'].map((word) => ({ word, start: 0, end: 0, before: 'none' }));
  const tokens = [...tokensAt(standing, others.rest), ...instead, ...tokensAt(standing, targets.rest)];
  return takenBack(standing, changeLines(standing, named, tokens, 1, text), old);
}

/** "White chocolate mocha instead of the regular one": the lines whose dishes share the noun of what is wanted. */
function linesAkin({ menu, order, lattice }: Standing, wanted: readonly [number, number]): number[] {
  const names = positions(...wanted).flatMap((at) => (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'item' && edge.gap < 0 && edge.cost < PLAIN_NAME_COST ? [{ length: edge.end - at, items: edge.items }] : [])));
  const items = names.sort((one, other) => other.length - one.length)[0]?.items ?? [];
  const endings = new Set(items.flatMap((item) => [...(menu.items[item]?.endings ?? [])].slice(0, 1)));
  return order.flatMap((line, k) => (itemsOfLine(menu, line).some((item) => !items.includes(item) && [...endings].some((ending) => menu.items[item]?.endings.has(ending))) ? [k] : []));
}

/** Words that cost less name a dish by nearly its own name. */
const PLAIN_NAME_COST = 0.6;

/** Where the order has what is to be replaced, that is taken back rather than refused. */
export function takenBack(standing: Standing, result: ClauseResult, old: readonly number[]): ClauseResult {
  const { menu, order } = standing;
  const isOld = (option: OrderOption): boolean => choicesOfOption(menu, option).some((choice) => old.includes(choice));
  const lines = [...new Set(result.edits.flatMap((edit) => (edit.operation === 'set_option' && edit.line !== undefined ? [edit.line] : [])))];
  const had = lines.flatMap((line) => (order[line]?.options ?? []).flatMap((option) => (!option.negated && isOld(option) ? [{ line, option }] : [])));
  const replaced = (line: number | undefined, groupId: string): boolean =>
    result.edits.some((edit) => edit.operation === 'set_option' && edit.line === line && edit.option.groupId === groupId && !edit.option.negated);
  const undone = had.flatMap(({ line, option }): OrderEdit[] => {
    const exclusive = menu.groups[menu.groupPositions.get(option.groupId) ?? -1]?.exclusive ?? false;
    return exclusive && replaced(line, option.groupId) ? [] : [{ operation: 'unset_option', line, option: plainOption(option) }];
  });
  const parted = result.edits.map((edit) => (edit.operation === 'replace' ? { ...edit, item: { ...edit.item, options: edit.item.options.filter((option) => !isOld(option)) } } : edit));
  const kept = parted.filter((edit) => edit.operation !== 'set_option' || !edit.option.negated || !had.some(({ line, option }) => line === edit.line && sameChoice(option, edit.option)));
  return { ...result, edits: [...undone, ...kept] };
}

function referenceTo(line: number): Reference {
  return { start: 0, end: 0, lines: [line], ambiguous: false, quantity: undefined, definite: true, preposition: false, pronoun: false, loose: false, fitting: 0 };
}

/** "Increase the cokes by 2". */
function step(standing: Standing, clause: Clause, targets: Targets): ClauseResult | undefined {
  const sign = RAISING.has(clause.verbWord) ? 1 : LOWERING.has(clause.verbWord) ? -1 : 0;
  const by = targets.rest.find((at) => standing.words[at] === 'by');
  const amount = by === undefined ? undefined : standing.words[by + 1];
  if (sign === 0 || amount === undefined || !isNumber(amount)) return undefined;
  const lines = linesOf(targets);
  return { ...countedBy(standing, lines.length > 0 ? lines : [standing.focus], sign * Number(amount)), unknown: [] };
}

/** So many more or fewer of each line; a line that would have none left is removed. */
export function countedBy({ order, focus }: Standing, lines: readonly number[], difference: number): { edits: OrderEdit[]; focus: number } {
  const edits = lines.map((line): OrderEdit => {
    const quantity = (order[line]?.quantity ?? 0) + difference;
    return quantity > 0 ? { operation: 'set_quantity', line, quantity } : { operation: 'remove', line };
  });
  return { edits, focus: lines.at(-1) ?? focus };
}

function separatorOf({ words }: Standing, clause: Clause): number | undefined {
  const separators = positions(clause.from + 1, clause.to - 1).filter((at) => TO_WORDS.has(words[at] ?? ''));
  // "Change the sub with swiss to a veggie".
  const turned = TURNING.has(clause.verbWord) ? separators.find((at) => words[at] === 'to' || words[at] === 'into') : undefined;
  return turned ?? separators[0];
}

/** The first reference, those joined to it by "and", and any behind a preposition. */
function firstReferences({ words }: Standing): (reference: Reference) => boolean {
  let last: Reference | undefined;
  return (reference) => {
    const accepted = last === undefined ? true : (words[reference.start - 1] === 'and' && last.end === reference.start - 1) || (reference.preposition && reference.definite);
    if (accepted) last = reference;
    return accepted;
  };
}

export function positions(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

export function tokensAt({ lattice }: Standing, at: readonly number[]): Token[] {
  return at.flatMap((position) => lattice.tokens[position] ?? []);
}

