import { describe, expect, it } from '@jest/globals';
import { pleasantryOf } from './pleasantries';

describe('pleasantryOf', () => {
  it.each([
    ['thanks', ['great thank you so much you have been very helpful', 'thanks a million, that was really quick and easy', 'lovely, thanks for everything', "you're a star, thank you!", 'thank you for your patience with me', "thanks, that's very kind of you", 'much obliged', 'I appreciate it', 'lovely, thank you for the information', 'ok cool thanks']],
    ['farewell', ['ok cool thanks bye', 'cheers mate, see you next week', 'awesome, have a great evening', 'good night and thanks', 'nice talking to you', 'ok thank you very much for your help today, bye']],
    ['later', ['Let me talk to my wife first, I will come back to you later.', 'I need to ask my husband first', 'give me a minute to think', 'let me check with my friends and get back', "I'm just browsing, thanks", 'hmm let me think', "we'll decide later, thanks", "I'll sleep on it", 'just a moment please']],
    ['pleased', ['that sounds fun!', 'wow this is so cool', 'haha nice', 'good to know', 'interesting', 'oh ok got it', 'great, that helps', 'that was easy', 'you have been very kind', 'looks delicious']],
  ] as const)('is %s', (kind, messages) => {
    expect(messages.map((message) => [message, pleasantryOf(message)])).toEqual(messages.map((message) => [message, kind]));
  });

  it.each(['yes', 'ok', 'no', '2 dosa', 'thanks, and 2 dosa', 'is that good?', 'let me see the menu', 'let me check the price', 'that is wrong', 'I will have the thali', 'later at 8 pm', 'thanks, where is my order', 'I will come back to the pizza', 'what a menu', ''])('is nothing else: %s', (message) => {
    expect(pleasantryOf(message)).toBeUndefined();
  });
});
