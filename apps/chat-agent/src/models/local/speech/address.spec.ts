import { describe, expect, it } from '@jest/globals';
import { withoutAddress } from './address';

const none = () => false;

describe('withoutAddress', () => {
  it.each([
    ['bhaiya one masala dosa please', 'one masala dosa please'],
    ['hi, i want to order food', 'i want to order food'],
    ['hey bro 2 dosa', '2 dosa'],
    ['2 dosa please bhaiya', '2 dosa please'],
    ['good evening sir, menu please', 'menu please'],
    ['are bhai 2 idli', '2 idli'],
  ])('leaves of "%s": %s', (text, rest) => {
    expect(withoutAddress(text, none)).toBe(rest);
  });

  it.each(['hello', 'hello sir', 'namaste ji', 'bhaiya', 'are you open', '2 dosa'])('leaves alone: %s', (text) => {
    expect(withoutAddress(text, none)).toBe(text);
  });

  it('takes no word of a name away', () => {
    expect(withoutAddress("chef salad", (word) => word === 'chef')).toBe('chef salad');
  });
});
