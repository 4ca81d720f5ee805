import { describe, expect, it } from '@jest/globals';
import { commentOf } from './review-comment';

describe('commentOf', () => {
  it.each([
    ['review swati 4 stars - great bhel and very quick', 'great bhel and very quick'],
    ['review swati: 5 stars: the best in town', 'the best in town'],
    ['write a review for honest: the pav bhaji was buttery', 'the pav bhaji was buttery'],
    ['I give it 3/5, because the pani was not cold', 'the pani was not cold'],
    ['one star for patel with the text "never again, it was cold"', 'never again, it was cold'],
    ['⭐⭐⭐⭐ Crisp and fresh sev puri', 'Crisp and fresh sev puri'],
  ])('is behind what leads up to it: %s', (message, comment) => {
    expect(commentOf(message, { isComment: false, shortest: 10 })).toBe(comment);
  });

  it('is all of an answer, and nothing of what is too short', () => {
    expect(commentOf('Crisp, fresh and cheap', { isComment: true, shortest: 10 })).toBe('Crisp, fresh and cheap');
    expect(commentOf('rate swati 4 stars: ok', { isComment: false, shortest: 10 })).toBeUndefined();
    expect(commentOf('Crisp, fresh and cheap', { isComment: false, shortest: 10 })).toBeUndefined();
  });
});
