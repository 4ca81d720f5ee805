import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit, type OrderLine, type ParsedItem, parseEdits } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue';
import type { Dialogue } from '../dialogue';
import type { RequestedLine } from '../dialogue-memory';
import { call, type Move, say } from '../move';
import { isGuess, requestedOptions, toRequestedLine } from '../order-reading';
import { badQuantityIn } from '../quantity-guard';
import { invalidQuantity, isOrder, isSecondPlace, unknownNote } from './ordering';
import { readRecounts, type Recount } from './recounting';

/** "No, make it 3" and "yes but make it 3" change the order; the first words only say how the person feels about it. */
const OPENING = /^(?:(?:no+(?=,| (?:make|change|add|remove|wait|just|only|actually|sorry|i|it's)\b)|nope|nah|nahi|yes|yeah|yep|ok|okay|sure|wait|hmm+|actually|sorry|oh|but|please|pls|hold on|can you|could you|can we)[ ,]+)+(?=\S)/;
const CHANGING = /\b(?:make|change|remove|delete|drop|take (?:out|off|away)|without|no|not|instead|replace|swap|switch|less|more|extra|only|just|double|cancel|skip|minus|reduce|increase|with|empty|hatao|except|keep)\b/;

/** Changes to the order under way: "make it 3", "remove the dhokla", "add a coke", "no pickle". */
export async function changing(dialogue: Dialogue): Promise<Move | undefined> {
  const { facts, mention, catalogue, text } = dialogue;
  if (facts.order === undefined || (mention !== undefined && mention.restaurant.name !== facts.order.restaurantName)) return undefined;
  if (mention !== undefined && isSecondPlace(dialogue, mention)) return undefined;
  const said = (mention?.rest ?? text).replace(OPENING, '');
  if (/^\d{1,4}$/.test(said)) return whichQuantity(Number(said), facts.order.lines);
  if (!isOrder(said) && !CHANGING.test(said)) return undefined;
  const menu = await catalogue.menuOf(facts.order.restaurantName);
  const recounts = readRecounts(menu.compiled, mention?.rest ?? text, facts.order.lines);
  if (recounts !== undefined) return recounted(facts.order.lines, recounts);
  const { edits, unknown } = parseEdits(menu.compiled, said, facts.order.lines.map(toOrderLine));
  const bad = badQuantityIn(said, menu.menu) ?? edits.map(quantityOf).find((quantity) => quantity !== undefined && (quantity < 1 || quantity > MAX_QUANTITY));
  if (bad !== undefined && (edits.length > 0 || CHANGING.test(said))) return invalidQuantity(bad);
  if (edits.length === 0 || edits.every((edit) => edit.operation === 'add' && isGuess(namesOf(menu, edit.item), said, catalogue))) return undefined;
  if (edits.some((edit) => 'lineCandidates' in edit && edit.lineCandidates !== undefined)) return whichLine(facts.order.lines);
  const note = unknown.length === 0 ? undefined : unknownNote(facts.order.restaurantName, unknown.map(({ text: words, suggestions }) => ({ text: words, nearest: suggestions.map(({ name }) => name) })));
  return changed(menu, facts.order.lines, edits, note);
}

function recounted(standing: readonly OrderLineFact[], recounts: readonly Recount[]): Move {
  const bad = recounts.find(({ quantity }) => quantity < 1 || quantity > MAX_QUANTITY);
  if (bad !== undefined) return invalidQuantity(bad.quantity);
  if (recounts.some(({ lines }) => lines.length > 1)) return whichLine(standing);
  const items = standing.map((line, index) => ({ ...toRequestedLine(line), quantity: recounts.findLast(({ lines }) => lines[0] === index)?.quantity ?? line.quantity }));
  return call('change_order', { items }, { question: undefined, note: undefined });
}

function changed(menu: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[], note: string | undefined): Move {
  const lines = applyEdits(menu.compiled, standing.map(toOrderLine), edits);
  const unclear = lines.find(({ candidates }) => candidates !== undefined);
  if (unclear?.candidates !== undefined) {
    const items = unclear.candidates.map((id) => nameOf(menu, id));
    return say(`Which one do you mean?\n${items.map((name, index) => `${index + 1}. ${name}`).join('\n')}`, items.slice(0, 4), {
      question: { kind: 'which_item', restaurant: menu.menu.restaurant, items, quantity: unclear.quantity, others: [] },
      list: { kind: 'items', names: items },
    });
  }
  const bad = lines.find(({ quantity }) => quantity > MAX_QUANTITY);
  if (bad !== undefined) return invalidQuantity(bad.quantity);
  if (lines.length === 0) return call('cancel_pending_order', {}, { question: undefined });
  return call('change_order', { items: lines.map((line) => withNotes(line, standing)) }, { question: undefined, note });
}

/** A number alone may be meant for any line, or for a list that is no longer in sight. */
function whichQuantity(quantity: number, lines: readonly OrderLineFact[]): Move {
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  const examples = lines.map(({ itemName }) => `Make the ${itemName} ${quantity}`);
  return say(`What should be ${quantity}? Your order is as it was. For example: ${examples[0] ?? ''}`, examples.slice(0, 4));
}

function whichLine(lines: readonly OrderLineFact[]): Move {
  const listed = lines.map(({ quantity, itemName }, index) => `${index + 1}. ${quantity} × ${itemName}`).join('\n');
  const example = lines[0]?.itemName ?? '';
  return say(`Which of these do you mean?\n${listed}\nPlease say it with its name, for example: remove the ${example}`, [`Remove the ${example}`]);
}

function toOrderLine({ itemId, quantity, options }: OrderLineFact): OrderLine {
  const known = options.map(({ group_id, choice_id, negated, qualifier, count }) => ({
    groupId: group_id,
    choiceId: choice_id,
    ...(negated === true && { negated }),
    ...(qualifier !== undefined && { qualifier }),
    ...(count !== undefined && { count }),
  }));
  return { itemId, quantity, options: known };
}

/** Notes are not the parser's: a line of the same item keeps its own. */
function withNotes(line: OrderLine, standing: readonly OrderLineFact[]): RequestedLine {
  const before = standing.find(({ itemId }) => itemId === line.itemId);
  const notes = before === undefined ? undefined : toRequestedLine(before).notes;
  return { item_name: line.itemId ?? '', quantity: line.quantity, options: requestedOptions(line), ...(notes !== undefined && { notes }) };
}

function quantityOf(edit: OrderEdit): number | undefined {
  return edit.operation === 'add' ? edit.item.quantity : edit.operation === 'set_quantity' ? edit.quantity : undefined;
}

function namesOf({ menu }: ReadableMenu, { itemId, candidates = [] }: ParsedItem): string[] {
  const ids = itemId === undefined ? candidates : [itemId];
  return menu.items.flatMap(({ id, name, aliases = [] }) => (ids.includes(id) ? [name, ...aliases] : []));
}

function nameOf({ menu }: ReadableMenu, id: string): string {
  return menu.items.find((item) => item.id === id)?.name ?? id;
}
