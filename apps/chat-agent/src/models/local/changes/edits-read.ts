import { type OrderEdit, type ParsedEdits, parseEdits } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { toOrderLine } from '../orders/order-reading';
import { wordsOf } from '../speech/utterance';
import { readHalves } from '../orders/halves';
import { readWishes, type Wish } from '../orders/wishes';
import type { Asked, Change } from './change';
import { nameOf } from './of-menu';

/** A change as the reader of edits understands it. */
export interface EditsRead extends Change, Asked, Pick<ParsedEdits, 'edits' | 'unknown' | 'remarks'> {
  /** What was said, with blanks in place of the wishes for the kitchen. */
  readonly plain: string;
  readonly wishes: readonly Wish[];
  /** Half of a dish is wanted. */
  readonly isHalf: boolean;
}

export function readEdits(change: Change, asked: Asked): EditsRead {
  const { menu, standing, said } = change;
  const { choice } = asked;
  const halves = readHalves(menu.menu, said, standing.map(({ itemName: name, quantity, options }) => ({ name, quantity, choices: options.map(({ choice_id: id }) => id.replaceAll('_', ' ')) })));
  const { text: plain, wishes: others } = readWishes(menu.menu, halves.text, standing.map(({ itemName }) => itemName));
  const wishes = [...others, ...halves.wishes];
  const parsed = parseEdits(menu.compiled, choice === undefined || choice.startsWith('make ') ? plain : `make it ${choice}`, standing.map(toOrderLine));
  return { ...change, ...asked, ...parsed, edits: instead(menu, standing, parsed.edits, said), plain, wishes, isHalf: halves.wholes.length > 0 };
}

/** "Make it chicken": where a dish needs a choice of a group and has one, another is in its place. "Add chicken" is beside it. */
function instead({ menu }: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[], said: string): readonly OrderEdit[] {
  if (/\b(?:add|also|and|plus|too|both|as well|extra|more)\b/.test(said)) return edits;
  return edits.flatMap((edit): OrderEdit[] => {
    if (edit.operation !== 'set_option' || edit.line === undefined || edit.option.negated === true) return [edit];
    const { line, option } = edit;
    const isNeeded = menu.option_groups.some(({ id, min = 0, max = Infinity }) => id === option.groupId && min > 0 && max > 1);
    const isOne = edits.filter((other) => other.operation === 'set_option' && other.line === line && other.option.groupId === option.groupId).length === 1;
    const had = isNeeded && isOne ? toOrderLine(standing[line] ?? { itemId: '', itemName: '', quantity: 0, options: [] }).options.filter(({ groupId, choiceId, negated }) => groupId === option.groupId && choiceId !== option.choiceId && negated !== true) : [];
    return [...had.map((old): OrderEdit => ({ operation: 'unset_option', line, option: old })), edit];
  });
}

/** A dish of the menu that is named in full and not ordered, where all that was read is said of others of its kind. */
export function strangerIn({ menu, standing, edits, said }: EditsRead): string | undefined {
  const spoken = ` ${wordsOf(said).join(' ')} `;
  const isSaid = (name: string) => spoken.includes(` ${wordsOf(name.toLowerCase()).join(' ')} `);
  if (edits.length === 0 || standing.some(({ itemName }) => isSaid(itemName))) return undefined;
  const stranger = menu.menu.items.find(({ id, name }) => name.includes(' ') && isSaid(name) && !standing.some(({ itemId }) => itemId === id))?.name;
  const isOfOthers = (edit: OrderEdit) => edit.operation === 'remove' || edit.operation === 'set_quantity' || (edit.operation === 'replace' && nameOf(menu, edit.item.itemId ?? '') !== stranger);
  return stranger !== undefined && edits.every(isOfOthers) ? stranger : undefined;
}
