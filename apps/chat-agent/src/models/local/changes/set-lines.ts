import { MAX_QUANTITY } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import type { RequestedLine } from '../dialogue-memory';
import { invalidQuantity } from '../intents/orders/ordering';
import { call, type Move } from '../move';
import { joinNotes } from '../orders/kitchen-notes';
import { withHad, withOptions } from '../orders/line-parts';
import { toRequestedLine } from '../orders/order-reading';
import { whichLine } from './ask-back';

type Lines = readonly (RequestedLine | undefined)[];
type Places = readonly (readonly RequestedLine[])[];
type Options = NonNullable<RequestedLine['options']>;

/** What a message says of one dish of the order. */
export interface Said {
  readonly itemId: string;
  /** One, or the parts of it that were told apart. */
  readonly parts: readonly RequestedLine[];
  /** Whether it says how many. */
  readonly isCounted: boolean;
}

/** How what was said stands to the order. */
export interface Setting {
  readonly said: readonly Said[];
  /** Lines that are to go. */
  readonly refused: readonly number[];
  /** What is not named goes. */
  readonly isWhole: boolean;
  /** The number said is that of the dish in all its lines. */
  readonly isTotal: boolean;
}

/** The order as it is said to be, or the question which of its lines are meant. */
export function setLines(readable: ReadableMenu, standing: readonly OrderLineFact[], { said, refused, isWhole, isTotal }: Setting): Move {
  // What stands in the place of each line; a dish is said once, so each line is looked at once.
  let places: Places = standing.map((line, at) => (refused.includes(at) ? [] : [toRequestedLine(line)]));
  const added: RequestedLine[] = [];
  for (const { itemId, parts, isCounted } of said) {
    const own = standing.flatMap((line, at) => (line.itemId === itemId && !refused.includes(at) ? [at] : []));
    const [part, ...others] = parts;
    if (part === undefined) continue;
    if (own.length === 0) {
      added.push(...parts);
      continue;
    }
    const items = places.map(([line]) => line);
    const isParted = others.length > 0 || isPartOf(items, own, part);
    const set = isParted ? recomposed(readable.menu, items, own, parts) : setOne(readable.menu, items, own, { part, isCounted, isTotal });
    if (set === undefined) return whichLine(readable, standing, '');
    const now = places;
    places = set.map((lines, at) => (own.includes(at) ? lines : (now[at] ?? [])));
  }
  const named = new Set(said.map(({ itemId }) => itemId));
  const kept = places.flatMap((lines, at) => (!isWhole || named.has(standing[at]?.itemId ?? '') ? lines : []));
  return ordered(standing, [...kept, ...added]);
}

function ordered(standing: readonly OrderLineFact[], items: readonly RequestedLine[]): Move {
  const bad = items.find(({ quantity }) => quantity < 1 || quantity > MAX_QUANTITY);
  if (bad !== undefined) return invalidQuantity(bad.quantity);
  if (items.length === 0) return call('cancel_pending_order', {}, { question: undefined });
  const isSame = JSON.stringify(items) === JSON.stringify(standing.map(toRequestedLine));
  return isSame ? call('show_order', {}, { question: undefined, note: 'This is what your order has; say "one more" for another:' }) : call('change_order', { items }, { question: undefined, next: undefined });
}

/** "One without onion" of three. */
function isPartOf(items: Lines, own: readonly number[], { quantity, options = [], notes }: RequestedLine): boolean {
  return (options.length > 0 || notes !== undefined) && quantity < totalOf(own.map((at) => items[at]));
}

/** "One hot and one mild": what the lines of a dish are is said anew; of what was not spoken of so many stay. Undefined where several lines may be meant. */
function recomposed(menu: ReadableMenu['menu'], items: Lines, own: readonly number[], parts: readonly RequestedLine[]): Places | undefined {
  const said = totalOf(parts);
  const whole = totalOf(own.map((at) => items[at])) <= said;
  const plain = own.filter((at) => (items[at]?.quantity ?? 0) > said - (parts.length > 1 ? 1 : 0) && !parts.some((part) => isSaid(items[at], part)));
  const [from, ...others] = whole ? own.slice(0, 1) : plain;
  const before = items[from ?? -1];
  if (from === undefined || before === undefined || others.length > 0) return undefined;
  const left = whole ? 0 : before.quantity - said;
  const rest = left > 0 ? [{ ...before, quantity: left }] : [];
  // "One lamb, one chicken": what the line had of the kind by which they are told apart is not of both.
  const apart = (group: string | undefined) => parts.length > 1 && parts.every(({ options = [] }) => options.some((option) => option.group === group && option.negated !== true));
  const common = { ...before, options: (before.options ?? []).filter(({ group }) => !apart(group)) };
  const told = parts.map((part) => withHad(menu, common, part));
  return items.map((line, at) => (at === from ? [...rest, ...told] : line === undefined || (whole && own.includes(at)) ? [] : [line]));
}

function hasAll(line: RequestedLine | undefined, said: Options): boolean {
  return said.every(({ choice, group, negated = false }) => (line?.options ?? []).some((option) => option.choice === choice && option.group === group && (option.negated ?? false) === negated));
}

/** Whether a line is what was said of a part already. */
function isSaid(line: RequestedLine | undefined, { options = [], notes }: RequestedLine): boolean {
  const has = hasAll(line, options);
  return has && (notes === undefined || (line?.notes ?? '').includes(notes));
}

function asPlace(line: RequestedLine | undefined): RequestedLine[] {
  return line === undefined ? [] : [line];
}

function totalOf(lines: Lines): number {
  return lines.reduce((sum, line) => sum + (line?.quantity ?? 0), 0);
}

interface One {
  readonly part: RequestedLine;
  readonly isCounted: boolean;
  readonly isTotal: boolean;
}

/** One line of a dish as it is said to be; undefined where several are meant equally. */
function setOne(menu: ReadableMenu['menu'], items: Lines, own: readonly number[], { part, isCounted, isTotal }: One): Places | undefined {
  const said = part.options ?? [];
  const having = own.filter((at) => hasAll(items[at], said));
  const meant = said.length > 0 && having.length > 0 ? having : own;
  const [only = -1, ...others] = meant;
  const [line] = [items[only]];
  if (line === undefined) return undefined;
  if (others.length > 0) return severalSet(items, meant, { part, isCounted, isTotal });
  const quantity = isCounted ? part.quantity : line.quantity;
  const notes = part.notes === undefined ? line.notes : joinNotes(line.notes, part.notes);
  const set = { ...line, quantity, options: withOptions(menu, line.options ?? [], said), ...(notes !== undefined && { notes }) };
  return items.map((each, at) => (at === only ? [set] : asPlace(each)));
}

function severalSet(items: Lines, meant: readonly number[], { part, isCounted, isTotal }: One): Places | undefined {
  if (part.notes !== undefined) return undefined;
  const total = totalOf(meant.map((at) => items[at]));
  if (!isCounted || total === part.quantity) return items.map(asPlace);
  const [exact, ...more] = meant.filter((at) => items[at]?.quantity === part.quantity);
  if (!isTotal || exact === undefined || more.length > 0) return undefined;
  return items.map((each, at) => (at !== exact && meant.includes(at) ? [] : asPlace(each)));
}
