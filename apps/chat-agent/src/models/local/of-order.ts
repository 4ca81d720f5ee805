import type { Dialogue } from './dialogue';
import { call, type Move } from './move';

/**
 * What was asked of a dish that the order has: it is answered, and the order shown with its question, not how many more of it there
 * should be. A yes behind it then means the order.
 */
export function asOfOrder(move: Move, { facts: { order } }: Dialogue): Move {
  const question = move.kind === 'say' ? move.memory.question : undefined;
  if (move.kind !== 'say' || order === undefined || question?.kind !== 'how_many') return move;
  const isOrdered = question.restaurant === order.restaurantName && order.lines.some(({ itemName }) => itemName === question.item);
  if (!isOrdered) return move;
  const answer = move.text.split('\n').filter((line) => !line.replace(/ \(.*\)$/, '').endsWith('?')).join('\n');
  return call('show_order', {}, { ...move.memory, question: undefined, note: answer });
}
