import { describe, expect, it } from '@jest/globals';
import { correctedCommands, isTransposed } from './command-typos';

const isName = (word: string) => ['change'].includes(word) || word === 'totale';

describe('correctedCommands', () => {
  it.each([
    ['remve the dosa', 'remove the dosa'],
    ['what is the totl', 'what is the total'],
    ['cancle', 'cancel'],
    ['chnage it', 'change it'],
    ['wihtout onion', 'without onion'],
  ])('reads "%s" as "%s"', (text, corrected) => {
    expect(correctedCommands(text, () => false)).toBe(corrected);
  });

  it.each(['no chance', 'charges', 'prices', 'orders', 'removed', 'totale', '2 dosa', 'extras'])('leaves alone: %s', (text) => {
    expect(correctedCommands(text, isName)).toBe(text);
  });
});

it('knows two neighbouring letters that changed places', () => {
  expect([isTransposed('honest', 'honset'), isTransposed('honest', 'hnoset'), isTransposed('honest', 'honest')]).toEqual([true, false, false]);
});
