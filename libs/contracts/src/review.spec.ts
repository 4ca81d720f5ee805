import { describe, expect, it } from '@jest/globals';
import { reviewInputSchema } from './review';

const { comment } = reviewInputSchema.shape;

describe('the comment of a review', () => {
  it('is at least 10 characters that show', () => {
    for (const text of ['\u200b'.repeat(20), `short${'\u2060'.repeat(20)}`]) {
      expect(comment.safeParse(text).error?.issues).toMatchObject([{ message: 'should hold at least 10 characters that show' }]);
    }
    expect(comment.safeParse('short').error?.issues).toMatchObject([{ code: 'too_small' }]);
    expect(comment.parse('क\u200dम नमक था जी')).toBe('क\u200dम नमक था जी');
  });
});
