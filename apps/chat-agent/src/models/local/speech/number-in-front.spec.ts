import { describe, expect, it } from '@jest/globals';
import { numberInFront, numbersInFront } from './number-in-front';

const isDish = (word: string) => ['coffee', 'cold', 'dosa', 'idli', 'cake'].includes(word);

describe('numberInFront', () => {
  it.each([
    ['cold coffee please, two', 'two cold coffee'],
    ['dosa, 3', '3 dosa'],
    ['the cake please, two slices', 'two the cake'],
    ['hello, two', 'hello, two'],
    ['one dosa, two', 'one dosa, two'],
  ])('of "%s" is "%s"', (text, said) => {
    expect(numberInFront(text, isDish)).toBe(said);
  });
});

describe('numbersInFront', () => {
  it.each([
    ['idli 4 plates, cold coffee 2', '4 idli, 2 cold coffee'],
    ['dosa 2 and large coffee 3 please', '2 dosa and 3 large coffee'],
    ['dosa 2, one mild', '2 dosa, one mild'],
    ['2 dosa and coffee', '2 dosa and coffee'],
    ['make the dosa 2', 'make the dosa 2'],
    ['table 4', 'table 4'],
  ])('of "%s" is "%s"', (text, said) => {
    expect(numbersInFront(text, isDish)).toBe(said);
  });
});
