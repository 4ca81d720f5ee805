import { describe, expect, it } from '@jest/globals';
import { besidesCallingOff } from './calling-off';

describe('besidesCallingOff', () => {
  it.each([
    'lol no, forget it', 'cancel plz changed my mind', "Actually, please clear that. I'd like to start over.", 'nah rehne do', 'please throw it all away and let me begin again', 'can you cancel this order for me please?', "let's not do this",
    "I don't want any of this anymore", "sorry, I won't order today after all", 'call it off', 'Could we start all over again from the beginning?', "I changed my mind, I'm not hungry any more", 'scratch that whole order please', 'remove everything from the cart', "I've decided not to order",
  ])('is nothing: %s', (message) => {
    expect(besidesCallingOff(message)).toEqual([]);
  });

  it.each([
    ['this is all wrong, I mixed up the lists. Can we start over from scratch?', ['this is all wrong', 'i mixed up the lists']],
    ['actually skip. my friend is cooking', ['my friend is cooking']],
    ['call it off, my plans changed', ['my plans changed']],
    ['cancel it because we are going out', ['we are going out']],
    ['forget it, give me 2 idli', ['give me 2 idli']],
  ])('is the reason, or another wish: %s', (message, besides) => {
    expect(besidesCallingOff(message)).toEqual(besides.map((clause) => clause.replace('we are', 'were')));
  });

  it('is a no to what was asked', () => {
    expect([besidesCallingOff('hmm no thanks, too expensive for me', true), besidesCallingOff('hmm no thanks, too expensive for me')]).toEqual([['too expensive for me'], undefined]);
  });

  it.each(['yes', 'no thanks', 'not yet', 'do it again', 'order it again', 'remove it', 'undo that', 'skip that', 'take it off', 'delete this', 'cancel my last order', 'cancel the dosa', 'no', 'remove the pickle', 'my plans changed', 'start with the soup', 'no, make it 3', 'skip the curd', "I don't want onions", 'not too spicy'])('calls nothing off: %s', (message) => {
    expect(besidesCallingOff(message)).toBeUndefined();
  });
});
