import { CUES } from '../grammar/cues';
import type { Token } from '../text/tokenize';
import { isNumber } from '../text/word-forms';
import { onAnyOf } from './any-line';
import { carriedOver, changesOf, readWith, settled, type Correcting, type Reading } from './line-changes';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, OrderOption, ParsedOption } from '../parsed-order';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import type { Standing } from './standing';
import { hasAny } from './options-said';
import { byFocus, choicesSaid, linesOf, type Targets } from './targets';
import { choicesOfOption } from './standing-line';

/** Reads the words for every line that the references mean, else for the line spoken of last. `replacing`: what they say takes the place of what the line has. */
export function changeLines(standing: Standing, targets: Targets, said: readonly Token[], correcting: Correcting, text: string, replacing?: Replacing): ClauseResult {
  const { menu } = standing;
  const same = endOfSame(said);
  const plain = same ? [...said.slice(0, same.from), ...said.slice(same.end)] : said;
  const tokens = attached(standing, targets, plain);
  const named = fittingLines(standing, targets, tokens, correcting, text);
  const ambiguous = targets.references.find((reference) => reference.ambiguous);
  const instead = tokens.some(({ word }, k) => word === 'instead' && tokens[k + 1]?.word === 'of');
  const ofKind = targets.references.some((reference) => reference.fitting > 0);
  const lines = ambiguous ? ambiguous.lines.slice(0, 1) : named.length > 0 || ofKind ? standing.reader.affordable(named, tokens.length) : bestLine(standing, tokens, correcting, text);
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
    const parts = reading.parts.map((part) => (part.itemId === before.itemId ? settled(menu, before, part, (option) => replacing !== undefined && takesPlace(menu, before, plain, option, replacing), instead) : same ? carriedOver(menu, before, part) : part));
    const changes = changesOf(menu, before, parts, line, quantity);
    edits.push(...(ambiguous ? changes.map((edit) => onAnyOf(edit, ambiguous.lines)) : changes));
  }
  first ??= readWith(standing, tokens, undefined, 0, text);
  const replaced = ambiguous ? edits : countedOnce(edits, tokens);
  edits.splice(0, edits.length, ...replaced);
  edits.push(...first.added.map((item): OrderEdit => ({ operation: 'add', item })));
  return { edits, unknown: first.unknown, focus: targets.excepted.at(-1) ?? lines.at(-1) ?? standing.focus };
}

const ONTO = new Set(['on', 'in', 'to', 'onto', 'into']);

/** "Milk on the oatmeal" is oatmeal with milk, and no glass of milk. */
function attached({ words }: Standing, targets: Targets, said: readonly Token[]): readonly Token[] {
  const [first] = said;
  if (!first || !targets.references.some((reference) => reference.preposition && ONTO.has(words[reference.start] ?? ''))) return said;
  return [{ word: 'with', start: first.start, end: first.start, before: 'none' }, { ...first, before: 'none' }, ...said.slice(1)];
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
/** Words behind which it is one more, unless it is another of what the line has: "should have brown rice". */
const HAVING = new Set(['have', 'has', 'get', 'gets']);
/** "As well", "too". */
const BESIDE = new Set(['well', 'too', 'also']);
const ADDING = new Set(['add', 'plus', 'also', 'more', 'extra', 'both']);

/** How words put something in the place of something else: by a verb of change, by "instead", or by just saying it, as of one kind of milk. */
type Replacing = 'change' | 'instead' | 'say';

/** "Make it lamb", and not "make it with lamb"; "brown rice in the burrito" that has white rice, and not "brown rice too". */
function takesPlace(menu: CompiledMenu, line: OrderLine, tokens: readonly Token[], option: ParsedOption, replacing: Replacing): boolean {
  if (option.count !== undefined) return false;
  // "Add cheese instead", of a pizza that was to have no olives: in place of those.
  if (replacing === 'instead') return !line.options.some((known) => known.negated && known.groupId === option.groupId);
  if (tokens.some(({ word }) => BESIDE.has(word))) return false;
  const before = (words: ReadonlySet<string>): boolean => tokens.some(({ word, start }) => start < option.span.start && words.has(word));
  if (replacing === 'change' && !before(HAVING)) return !before(JOINING);
  return !tokens.some(({ word }) => ADDING.has(word)) && isOfOneKind(menu, line, option);
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
    const taking = linesTaking(standing, standing.reader.affordableTries(kind.lines, tokens.length), tokens, correcting, text, kind.fitting);
    return taking.length === 0 && kind.loose ? kind.lines.slice(-kind.fitting) : taking;
  }
  const named = linesOf(targets);
  const [only] = named;
  const before = standing.order[only ?? -1];
  if (named.length !== 1 || only === undefined || !before || !targets.references.every((reference) => reference.pronoun)) return named;
  const reading = readWith(standing, tokens, before, correcting, text);
  const changes = changesOf(standing.menu, before, reading.parts, only, undefined);
  // "Make it iced" asks for no iced tea in place of a muffin.
  const replaced = changes.some((edit) => edit.operation === 'replace') && !tokens.some(({ word }) => word === 'a' || word === 'an' || isNumber(word));
  if (replaced && bestLine(standing, tokens, correcting, text)[0] !== only) return bestLine(standing, tokens, correcting, text);
  const said = choicesSaid(standing, tokens.flatMap((token) => Math.max(0, standing.lattice.tokens.indexOf(token))));
  const has = said.length === 0 || hasAny(standing, only, said);
  const fits = changes.length > 0 || (has && reading.unknown.length === 0 && reading.added.length === 0);
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
  const candidates = standing.reader.affordableTries(having.length > 0 ? having : byFocus(standing), tokens.length);
  const readings = candidates.flatMap((line) => {
    const before = standing.order[line];
    if (!before) return [];
    const reading = readWith(standing, tokens, before, correcting, text);
    const changes = changesOf(standing.menu, before, reading.parts, line, undefined);
    return [{ line, changed: changes.length > 0, replaced: changes.some((edit) => edit.operation === 'replace'), added: reading.added.length > 0, unknown: reading.unknown.length }];
  });
  const least = Math.min(...readings.map((reading) => reading.unknown));
  const fitting = readings.filter((reading) => reading.unknown === least);
  const best = fitting.find((reading) => reading.changed && !reading.added && !reading.replaced) ?? fitting.find((reading) => reading.changed && !reading.added) ?? fitting.find((reading) => reading.added) ?? readings[0];
  return best ? [best.line] : [];
}
