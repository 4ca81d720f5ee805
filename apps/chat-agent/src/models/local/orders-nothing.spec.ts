import { describe, expect, it } from '@jest/globals';
import { ordersNothing } from './orders-nothing';

describe('ordersNothing', () => {
  it.each([
    'what is a dabeli', 'and what is the difference between the two thalis', 'wait is it spicy', 'did you add the dosa', 'have you noted the second one', 'how many people does the cake feed', 'can we all eat pav bhaji in that',
    'back in my time an idli was 2 rupees', 'kebab is 16 dollars', '8 coffees is too much for kids', 'the margherita i already have in my order', 'no no, i only asked a question', 'they have cold coffee right', 'something like a cake', 'is the dosa big, my son is small',
  ])('asks or tells: %s', (text) => {
    expect(ordersNothing(text, true)).toBe(true);
  });

  it.each([
    '2 dosas', 'can i get a dosa', 'could you add a coke', 'what i want is a dosa', 'how about 2 idli', "why don't you give me 2 dosas", 'have 2 of them', 'is the dosa good, give me 2', 'do the meal then', 'could one be without onion', 'that is 2 dosas', 'it was supposed to be 2 dosas',
    "3 is too many, make it 2", 'do you think you could bring 2 dosas', 'is it hot, i want 2', 'no pickle', 'idli 2 plates',
  ])('may order: %s', (text) => {
    expect(ordersNothing(text, true)).toBe(false);
  });
});
