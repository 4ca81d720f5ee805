import { answerAlone } from './wording/answer-alone';
import type { Dialogue } from './dialogue';
import type { Question } from './dialogue-memory';
import { call, type Move, say } from './move';

type OrderFact = NonNullable<Dialogue['facts']['order']>;

/**
 * What was asked or told beside an order under way: the answer ends with what the order waits for, its missing choice or its yes, so that
 * the next word may be that. A move that asks for something of its own stays as it is.
 */
export function besideOrder(move: Move, { memory, facts: { order, pendingOrder } }: Pick<Dialogue, 'facts' | 'memory'>): Move {
  if (move.kind !== 'say' || order === undefined || move.text.includes('"show my order"')) return move;
  const open = memory.question;
  if (open?.kind === 'which_choice' && !('question' in move.memory)) return withOpenChoice(move, open);
  const asks = move.memory.question;
  if (asks !== undefined && !(asks.kind === 'how_many' && isOrdered(order, asks))) return move;
  if (pendingOrder !== undefined && move.text.includes(pendingOrder.summary)) return move;
  const told = { ...move.memory, question: undefined };
  const answer = answerAlone(move.text);
  const { restaurant = order.restaurantName } = move.memory;
  // A yes may then mean that other place.
  if (restaurant !== order.restaurantName) return { ...move, text: `${move.text}\nYour order from ${order.restaurantName} is kept: "show my order" to go on with it.`, suggestions: [...move.suggestions.slice(0, 3), 'Show my order'] };
  if (pendingOrder === undefined) return call('show_order', {}, { ...told, note: answer });
  return say(`${answer}\n${pendingOrder.summary}\nShall I place it? (yes / no)`.trim(), ['Yes', 'No'], told);
}

function isOrdered({ restaurantName, lines }: OrderFact, { restaurant, item }: { readonly restaurant: string; readonly item: string }): boolean {
  return restaurant === restaurantName && lines.some(({ itemName }) => itemName === item);
}

function withOpenChoice({ text, memory }: Extract<Move, { kind: 'say' }>, question: Extract<Question, { kind: 'which_choice' }>): Move {
  const choices = question.choices.map((choice, index) => `${index + 1}. ${choice}`).join(' ');
  return say(`${text}\nStill open: ${question.item}, which ${question.group.toLowerCase()}? ${choices}`, question.choices.slice(0, 5), { ...memory, question });
}
