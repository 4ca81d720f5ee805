import { choiceName } from '../pointing/described-lines';
import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { invalidQuantity } from '../intents/orders/ordering';
import { type Move, say } from '../move';
import { requestedOptions } from '../orders/order-reading';
import { nameOf } from './of-menu';

/** A number alone may be meant for any line, or for a list that is no longer in sight. */
export function whichQuantity(quantity: number, lines: readonly OrderLineFact[]): Move {
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  const examples = lines.map(({ itemName }) => `Make the ${itemName} ${quantity}`);
  return say(`What should be ${quantity}? Your order is as it was. For example: ${examples[0] ?? ''}`, examples.slice(0, 4));
}

/** "Remove", without a word of what. */
export function whatToRemove(lines: readonly OrderLineFact[]): Move {
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) return say(`Your order has ${only.quantity} × ${only.itemName} alone. Shall I remove it? Say: remove the ${only.itemName}`, [`Remove the ${only.itemName}`], { question: { kind: 'what_to_remove' } });
  return say(`What shall I remove?\n${listed(lines)}\nSay its name, for example: the ${only?.itemName ?? ''}`, lines.slice(0, 4).map(({ itemName }) => `Remove the ${itemName}`), { question: { kind: 'what_to_remove' } });
}

/**
 * The words fit several lines, which are listed with what tells them apart.
 * @param said what was asked of one of them: where it was to be removed, the answer may be its name alone
 */
export function whichLine(menu: ReadableMenu, lines: readonly OrderLineFact[], said: string): Move {
  const names = lines.map((line) => nameWithChoice(menu, line, lines));
  const [example = ''] = names;
  const list = lines.map((line, index) => `${index + 1}. ${line.quantity} × ${fullName(menu, line)}`).join('\n');
  const question = /^(?:please )?(?:remove|delete|drop|cancel|take (?:off|out|away)|skip)\b/.test(said) ? { question: { kind: 'what_to_remove' } as const } : {};
  return say(`Which of these do you mean?\n${list}\nPlease say it with its name, for example: remove the ${example}`, names.slice(0, 4).map((name) => `Remove the ${name}`), question);
}

/** "Margherita Pizza (Large, note: well done)". */
function fullName(menu: ReadableMenu, { itemName, options, notes }: OrderLineFact): string {
  const how = [...options.map((option) => choiceOf(menu, option)), ...(notes === undefined ? [] : [`note: ${notes}`])];
  return how.length === 0 ? itemName : `${itemName} (${how.join(', ')})`;
}

/** "Large Margherita Pizza", where another line is of the same dish without that choice. */
function nameWithChoice(menu: ReadableMenu, line: OrderLineFact, lines: readonly OrderLineFact[]): string {
  const others = lines.filter((other) => other !== line && other.itemId === line.itemId);
  const own = line.options.find((option) => others.every((other) => !other.options.some(({ choice_id, negated }) => choice_id === option.choice_id && negated === option.negated)));
  return others.length === 0 || own === undefined ? line.itemName : `${choiceOf(menu, own).toLowerCase()} ${line.itemName}`;
}

function choiceOf({ menu }: ReadableMenu, { group_id, choice_id, negated }: OrderLineFact['options'][number]): string {
  return choiceName(menu.option_groups, group_id, choice_id, negated);
}

/** "No, 3 dabeli" where the order has none: on top, or in place of what it has? */
export function addOrReplace(menu: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[]): Move {
  const lines = applyEdits(menu.compiled, [], edits).map((line) => ({ item_name: nameOf(menu, line.itemId ?? ''), quantity: line.quantity, options: requestedOptions(line) }));
  const wanted = lines.map(({ quantity, item_name }) => `${quantity} × ${item_name}`).join(', ');
  const had = standing.map(({ quantity, itemName }) => `${quantity} × ${itemName}`).join(', ');
  return say(`Your order has ${had}. Shall I\n1. add ${wanted}, or\n2. take ${wanted} instead?`, ['Add it', 'Instead'], { question: { kind: 'add_or_replace', restaurant: menu.menu.restaurant, lines } });
}

function listed(lines: readonly OrderLineFact[]): string {
  return lines.map(({ quantity, itemName }, index) => `${index + 1}. ${quantity} × ${itemName}`).join('\n');
}
