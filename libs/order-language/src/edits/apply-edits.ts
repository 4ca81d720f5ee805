import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, OrderOption } from '../parsed-order';
import type { OrderEdit } from './order-edit';
import { plainOption, sameChoice, sameOption } from './standing-line';

type LineEdit = Exclude<OrderEdit, { operation: 'add' | 'clear' }>;

/**
 * The order after the edits. Edits that name several candidate lines are left out: the conversation has to ask first.
 * Lines that come out the same are put together, and a line of which nothing is left is gone.
 */
export function applyEdits(menu: CompiledMenu, order: readonly OrderLine[], edits: readonly OrderEdit[]): OrderLine[] {
  const slots: (readonly OrderLine[])[] = order.map((line) => [line]);
  const added: OrderLine[] = [];
  for (const edit of edits) {
    if (edit.operation === 'clear') slots.fill([]);
    else if (edit.operation === 'add') added.push(plainLine(edit.item));
    else if (edit.line !== undefined && slots[edit.line]) slots[edit.line] = applyToSlot(menu, slots[edit.line] ?? [], edit);
  }
  return merged([...slots.flat(), ...added].filter((line) => line.quantity > 0));
}

/** A line as it is kept: without where it was said. */
export function plainLine(line: OrderLine): OrderLine {
  const reference = line.candidates ? { candidates: line.candidates } : { itemId: line.itemId };
  return { ...reference, quantity: line.quantity, options: line.options.map(plainOption), ...(line.notes === undefined ? {} : { notes: line.notes }) };
}

function applyToSlot(menu: CompiledMenu, lines: readonly OrderLine[], edit: LineEdit): OrderLine[] {
  // Of a line that was told apart the number is that of what is left: nothing else goes.
  if (edit.operation === 'set_quantity') return lines.map((line, k) => (k === 0 ? { ...line, quantity: edit.quantity } : line));
  const some = 'quantity' in edit ? edit.quantity : undefined;
  const [line, ...others] = lines;
  if (!line) return [];
  if (some === undefined) return lines.map((each) => change(menu, each, edit)).filter((each) => each !== undefined);
  const meant = Math.min(some, line.quantity);
  const changed = change(menu, { ...line, quantity: meant }, edit);
  const kept = { ...line, quantity: line.quantity - meant };
  return [kept, ...others, ...(changed ? [changed] : [])].filter((each) => each.quantity > 0);
}

function change(menu: CompiledMenu, line: OrderLine, edit: Exclude<LineEdit, { operation: 'set_quantity' }>): OrderLine | undefined {
  switch (edit.operation) {
    case 'remove':
      return undefined;
    case 'replace':
      return plainLine({ ...edit.item, ...notesOf(line, edit.item), quantity: edit.quantity === undefined ? edit.item.quantity : line.quantity });
    case 'unset_option':
      return { ...line, options: line.options.filter((option) => !sameChoice(option, edit.option)) };
    case 'set_option':
      return { ...line, options: [...line.options.filter((option) => !excludes(menu, option, edit.option)), edit.option] };
  }
}

/** The same dish in another way keeps its notes; another dish has none. */
function notesOf(line: OrderLine, { itemId }: OrderLine): Pick<OrderLine, 'notes'> {
  return itemId === line.itemId && line.notes !== undefined ? { notes: line.notes } : {};
}

function excludes(menu: CompiledMenu, one: OrderOption, other: OrderOption): boolean {
  const exclusive = menu.groups[menu.groupPositions.get(other.groupId) ?? -1]?.exclusive ?? false;
  return sameChoice(one, other) || (exclusive && one.groupId === other.groupId && !other.negated);
}

function merged(lines: readonly OrderLine[]): OrderLine[] {
  const result: OrderLine[] = [];
  for (const line of lines) {
    const at = result.findIndex((known) => sameLine(known, line));
    const known = result[at];
    if (known) result[at] = { ...known, quantity: known.quantity + line.quantity };
    else result.push(line);
  }
  return result;
}

function sameLine(one: OrderLine, other: OrderLine): boolean {
  return (
    one.itemId === other.itemId &&
    one.notes === other.notes &&
    (one.candidates ?? []).join('\n') === (other.candidates ?? []).join('\n') &&
    one.options.length === other.options.length &&
    one.options.every((option) => other.options.some((same) => sameOption(option, same)))
  );
}
