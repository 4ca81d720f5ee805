import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { asksForOrder } from './asked-order';

describe('asksForOrder', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    'read it all back to me', 'please show me the final order', 'sum up the order', 'summary', 'what does my order look like', 'where do we stand', 'Where do we stand on price?', 'is my order still there', 'Is there anything left in my basket now?',
    'what have I got now and what is the total?', 'May I see the order with the total?', 'show it to me so that I can confirm', 'show me everything please, I am ready to order', 'total batao', 'what do I owe', "what's the damage", "what's the sum",
    'Could you sum up the order before I press the button, so to speak?', 'Let me hear the order one final time, please.', 'Read me the order and the final price before anything happens, please.', "Can I see what I'm paying?", 'did you get all of that?',
    'What would that be in total, and is that all on the order?', 'so how much do I have to pay in the end?', 'mera order dikhao', 'just to double check, what is in the order?', 'how much will this set me back', 'recap please', 'remind me what I ordered',
    'what is in my cart right now', 'run me through it one more time', 'how much is it altogether', 'give me a quick rundown', 'is everything on my order?', 'what are we paying', 'what have you got down for me', 'what have I got',
  ])('is so: %s', async (message) => {
    expect(asksForOrder(await stage.dialogue(message))).toBe(true);
  });

  it.each([
    'order', 'can I order', 'I want to order', 'place my order', 'cancel my order', 'change my order', 'my orders', 'show me my last order', 'show me the menu', 'how much is it', 'what is it', 'how much is the dosa', 'total of a dosa and an idli', 'show me everything at swati',
    'what do you have', 'where are you', 'read me the reviews', 'how much is delivery', 'show me something else', 'what does it come with', 'is it good', 'where is my order', 'how much does each of us pay', 'get it', 'what have you got', 'list all', 'give me that', 'check the price of the thali', 'what is the total time', 'is that spicy',
    'my usual order', 'how much would 3 be in total',
  ])('is another question: %s', async (message) => {
    expect(asksForOrder(await stage.dialogue(message))).toBe(false);
  });

  it('is decided in no time, however long a sentence is', async () => {
    const dialogue = await stage.dialogue('show me');
    const began = performance.now();
    for (const piece of ['the final total ', 'with the total and the ', 'all of it back to me ', 'please now then ', 'is it all be going to cost me ']) asksForOrder({ ...dialogue, text: `how much ${piece.repeat(30)}x`.slice(-158) });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
