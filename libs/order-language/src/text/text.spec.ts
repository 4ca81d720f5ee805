import { describe, expect, it } from '@jest/globals';
import { MAX_TEXT_LENGTH, tokenize, wordsOf } from './tokenize';
import { isNumber, normalizeWord, singular, stem } from './word-forms';

const split = (text: string): string => tokenize(text).map(({ word, before }) => `${before === 'none' ? '' : before === 'comma' ? ',' : '.'}${word}`).join(' ');

describe('a text is split', () => {
  it.each([
    ['Two Lattes', '2 lattes'],
    ["I'd like Jalapeño's", 'id like jalapenos'],
    ['2x coke, x3; a tea.', '2 x coke ,x 3 .a tea'],
    ['500ml 7-up w/o ice & w/ lemon', '500 ml 7 up without ice and with lemon'],
    ['the 2nd one', 'the second 1'],
    ['£5 or 7.5 fl oz', 'currency 5 or 7.5 fluid ounce'],
    ['2% milk', '2 percent milk'],
    ['tea\ncoffee', 'tea .coffee'],
    ['🍕🍕 piña—colada', 'pina ,colada'],
    ['寿司 and борщ', '寿司 and борщ'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(split(text)).toBe(words);
  });

  it('with the place of each word', () => {
    const text = '  Two piñas, W/O ice';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Two', 'piñas', 'W/O', 'ice']);
  });

  it('up to its bounds', () => {
    expect(tokenize('a '.repeat(MAX_TEXT_LENGTH))).toHaveLength(MAX_TEXT_LENGTH / 2);
    expect(wordsOf('x'.repeat(1_000))[0]).toHaveLength(40);
  });
});

describe('words', () => {
  it.each([
    ['tomatoes', 'tomato'],
    ['fries', 'fry'],
    ['sizes', 'size'],
    ['pies', 'pie'],
    ['leaves', 'leaf'],
    ['sandwiches', 'sandwich'],
    ['olives', 'olive'],
    ['swiss', 'swiss'],
    ['asparagus', 'asparagus'],
  ])('%s are singular as %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });

  it.each([
    ['iced', 'ice'],
    ['fries', 'fry'],
    ['sizes', 'size'],
    ['cookies', 'cookie'],
    ['toasted', 'toast'],
  ])('%s and %s share a stem', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it('are numbers in digits', () => {
    expect(['seven', 'twenty', 'Ninety'].map(normalizeWord)).toEqual(['7', '20', '90']);
    expect(['7', '7.5', 'x7', ''].map(isNumber)).toEqual([true, true, false, false]);
  });
});
