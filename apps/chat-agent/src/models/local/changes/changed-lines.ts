import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit, type OrderLine } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { invalidQuantity, unknownNote } from '../intents/orders/ordering';
import { mannersIn, wishAround } from '../orders/kitchen-notes';
import { call, type Move, say } from '../move';
import { foodNamed, requestedLine, requestedOptions, toOrderLine } from '../orders/order-reading';
import type { EditsRead } from './edits-read';
import { nameOf } from './of-menu';
import { whichLine } from './ask-back';
import type { RequestedLine } from '../dialogue-memory';
import type { Wish } from '../orders/wishes';
import { withWishes } from './wishing';

/** The order with the edits, or what is still unclear about them. */
export function changed({ menu, standing, edits, unknown, plain, wishes: named }: EditsRead): Move {
  const lines = applyEdits(menu.compiled, standing.map(toOrderLine), edits);
  const unclear = lines.find(({ candidates }) => candidates !== undefined);
  if (unclear !== undefined) return whichItem(menu, unclear);
  const most = Math.max(0, ...lines.map((line) => totalOf(line, lines)));
  if (most > MAX_QUANTITY) return invalidQuantity(most);
  if (lines.length === 0) return call('cancel_pending_order', {}, { question: undefined });
  // "One of them without ...", beside another change, is of what there is.
  const ofSome = named.filter(({ portion }) => portion !== undefined);
  const wishes = [...named.filter(({ portion }) => portion === undefined).map(({ text }) => text), ...unknown.flatMap(({ span }) => wishAround(plain, span.start, span.end) ?? [])];
  const touched = new Set(edits.flatMap((edit) => itemOf(edit, standing) ?? []));
  const made = lines.map((line) => requestedLine(line, touched.has(line.itemId ?? '') ? [...wishes, ...mannersBeyond(edits, plain)] : []));
  const items = withPortions(menu, standing, made, ofSome);
  if (items === undefined) return whichLine(menu, standing, '');
  const strange = foodNamed(unknown, plain);
  const note = strange.length === 0 ? undefined : unknownNote(menu.menu.restaurant, strange.map(({ text, suggestions }) => ({ text, nearest: suggestions.map(({ name }) => name) })));
  const dish = lines.findLast(({ itemId }) => touched.has(itemId ?? ''));
  return call('change_order', { items }, { question: undefined, note, ...(dish !== undefined && { dish: nameOf(menu, dish.itemId ?? '').toLowerCase() }) });
}

/** The lines with what is wished of some: of the line that is named, else of those that stood before. */
function withPortions({ menu }: ReadableMenu, standing: readonly OrderLineFact[], lines: readonly RequestedLine[], wishes: readonly Wish[]): readonly RequestedLine[] | undefined {
  if (wishes.length === 0) return lines;
  const isOld = ({ item_name: id }: RequestedLine) => standing.some(({ itemId }) => itemId === id);
  const ofLines = wishes.filter(({ portion }) => portion?.of.length === 0);
  const old = withWishes(menu, lines.filter(isOld), ofLines);
  const all = old === undefined ? undefined : [...old, ...lines.filter((line) => !isOld(line))];
  return all === undefined ? undefined : withWishes(menu, all, wishes.filter((wish) => !ofLines.includes(wish)));
}

function whichItem(menu: ReadableMenu, line: OrderLine): Move {
  const items = (line.candidates ?? []).map((id) => nameOf(menu, id));
  return say(`Which one do you mean?\n${items.map((name, index) => `${index + 1}. ${name}`).join('\n')}`, items.slice(0, 4), {
    question: { kind: 'which_item', restaurant: menu.menu.restaurant, items, quantity: line.quantity, how: { options: requestedOptions(line) }, others: [] },
    list: { kind: 'items', names: items },
  });
}

/** How many of a line there are in all lines that say the same. */
function totalOf({ itemId, options }: OrderLine, lines: readonly OrderLine[]): number {
  const same = lines.filter((other) => other.itemId === itemId && JSON.stringify(other.options) === JSON.stringify(options));
  return same.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** How it should be made, where the edits have no option of the menu for it. */
function mannersBeyond(edits: readonly OrderEdit[], said: string): string[] {
  if (edits.some(({ operation }) => operation === 'set_option')) return [];
  const options = edits.flatMap((edit) => (edit.operation === 'add' || edit.operation === 'replace' ? edit.item.options : []));
  return mannersIn(said).flatMap(({ text, start, end }) => (options.some(({ span }) => span.start < end && start < span.end) ? [] : [text]));
}

/** The item that an edit is about. */
function itemOf(edit: OrderEdit, standing: readonly OrderLineFact[]): string | undefined {
  if (edit.operation === 'add' || edit.operation === 'replace') return edit.item.itemId;
  return edit.operation === 'clear' || edit.line === undefined ? undefined : standing[edit.line]?.itemId;
}
