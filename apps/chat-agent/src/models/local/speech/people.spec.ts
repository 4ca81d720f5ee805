import { describe, expect, it } from '@jest/globals';
import { withoutPeople } from './people';

const NAMES = new Set(['dosa', 'idli', 'bhel', 'puri', 'dabeli', 'butter', 'chicken', 'pav', 'bhaji', 'biryani', 'honest', 'pizza']);
const isName = (word: string) => NAMES.has(word);

describe('withoutPeople', () => {
  it.each([
    ['for ravi 2 bhel puri and priya wants a dabeli', '2 bhel puri and a dabeli'],
    ['my wife would like a dosa', 'a dosa'],
    ['2 dosa for me and 1 idli for kavya', '2 dosa, and 1 idli'],
    ['anil butter chicken, sunita 2 pav bhaji, me biryani', 'butter chicken, 2 pav bhaji, biryani'],
    ['my friend and i want a pizza', 'i want a pizza'],
    ['order for mr mehta, 2 dosa', 'order, 2 dosa'],
  ])('leaves of "%s": %s', (text, rest) => {
    expect(withoutPeople(text, isName)).toBe(rest);
  });

  it.each(['2 dosa', 'same for my friend', 'no chutney for her', 'what do you have for kids', 'i feel like dosa', 'reviews for honest', 'enough for 4 people', 'i want 2 dosa', 'dinner for lunch'])('leaves alone: %s', (text) => {
    expect(withoutPeople(text, isName)).toBe(text);
  });
});
