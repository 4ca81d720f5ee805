import { describe, expect, it } from '@jest/globals';
import { restaurantInputSchema } from '@foodie-express/contracts';
import seed from '../../database/seed/restaurants.json' with { type: 'json' };
import { restaurantFromInput } from '@foodie-express/restaurant-data';
import { wordsOf } from './match-words';
import { rank } from './rank';
import { SearchText } from './search-text';

const texts = seed.map((restaurant) => ({ name: restaurant.name, text: new SearchText(restaurantFromInput(restaurantInputSchema.parse(restaurant))) }));
const serving = (dish: string) => rank(texts, ({ text }) => text.matchDish(wordsOf(dish))).map(({ name }) => name);
const found = (query: string) => rank(texts, ({ text }) => text.match(wordsOf(query))).map(({ name }) => name);

describe('the search of dishes', () => {
  it.each([
    ['masala dosa', ['Sankalp Restaurant']],
    ['MASALA  DOSA', ['Sankalp Restaurant']],
    ['masla dosa', ['Sankalp Restaurant']],
    ['masala dsoa', ['Sankalp Restaurant']],
    ['dosa masala', ['Sankalp Restaurant']],
    ['mas dos', ['Sankalp Restaurant']],
    ['golgappa', ['Swati Snacks']],
    ['gol gappa', ['Swati Snacks']],
    ['panipuri', ['Swati Snacks']],
    ['pavbhaji', ['Honest Restaurant']],
    ['döner', ['Kebabalab']],
    ['kébab', ['Kebabalab']],
  ])('finds %s', (dish, restaurants) => {
    expect(serving(dish)).toEqual(restaurants);
  });

  it.each([
    ['Straßenküche', 'STRASSENKUECHE', false],
    ['Straßenküche', 'strassenkuche', true],
    ['STRASSE', 'straße', true],
    ['Smørrebrød', 'smorrebrod', true],
    ['Æbleskiver', 'aebleskiver', true],
    ['Bułka', 'bulka', true],
    ['Σουβλάκι', 'σουβλακι', true],
    ['Μουσακάς', 'ΜΟΥΣΑΚΑΣ', true],
    ['Ma\u2060sala', 'masala', true],
    ['masala', 'ma\u00adsa\u200bla', true],
    ['İskender', 'iskender', true],
  ])('compares %s and %s without regard to case, accents and what does not show: the same is %j', (written, asked, isSame) => {
    expect(wordsOf(written).join() === wordsOf(asked).join()).toBe(isSame);
  });

  it('finds part of a word, and every restaurant that serves it', () => {
    expect(serving('thali').toSorted()).toEqual(['Agashiye The House of MG', 'PATEL & SONS']);
    expect(serving('hepla')).toContain('Thepla House');
  });

  it('finds nothing for other dishes, for words that share few letters, and for patterns', () => {
    for (const dish of ['sushi', 'dog', '.*', '(a+)+$', '%', '$gt']) expect(serving(dish)).toEqual([]);
  });

  it('forgives typos only where nothing matches as it was typed', () => {
    expect(serving('thepla')).not.toContain('Kebabalab');
    expect(serving('tehpla')[0]).toBeDefined();
  });
});

describe('the search of restaurants', () => {
  it('puts the name before dishes, and dishes before what is mixed', () => {
    expect(found('thepla')[0]).toBe('Thepla House');
    expect(found('pizza')[0]).toBe('Manek Chowk Pizza');
  });

  it('reads "&" and "and" as the same', () => {
    expect([found('patel & sons'), found('patel and sons'), found('patel sons')]).toEqual([['PATEL & SONS'], ['PATEL & SONS'], ['PATEL & SONS']]);
  });

  it('takes words of name, area, cuisine and dishes together', () => {
    expect(found('gujarati thepla prahlad')).toEqual(['Thepla House']);
    expect(found('south indian')).toEqual(['Sankalp Restaurant', 'PATEL & SONS']);
  });
});
