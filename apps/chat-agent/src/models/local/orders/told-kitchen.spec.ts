import { describe, expect, it } from '@jest/globals';
import { toldKitchen } from './told-kitchen';

describe('toldKitchen', () => {
  it.each([
    ['yes and please write happy birthday meera on the cake', '', 'write happy birthday meera', { count: 'all', of: ['cake'] }],
    ['2 cakes, can you write good luck on one', '2 cakes', 'write good luck', { count: 1, of: [] }],
    ['1 fudge cake and can it say welcome home', '1 fudge cake', 'write welcome home', undefined],
    ['1 cake with good luck meera written on it', '1 cake', 'write good luck meera', undefined],
    ['and can they pack it nicely please', '', 'pack it nicely', undefined],
    ['tell them please make it hot', '', 'make it hot', undefined],
    ['ask the kitchen to go easy on the oil', '', 'go easy on the oil', undefined],
    ['one dosa, tell the chef no chilli', 'one dosa', 'no chilli', undefined],
  ])('reads "%s"', (text, before, wish, portion) => {
    expect(toldKitchen(text)).toMatchObject({ before, wish });
    expect(toldKitchen(text)?.portion).toEqual(portion === undefined ? undefined : expect.objectContaining(portion));
  });

  it.each(['write a review for swati saying it was good', 'can you write to me', '2 dosa', 'ask them if they have soup', 'tell them what i want', 'can you write', "no, i'll ask the restaurant first", 'ask the restaurant first', 'should i tell them to hurry', 'did you tell the kitchen no onion'])('reads nothing in "%s"', (text) => {
    expect(toldKitchen(text)).toBeUndefined();
  });
});
