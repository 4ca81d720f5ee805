import { describe, expect, it } from '@jest/globals';
import { plainSpeech, withoutFoodSigns } from './plain-speech';

describe('plainSpeech', () => {
  it.each([
    ['lol 2 dosa haha', '2 dosa'],
    ['and is idli vegan', 'is idli vegan'],
    ['would it be possible to have two', 'have two'],
    ['too pricey, small', 'small'],
    ['could you tell me what comes with it', 'what comes with it'],
    ['without walnuts if possible', 'without walnuts'],
    ['great, what is on the menu', 'what is on the menu'],
    ['lol', 'lol'],
  ])('of "%s" is "%s"', (text, plain) => {
    expect(plainSpeech(text).text).toBe(plain);
  });

  it.each([
    ['pav bhaji then', true],
    ['ok the idli', true],
    ['ok what is that', false],
    ['pav bhaji', false],
  ])('takes "%s" for a choice: %s', (text, isChosen) => {
    expect(plainSpeech(text).isChosen).toBe(isChosen);
  });
});

describe('withoutFoodSigns', () => {
  it.each([
    ['🍕🍕', 'pizza'],
    ['☕🍰', 'coffee and cake'],
    ['👍', '👍'],
    ['yes 🍕', 'yes 🍕'],
  ])('of "%s" is "%s"', (message, words) => {
    expect(withoutFoodSigns(message)).toBe(words);
  });
});
