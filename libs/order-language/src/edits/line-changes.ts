import { derive } from '../grammar/derive';
import { addLine, START, type State } from '../grammar/state';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, OrderOption, ParsedItem, ParsedOption, UnknownPhrase } from '../parsed-order';
import { linesSaid, readItems } from '../read-derivation';
import { readUnknown } from '../read-unknown';
import type { Token } from '../text/tokenize';
import type { OrderEdit } from './order-edit';
import type { Standing } from './standing';
import { applyEdits } from './apply-edits';
import { itemOf, itemsOfLine, plainOption, sameChoice, sameOption, standingLine } from './standing-line';

/** What words mean when they are said of a line: what became of the line, and the lines that they add. */
export interface Reading {
  /** The line as the words leave it; several parts where they tell some of it apart; none without a line. */
  readonly parts: readonly ParsedItem[];
  readonly added: readonly ParsedItem[];
  readonly unknown: readonly UnknownPhrase[];
}

/** 0: the words may add to the line; 1: they may also change it; 2: an item among them takes the place of the line's. */
export type Correcting = State['correcting'];

const SERIAL = 1;

/** Reads words as if they followed a line of the standing order, or nothing. */
export function readWith(standing: Standing, tokens: readonly Token[], line: OrderLine | undefined, correcting: Correcting, text: string): Reading {
  return standing.reader.readOnce(tokens, line, correcting, () => readAnew(standing, tokens, line, correcting, text));
}

function readAnew({ menu, reader }: Standing, tokens: readonly Token[], line: OrderLine | undefined, correcting: Correcting, text: string): Reading {
  const opened = line ? standingLine(menu, line, SERIAL) : undefined;
  const start: State = opened
    ? { ...START, lines: addLine(opened, undefined), serial: SERIAL, link: 'request', last: 'other', correcting }
    : START;
  const state = derive(menu, reader.latticeOf(tokens), start);
  const own: ParsedItem[] = [];
  const added: ParsedItem[] = [];
  const said = linesSaid(state);
  readItems(menu, state, tokens).forEach((item, k) => {
    const line = said[k]?.line;
    if (opened && line && (line.serial === SERIAL || line.parent === SERIAL)) own.push(item);
    else added.push(item);
  });
  return { parts: own, added, unknown: readUnknown(state, tokens, text, reader.suggest) };
}

/** The edits that turn a line into what words made of it. `quantity`: the words are about so many of the line only. */
export function changesOf(menu: CompiledMenu, before: OrderLine, parts: readonly ParsedItem[], line: number, quantity: number | undefined): OrderEdit[] {
  const [whole] = parts;
  if (!whole) return [];
  if (parts.length > 1) return parts.filter((part) => part.options.some((option) => isNew(before, option))).map((part) => replacement(part, line, part.quantity));
  const partly = quantity !== undefined && quantity < before.quantity;
  if (partly) return sameItem(before, whole) && !whole.options.some((option) => isNew(before, option)) ? [] : [replacement({ ...whole, quantity }, line, quantity)];
  if (!sameItem(before, whole)) return [{ operation: 'replace', line, item: whole }];
  const counted: OrderEdit[] = whole.quantity === before.quantity ? [] : [{ operation: 'set_quantity', line, quantity: whole.quantity }];
  const changed = whole.options.filter((option) => isNew(before, option));
  // What a choice of the same group takes the place of goes without saying.
  const isReplaced = (option: OrderOption): boolean => isExclusive(menu, option) && changed.some((other) => other.groupId === option.groupId);
  const gone = before.options.filter((option) => !option.negated && !whole.options.some((kept) => sameChoice(kept, option)) && !isReplaced(option));
  return [...counted, ...gone.map((option): OrderEdit => ({ operation: 'unset_option', line, option })), ...changed.map((option): OrderEdit => ({ operation: 'set_option', line, option: plainOption(option) }))];
}

/** Changes of options that are meant for so many of a line only. */
export function onSome(menu: CompiledMenu, before: OrderLine, edits: readonly OrderEdit[], line: number, quantity: number): OrderEdit[] {
  if (quantity >= before.quantity) return [...edits];
  const own = edits.flatMap((edit): OrderEdit[] => (edit.operation === 'set_option' || edit.operation === 'unset_option' ? [{ ...edit, line: 0, lineCandidates: undefined }] : []));
  return applyEdits(menu, [before], own).map((changed) => replacement(itemOf({ ...changed, quantity }, NOWHERE), line, quantity));
}

const NOWHERE = { start: 0, end: 0 };

/**
 * What a line is after words were said of it, in the light of what it was: words that fit several choices mean the one it has, what
 * cannot be refused is only taken off, and where the words put a choice in the place of another (`replacing`) the only one of its kind goes.
 * `instead`: they also say what goes.
 */
export function settled(menu: CompiledMenu, before: OrderLine, part: ParsedItem, replacing: (option: ParsedOption) => boolean, instead: boolean): ParsedItem {
  const said = part.options.filter((option) => isNew(before, option)).map((option) => meantBy(before, option));
  const dropped = said.flatMap((option) => {
    const group = before.options.filter((known) => known.groupId === option.groupId && !known.negated);
    if (option.negated) return isNegatable(menu, option) ? [] : group.filter((known) => sameChoice(known, option));
    return group.length === 1 && !isExclusive(menu, option) && option.qualifier === undefined && replacing(option) ? group : [];
  });
  const isGone = (option: OrderOption): boolean => instead && !option.negated && !part.options.some((other) => sameChoice(other, option));
  const kept = before.options.filter((option) => !said.some((other) => sameChoice(other, option) || replaces(menu, option, other)) && !dropped.some((other) => sameChoice(other, option)) && !isGone(option));
  return { ...part, options: [...kept.map((option) => ({ ...option, span: part.span })), ...said.filter((option) => !option.negated || !dropped.some((other) => sameChoice(other, option)))] };
}

/** Whether a choice that is wanted excludes another of its group. */
function replaces(menu: CompiledMenu, old: OrderOption, option: OrderOption): boolean {
  return old.groupId === option.groupId && !option.negated && isExclusive(menu, option);
}

/** "Light rice" of a bowl with brown rice. */
function meantBy(before: OrderLine, option: ParsedOption): ParsedOption {
  if (!option.candidates) return option;
  const { groupId, qualifier, negated, count, span, candidates } = option;
  const [known, ...others] = before.options.filter((candidate) => candidate.groupId === groupId && candidate.choiceId !== undefined && candidates.includes(candidate.choiceId));
  if (!known?.choiceId || others.length > 0) return option;
  return { groupId, choiceId: known.choiceId, span, ...(qualifier ? { qualifier } : {}), ...(negated ? { negated } : {}), ...(count === undefined ? {} : { count }) };
}

/** Another dish with what the line had, as far as it takes that: "make the burrito a bowl with the same stuff". */
export function carriedOver(menu: CompiledMenu, before: OrderLine, item: ParsedItem): ParsedItem {
  const items = itemsOfLine(menu, item);
  const takes = ({ groupId }: OrderOption): boolean => items.some((position) => menu.items[position]?.groups.has(menu.groupPositions.get(groupId) ?? -1));
  const kept = before.options.filter((option) => takes(option) && !item.options.some((other) => sameChoice(other, option) || replaces(menu, option, other)));
  return { ...item, options: [...kept.map((option) => ({ ...option, span: item.span })), ...item.options] };
}

function isExclusive(menu: CompiledMenu, option: OrderOption): boolean {
  return menu.groups[menu.groupPositions.get(option.groupId) ?? -1]?.exclusive ?? false;
}

function isNegatable(menu: CompiledMenu, option: OrderOption): boolean {
  return menu.groups[menu.groupPositions.get(option.groupId) ?? -1]?.negatable ?? false;
}

function replacement(item: ParsedItem, line: number, quantity: number): OrderEdit {
  return { operation: 'replace', line, item, quantity };
}

function isNew(before: OrderLine, option: OrderOption): boolean {
  return !before.options.some((known) => sameOption(known, option));
}

function sameItem(before: OrderLine, after: ParsedItem): boolean {
  return before.itemId === after.itemId && (before.candidates ?? []).join('\n') === (after.candidates ?? []).join('\n');
}
