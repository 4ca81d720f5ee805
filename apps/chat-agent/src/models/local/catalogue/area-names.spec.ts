import { describe, expect, it } from '@jest/globals';
import { areaNamed } from './area-names';

const AREAS = ['C.G. Road', 'Ahmedabad', 'Ashram Road', 'St Kilda', 'Melbourne', 'Prahlad Nagar', 'Lal Darwaja'];

describe('areaNamed', () => {
  it.each([
    ['which restaurants are on c.g. road', 'C.G. Road'],
    ['anything near cg road', 'C.G. Road'],
    ['c g rd', 'C.G. Road'],
    ['i am in prahladnagar', 'Prahlad Nagar'],
    ['places around lal darwaza', 'Lal Darwaja'],
    ['something on ashram', 'Ashram Road'],
    ['whats in melborne', 'Melbourne'],
  ])('reads: %s', (text, area) => {
    expect(areaNamed(text, AREAS)).toBe(area);
  });

  it.each(['a new road', 'show restaurants', 'something in mumbai', '2 masala dosa'])('reads none: %s', (text) => {
    expect(areaNamed(text, AREAS)).toBeUndefined();
  });
});
