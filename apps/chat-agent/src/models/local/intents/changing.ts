import type { Dialogue } from '../dialogue';
import { call, type Move, say } from '../move';
import { readOrder, toRequestedLine } from '../order-reading';
import { numberOf, wordsOf } from '../utterance';
import { invalidQuantity } from './ordering';

const QUANTITY = /^(?:no[ ,]+|ok[ ,]+|actually[ ,]+|sorry[ ,]+|please )*(?:make (?:it|that|them|this)|change (?:it|that|them|the quantity|quantity) to|(?:i (?:want|need|meant|said))|i'll take|only|just|let's (?:do|make it)|set (?:it|quantity) to)\s+(-?\w+)(?: (?:instead|please|pls|of (?:them|it|those|that)|pieces?|plates?|only|then|now))*$/;
const REMOVAL = /^(?:no[ ,]+|ok[ ,]+|actually[ ,]+|please |can you |could you )*(?:remove|delete|drop|take (?:out|off|away)|cancel|skip|leave out|get rid of|minus|i don't want|dont want|do not want|no more|hatao|hata do)\s+(?:the |my |that |those )?(.+)$/;
const QUANTITY_OF = /^(?:no[ ,]+|ok[ ,]+|actually[ ,]+|please )*(?:make|change|set)\s+(?:the |my )?(.+?)\s+(?:to\s+)?(-?\w+)$/;

/** Changes to the order under way: "make it 3", "remove the dhokla". Additions are orders like any other. */
export async function changing(dialogue: Dialogue): Promise<Move | undefined> {
  if (dialogue.facts.order === undefined) return undefined;
  return quantityOfLast(dialogue) ?? (await removal(dialogue)) ?? (await quantityOfNamed(dialogue));
}

function quantityOfLast({ text, facts }: Dialogue): Move | undefined {
  const quantity = numberOf(QUANTITY.exec(text)?.[1] ?? '');
  const lines = facts.order?.lines ?? [];
  return quantity === undefined || lines.length === 0 ? undefined : withQuantity(lines, lines.length - 1, quantity);
}

async function quantityOfNamed(dialogue: Dialogue): Promise<Move | undefined> {
  const [, name, number] = QUANTITY_OF.exec(dialogue.text) ?? [];
  const quantity = numberOf(number ?? '');
  if (name === undefined || quantity === undefined) return undefined;
  const [index] = await linesNamed(dialogue, name);
  return index === undefined ? undefined : withQuantity(dialogue.facts.order?.lines ?? [], index, quantity);
}

async function removal(dialogue: Dialogue): Promise<Move | undefined> {
  const name = REMOVAL.exec(dialogue.text)?.[1];
  const lines = dialogue.facts.order?.lines ?? [];
  if (name === undefined) return undefined;
  if (/^(?:it|that|this|everything|all|all of it|order|whole order|the order|last one|last item)$/.test(name)) {
    return /last/.test(name) && lines.length > 1 ? change(lines.slice(0, -1)) : call('cancel_pending_order');
  }
  const indexes = await linesNamed(dialogue, name);
  if (indexes.length === 0) {
    const listed = lines.map(({ quantity, itemName }, index) => `${index + 1}. ${quantity} × ${itemName}`).join('\n');
    return say(`That is not in your order. It holds:\n${listed}\nWhat shall I remove?`);
  }
  const count = numberOf(wordsOf(name)[0] ?? '');
  const rest = lines.flatMap((line, index) => {
    if (!indexes.includes(index)) return [line];
    return count !== undefined && count < line.quantity ? [{ ...line, quantity: line.quantity - count }] : [];
  });
  return rest.length === 0 ? call('cancel_pending_order') : change(rest);
}

function withQuantity(lines: NonNullable<Dialogue['facts']['order']>['lines'], index: number, quantity: number): Move {
  if (quantity < 1 || quantity > 100) return invalidQuantity(quantity);
  return change(lines.map((line, position) => (position === index ? { ...line, quantity } : line)));
}

function change(lines: NonNullable<Dialogue['facts']['order']>['lines']): Move {
  return call('change_order', { items: lines.map(toRequestedLine) }, { question: undefined });
}

/** The positions of the lines that a name means. */
async function linesNamed({ facts, catalogue }: Dialogue, name: string): Promise<number[]> {
  if (facts.order === undefined) return [];
  const { lines, unclear } = readOrder(await catalogue.menuOf(facts.order.restaurantName), name);
  const names = [...lines.map(({ item_name }) => item_name), ...unclear.flatMap(({ items }) => items)];
  return facts.order.lines.flatMap(({ itemName }, index) => (names.includes(itemName) ? [index] : []));
}
