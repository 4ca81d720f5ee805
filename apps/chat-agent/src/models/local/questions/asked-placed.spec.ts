import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../testing/intent-stage';
import { askedOfPlaced } from './asked-placed';

const JUST_PLACED = { isOfPlaced: true };

describe('askedOfPlaced', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    'Do I have any past orders?', 'Do I have any orders then?', 'show me my order history', 'And can you show me my order history?', 'list all of my orders so far', 'what about my past orders, are there any?', 'have I ordered anything before?',
    'what have I ordered in the past?', 'is there a list of what I ordered before?', "let me see everything I've ordered with you", 'how many orders have I made?', "I'd like to see my previous orders please", 'pull up my orders', 'any old orders of mine?', 'how much have I spent here so far',
  ])('is all of them: %s', async (message) => {
    expect(askedOfPlaced(await stage.dialogue(message))).toBe('history');
  });

  it.each([
    'did it go thru?', 'can you tell me where my order is?', 'was my order received?', 'did you place it?', "what's happening with my food", 'any news about my order?', 'what is my order number?', 'has the restaurant got my order?', 'did my order go through ok', 'is my dinner on its way yet?',
  ])('is how one stands: %s', async (message) => {
    expect(askedOfPlaced(await stage.dialogue(message, {}, JUST_PLACED))).toBe('status');
  });

  it.each(['Could you tell me the status of it?', 'is it confirmed?', 'so is it all done now?', 'is that placed?', 'any update?', "how's it going"])('is how the one stands that was just spoken of: %s', async (message) => {
    expect([askedOfPlaced(await stage.dialogue(message, {}, JUST_PLACED)), askedOfPlaced(await stage.dialogue(message))]).toEqual(['status', undefined]);
  });

  it('is of the orders that were listed, and of nothing else in sight', async () => {
    const orders = { ids: ['1', '2'], at: 0 };
    const question = 'which of them was the more expensive?';
    const listed = await stage.dialogue(question, {}, { orders });
    const dishes = await stage.dialogue(question, {}, { orders, list: { kind: 'dishes', names: ['Masala Dosa from Sankalp Restaurant'] } });
    expect([listed, dishes, await stage.dialogue(question, DOSAS, { orders })].map(askedOfPlaced)).toEqual(['history', undefined, undefined]);
  });

  it.each(['is it open tonight?', 'is it spicy?', 'do you take orders?', 'can I place two orders?', 'show me the menu', 'which is the cheapest?', 'what is the first one?', '2 dosa', 'repeat my last order', 'cancel my order', 'did you have dosa', 'is that done with curd?', 'orders over 500'])(
    'is neither: %s',
    async (message) => {
      expect(askedOfPlaced(await stage.dialogue(message, {}, JUST_PLACED))).toBeUndefined();
    },
  );
});
