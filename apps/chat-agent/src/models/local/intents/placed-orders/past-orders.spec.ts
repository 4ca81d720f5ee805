import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { pastOrders } from './past-orders';

describe('pastOrders', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['my orders', 'get_user_orders'],
    ['where is my order', 'get_order_status'],
    ['the usual', 'repeat_last_order'],
    ['same as last time', 'repeat_last_order'],
    ['what i had last time', 'repeat_last_order'],
    ['cancel my last order', 'cancel_order'],
    ['order 0123456789abcdef01234567', 'get_order_status {"order_id":"0123456789abcdef01234567"}'],
    ['add more', 'No order is under way'],
  ])('understands: %s', async (message, move) => {
    expect(await stage.move(pastOrders, message)).toContain(move);
  });

  it.each([
    ["that's all", 'show_order'],
    ['show my order', 'show_order'],
    ['can i change my order', 'show_order'],
  ])('goes on with the order: %s', async (message, move) => {
    expect(await stage.move(pastOrders, message, DOSAS)).toContain(move);
  });

  it.each(['2 dosa', 'show restaurants'])('leaves to others: %s', async (message) => {
    expect(await stage.move(pastOrders, message)).toBe('-');
  });
});
