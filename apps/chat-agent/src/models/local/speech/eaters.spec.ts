import { describe, expect, it } from '@jest/globals';
import { eatersAlone, orderedForEaters } from './eaters';

const isDish = (word: string) => ['dosa', 'idli', 'coffee', 'pav', 'bhaji', 'thali', 'brownie'].includes(word);

describe('orderedForEaters', () => {
  it.each([
    ['pav bhaji for two', '2 pav bhaji', 2],
    ['i want dosa for 3 people', 'i want 3 dosa', 3],
    ['coffee and brownie for two people', '2 coffee and 2 brownie', 2],
    ['dosa for 2 and idli for 3', '2 dosa and 3 idli', 3],
    ['pav bhaji mild for two kids and a coffee', '2 pav bhaji mild and a coffee', 2],
    ['a thali for me and my wife', '2 thali', 2],
    ['dosa for me, my mother and my son', '3 dosa', 3],
    ['for 4 people thali', '4 thali', 4],
    ['dinner for 2 people, thali', '2 thali', 2],
  ])('reads "%s" as "%s"', (text, said, people) => {
    const read = orderedForEaters(text, isDish);
    expect({ text: read?.text.replace(/^dinner ?, /, ''), people: read?.people }).toEqual({ text: said, people });
  });

  it.each(['2 dosa for 2 people', 'one pav bhaji for three', 'a thali for two people', 'dinner for 2 people', 'what is good for 2 people', 'dosa for 300', 'thali for the kids', 'is one thali enough for two'])('leaves "%s"', (text) => {
    expect(orderedForEaters(text, isDish)).toBeUndefined();
  });
});

describe('eatersAlone', () => {
  it.each([
    ['for 3 people', 3],
    ['for me and my wife', 2],
    ['2 of us', 2],
    ['for two please', 2],
    ['for lunch', undefined],
    ['3', undefined],
  ])('of "%s" is %s', (text, people) => {
    expect(eatersAlone(text)).toBe(people);
  });
});
