import { describe, expect, it } from '@jest/globals';
import { factAsked, priceOrRatingAsked } from './asked-merit';

describe('priceOrRatingAsked', () => {
  it.each([
    ['which of them costs least', 'price', false],
    ['whose is cheaper', 'price', false],
    ['the dearest', 'price', true],
    ['which costs the most', 'price', true],
    ['the best rated thing at swati', 'rating', true],
    ['which dish of theirs has the best rating', 'rating', true],
    ['whose gets better ratings', 'rating', true],
  ] as const)('%s', (text, kind, isMost) => {
    expect(priceOrRatingAsked(text)).toEqual({ kind, isMost });
  });

  it.each(['2 masala dosa', 'how much is it', 'is it good'])('none: %s', (text) => {
    expect(priceOrRatingAsked(text)).toBeUndefined();
  });
});

describe('factAsked', () => {
  it.each([
    ['which has fewer calories', 'calories', false],
    ['what has the most calories', 'calories', true],
    ['which of them is quicker to make', 'time', false],
    ['which takes longer', 'time', true],
    ['the fastest dish', 'time', false],
  ] as const)('%s', (text, kind, isMost) => {
    expect(factAsked(text)).toEqual({ kind, isMost });
  });

  it.each(['how many calories has it', 'is it fast', 'quick please'])('none: %s', (text) => {
    expect(factAsked(text)).toBeUndefined();
  });
});
