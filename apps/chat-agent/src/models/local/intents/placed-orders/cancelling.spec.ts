import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { cancelling } from './cancelling';

const PLACED = { id: 'a', restaurant: 'Honest Restaurant', dishes: [{ name: 'pav bhaji', quantity: 2 }], total: '₹336', age: 0 };
const LISTED = { ids: ['a', 'b'], restaurants: ['Honest Restaurant', 'Swati Snacks'], dishes: ['2 × pav bhaji', '1 × dabeli'], cancelled: [false, false], at: 0 };

describe('cancelling', () => {
  let stage: IntentStage;
  beforeAll(async () => {
    stage = await IntentStage.start();
  });
  afterAll(() => stage.stop());

  it.each([
    ['that is 2, i said 1. cancel whole order', 'cancel_order {"order_id":"a"}'],
    ['cancel the pav bhaji', 'cancel_order {"order_id":"a"}'],
    ['cancel the swati order', 'cancel_order {"order_id":"b"}'],
    ['cancel the second one, a mistake', 'cancel_order {"order_id":"b"}'],
    ['cancel all my orders', 'cancel_order {"order_id":"a"}; cancel_order {"order_id":"b"}'],
    ["don't cancel it", 'All right, I cancel nothing. Would you like anything else?'],
    ['did you cancel it', 'get_order_status {"order_id":"a"}'],
    ['2 dosas', '-'],
  ])('of placed orders: %s', async (message, expected) => {
    expect(await stage.move(cancelling, message, { username: 'asha' }, { placed: PLACED, orders: LISTED, isOfPlaced: true })).toBe(expected);
  });

  it.each([
    ['cancel the order i already placed', 'cancel_order {"order_id":"a"}'],
    ['forget that new order, cancel the placed one', 'cancel_pending_order {}; cancel_order {"order_id":"a"}'],
    ['cancel the pav bhaji', 'cancel_order {"order_id":"a"}'],
    ['cancel the dosa', '-'],
    ['cancel it', '-'],
  ])('beside an order under way: %s', async (message, expected) => {
    expect(await stage.move(cancelling, message, { ...DOSAS, username: 'asha' }, { placed: PLACED })).toBe(expected);
  });

  it('asks which, where it may be either', async () => {
    expect(await stage.move(cancelling, 'cancel my order', { ...DOSAS, username: 'asha' }, { placed: PLACED })).toBe('Which of them shall I cancel?\n1. The new order from Sankalp Restaurant, not placed yet: 2 × Masala Dosa\n2. The placed order from Honest Restaurant, ₹336');
  });

  it('leaves it to others where nobody is logged in', async () => {
    expect(await stage.move(cancelling, 'cancel my order')).toBe('-');
  });
});
