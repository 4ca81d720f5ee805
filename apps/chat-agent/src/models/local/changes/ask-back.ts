import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { invalidQuantity } from '../intents/ordering';
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

/** The words fit several lines. */
export function whichLine(lines: readonly OrderLineFact[]): Move {
  const example = lines[0]?.itemName ?? '';
  return say(`Which of these do you mean?\n${listed(lines)}\nPlease say it with its name, for example: remove the ${example}`, [`Remove the ${example}`]);
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
