import { describe, expect, it } from '@jest/globals';
import { forAllOf, peopleIn, withoutPartyInFront } from './party';

describe('a party', () => {
  it.each([
    ['we are 3 people, 2 dabeli each', 3],
    ['there are 6 of us', 6],
    ['a family of 5', 5],
    ['2 dosa', undefined],
    ['we are 1', undefined],
  ])('of "%s" is %s', (text, people) => {
    expect(peopleIn(text)).toBe(people);
  });

  it.each([
    [3, 'we are 3 people, 2 dabeli each', '6 dabeli'],
    [3, 'and one pani puri each', 'and 3 pani puri'],
    [6, 'thali for everyone', undefined],
    [4, 'a coke for each of us', '4 coke'],
    [3, 'a samosa and a vada, two each', undefined],
    [3, 'two each of sev puri and bhel puri', undefined],
    [3, '2 dabeli', undefined],
  ])('of %s counts "%s" as %s', (people, text, counted) => {
    expect(forAllOf(people, text)).toBe(counted);
  });

  it.each([
    ["we're 3 friends, i want bhel and 1 dosa", 'i want bhel and 1 dosa'],
    ['hi, there are 4 people here, so 2 dosa please', '2 dosa please'],
    ["we're 3 friends, what do you suggest under 500, dosa maybe", undefined],
    ['we are hungry, 2 dosa', undefined],
    ['2 dosa', undefined],
  ])('counts no dish in "%s"', (text, without) => {
    expect(withoutPartyInFront(text, (word) => word === 'dosa' || word === 'bhel')).toBe(without ?? text);
  });
});
