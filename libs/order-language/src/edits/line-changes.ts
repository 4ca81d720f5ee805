import { derive } from '../grammar/derive';
import { addLine, START, type State } from '../grammar/state';
import { buildLattice } from '../lattice/lattice';
import type { OrderLine, OrderOption, ParsedItem, UnknownPhrase } from '../parsed-order';
import { linesSaid, readItems } from '../read-derivation';
import { readUnknown } from '../read-unknown';
import type { Token } from '../text/tokenize';
import type { OrderEdit } from './order-edit';
import type { Standing } from './standing';
import { plainOption, sameOption, standingLine } from './standing-line';

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
  const { menu } = standing;
  const opened = line ? standingLine(menu, line, SERIAL) : undefined;
  const start: State = opened
    ? { ...START, lines: addLine(opened, undefined), serial: SERIAL, link: 'request', last: 'other', correcting }
    : START;
  const state = derive(menu, buildLattice(menu, tokens), start);
  const own: ParsedItem[] = [];
  const added: ParsedItem[] = [];
  const said = linesSaid(state);
  readItems(menu, state, tokens).forEach((item, k) => {
    const line = said[k]?.line;
    if (opened && line && (line.serial === SERIAL || line.parent === SERIAL)) own.push(item);
    else added.push(item);
  });
  return { parts: own, added, unknown: readUnknown(menu, state, tokens, text) };
}

/** The edits that turn a line into what words made of it. `quantity`: the words are about so many of the line only. */
export function changesOf(before: OrderLine, parts: readonly ParsedItem[], line: number, quantity: number | undefined): OrderEdit[] {
  const [whole] = parts;
  if (!whole) return [];
  if (parts.length > 1) return parts.filter((part) => part.options.some((option) => isNew(before, option))).map((part) => replacement(part, line, part.quantity));
  const partly = quantity !== undefined && quantity < before.quantity;
  if (partly) return sameItem(before, whole) && !whole.options.some((option) => isNew(before, option)) ? [] : [replacement({ ...whole, quantity }, line, quantity)];
  if (!sameItem(before, whole)) return [{ operation: 'replace', line, item: whole }];
  const counted: OrderEdit[] = whole.quantity === before.quantity ? [] : [{ operation: 'set_quantity', line, quantity: whole.quantity }];
  const changed = whole.options.filter((option) => isNew(before, option));
  return [...counted, ...changed.map((option): OrderEdit => ({ operation: 'set_option', line, option: plainOption(option) }))];
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
