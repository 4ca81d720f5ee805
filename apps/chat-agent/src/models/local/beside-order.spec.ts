import { describe, expect, it } from '@jest/globals';
import { DOSAS, NOTHING_KNOWN } from '../../testing/intent-stage';
import { besideOrder } from './beside-order';
import { say } from './move';

const summary = 'Your order from Sankalp Restaurant:\n1. 2 × Masala Dosa: ₹240';
const pendingOrder = { summary, restaurantName: 'Sankalp Restaurant', total: 252, currency: 'INR', isShownLast: true };
const unpriced = { facts: { ...NOTHING_KNOWN, ...DOSAS }, memory: {} };
const waiting = { ...unpriced, facts: { ...unpriced.facts, pendingOrder } };
const answer = say('They deliver. Would you like to see the menu?');

describe('besideOrder', () => {
  it('ends an answer with the order that waits, so that its yes holds', () => {
    expect(besideOrder(answer, waiting)).toMatchObject({ text: `They deliver.\n${summary}\nShall I place it? (yes / no)`, memory: { question: undefined } });
  });

  it('has an order priced that is not', () => {
    expect(besideOrder(answer, unpriced)).toMatchObject({ calls: [{ tool: 'show_order' }], memory: { note: 'They deliver.' } });
  });

  it('asks again for the choice that is missing', () => {
    const question = { kind: 'which_choice' as const, line: 1, item: 'Kebab', groupId: 'size', group: 'Size', choices: ['Small', 'Large'] };
    expect(besideOrder(answer, { ...unpriced, memory: { question } })).toMatchObject({ text: expect.stringContaining('Still open: Kebab, which size? 1. Small 2. Large') });
  });

  it('leaves the yes open where another place is spoken of', () => {
    expect(besideOrder({ ...answer, memory: { restaurant: 'Swati Snacks' } }, waiting)).toMatchObject({ text: expect.stringContaining('"show my order"') });
  });

  it.each([
    ['nothing is ordered', answer, { ...unpriced, facts: NOTHING_KNOWN }],
    ['it asks something of its own', say('How many?', [], { question: { kind: 'how_many', restaurant: 'Swati Snacks', item: 'Dabeli' } }), waiting],
    ['it shows the order itself', say(`Here:\n${summary}`), waiting],
  ])('leaves a move alone where %s', (_why, move, dialogue) => {
    expect(besideOrder(move, dialogue)).toBe(move);
  });
});
