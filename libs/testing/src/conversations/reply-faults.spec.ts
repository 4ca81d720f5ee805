import { describe, expect, it } from '@jest/globals';
import { replyFaults } from './reply-faults';

describe('replyFaults', () => {
  it.each([
    ['Hello! What would you like?', []],
    ['1. Dosa: ₹120\n2. Idli: ₹80\nSay its number.', []],
    ['', ['is empty', 'says no next step']],
    ['All done', ['says no next step']],
    ['**Dosa**, would you like one?', ['has markup']],
    ['- Dosa\n- Idli\nWhich one?', ['has markup']],
    ['Menu of undefined. What would you like?', ['speaks of plumbing']],
    ['Shall I call place_order?', ['speaks of plumbing']],
    ['1. Dosa: 120\nWhich one?', ['has an amount without the sign of its currency']],
    ['Total: 126.50\nShall I place it?', ['has an amount without the sign of its currency']],
    ['1. Dosa: ₹120\n3. Idli: ₹80\nWhich one?', ['has a list that is not numbered from 1']],
    ['Shall I  place it?', ['has stray blanks']],
    [`${'long '.repeat(300)}?`, ['is longer than 1200 characters']],
    [`${'a\n'.repeat(25)}Which one?`, ['has more than 20 lines']],
  ])('of %j are %j', (reply, faults) => {
    expect(replyFaults(reply)).toEqual(faults);
  });
});
