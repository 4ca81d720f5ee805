import { describe, expect, it } from '@jest/globals';
import { asksToCancel, meansPlaced } from './asks-to-cancel';
import type { CancellingTurn } from './asks-to-cancel';

function turn(message: string, reply = 'Hello!'): CancellingTurn {
  return { message, messages: [{ role: 'assistant', content: reply }, { role: 'user', content: message }], order: { restaurantName: 'Sankalp Restaurant', lines: [{ itemName: 'Masala Dosa' }] } };
}

const PLACED = { id: 'a1', restaurant_name: 'Honest Restaurant', lines: [{ item_name: 'Pav Bhaji' }] };
const OFFER = 'It is placed. Shall I cancel it? (yes / no)';

describe('asksToCancel', () => {
  it.each([['cancel it', undefined], ['yes', OFFER], ['the placed one', 'Which of them shall I cancel?\n1. The new one\n2. The placed one']])('is asked: %s', (message, reply) => {
    expect(asksToCancel(turn(message, reply))).toBe(true);
  });

  it.each([['yes', undefined], ['no', OFFER], ['2 dosas', OFFER], ['yes', 'It stays; "cancel my placed order" cancels it. What would you like?']])('is not: %s', (message, reply) => {
    expect(asksToCancel(turn(message, reply))).toBe(false);
  });
});

describe('meansPlaced', () => {
  it.each(['cancel the placed one', 'cancel the honest order', 'cancel the pav bhaji', 'cancel a1'])('%s', (message) => {
    expect(meansPlaced(turn(message), PLACED)).toBe(true);
  });

  it.each(['cancel it', 'cancel the dosa', 'cancel the sankalp restaurant order'])('means the one under way: %s', (message) => {
    expect(meansPlaced(turn(message), PLACED)).toBe(false);
  });
});
