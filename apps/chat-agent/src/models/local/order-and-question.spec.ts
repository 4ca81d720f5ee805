import { describe, expect, it } from '@jest/globals';
import { answerAlone, orderAndQuestion } from './order-and-question';

describe('orderAndQuestion', () => {
  it.each([
    ['2 masala dosa please. Do you deliver?', { order: '2 masala dosa please.', question: 'Do you deliver?' }],
    ['How do I pay? 2 dosa.', { order: '2 dosa.', question: 'How do I pay?' }],
    ['2 dosa', undefined],
    ['Do you deliver?', undefined],
    ['2 dosa. Could I have a coke?', undefined],
    ['2 dosa. Is it hot? Is it big?', undefined],
  ])('finds in "%s": %j', (message, parts) => {
    expect(orderAndQuestion(message)).toEqual(parts);
  });
});

it('leaves the next step of an answer out', () => {
  expect(answerAlone('You pay the restaurant. What would you like to eat?')).toBe('You pay the restaurant.');
  expect(answerAlone('I cannot choose a time. Your order is as it was: "show my order" to go on with it.')).toBe('I cannot choose a time.');
});
