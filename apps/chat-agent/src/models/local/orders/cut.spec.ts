import { describe, expect, it } from '@jest/globals';
import { cutIn } from './cut';

describe('cutIn', () => {
  it.each([
    ['cut it into 12 slices', 'cut into 12 slices', 'it'],
    ['cut the cake in 8', 'cut into 8 pieces', 'the cake'],
    ['the cheese burst cut in squares', 'cut into squares', 'the cheese burst'],
    ['could they be cut into small squares please', 'cut into small squares', undefined],
  ])('%s', (text, note, of) => {
    expect(cutIn(text)).toEqual({ note, of });
  });

  it.each(['cut the coffee', 'cut the coffees down to 2', 'cut it out'])('takes no "%s" for a wish', (text) => {
    expect(cutIn(text)).toBeUndefined();
  });
});
