import { describe, expect, it } from '@jest/globals';
import { answerAlone } from './wording/answer-alone';
import { messageParts } from './message-parts';

describe('messageParts', () => {
  it.each([
    ['2 masala dosa please. Do you deliver?', { rest: '2 masala dosa please.', questions: ['Do you deliver?'] }],
    ['How do I pay? 2 dosa.', { rest: '2 dosa.', questions: ['How do I pay?'] }],
    ['2 dosa. Is it hot? Is it big?', { rest: '2 dosa.', questions: ['Is it hot?', 'Is it big?'] }],
    ['2 masala dosa and do you deliver', { rest: '2 masala dosa', questions: ['do you deliver'] }],
    ["how much is the brownie and what's in it?", { rest: '', questions: ['how much is the brownie', "what's in it?"] }],
    ['is it open, and what do they sell', { rest: '', questions: ['is it open', 'what do they sell'] }],
    ['my husband cannot have curd. could one be without it?', undefined],
    ['make it 2, also how much is that?', { rest: 'make it 2', questions: ['how much is that?'] }],
    ['add 2 idli and also is patel open?', { rest: 'add 2 idli', questions: ['is patel open?'] }],
    ['is kebabalab open and can i get 1 kebab', { rest: 'can i get 1 kebab', questions: ['is kebabalab open'] }],
    ['2 dosa and do idli', undefined],
    ['2 dosa', undefined],
    ['Do you deliver?', undefined],
    ['2 dosa. Could I have a coke?', undefined],
    ['Is there anything in C.G. Road?', undefined],
    ['a place which is open and which delivers', undefined],
    ['what about the dosa and what about the idli', undefined],
  ])('finds in "%s": %j', (message, parts) => {
    expect(messageParts(message, () => false)).toEqual(parts === undefined ? undefined : { ...parts, told: '' });
  });
});

it.each([
  ['You pay the restaurant. What would you like to eat?', 'You pay the restaurant.'],
  ['I cannot choose a time. Your order is as it was: "show my order" to go on with it.', 'I cannot choose a time.'],
  ['Pani Puri, Swati Snacks: ₹60\nHow many would you like?', 'Pani Puri, Swati Snacks: ₹60'],
  ['1. Dabeli: ₹40\nShall I order one? For example: 1 Dabeli from Swati Snacks', '1. Dabeli: ₹40'],
  ['Here are our restaurants:\n1. Swati Snacks\nWhose menu would you like to see? Say its name or number.', 'Here are our restaurants:\n1. Swati Snacks'],
])('leaves the next step of an answer out: %s', (answer, alone) => {
  expect(answerAlone(answer)).toBe(alone);
});
