import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idsOf, nameKey } from './name-key';

describe('nameKey', () => {
  it('is one for names that differ in case, width or blanks', () => {
    expect(nameKey('  Thepla   HOUSE ')).toBe(nameKey('thepla house'));
    expect(nameKey('Ｔｈｅｐｌａ House')).toBe(nameKey('Thepla House'));
    expect(nameKey('Café')).not.toBe(nameKey('Cafe'));
  });

  it.each([
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['ΟΔΟΣ', 'οδος'],
    ['οδοσ', 'οδος'],
    ['İSTANBUL', 'istanbul'],
    ['KIZILAY', 'kızılay'],
    ['ﬁsh', 'FISH'],
    ['Cafe\u0301', 'CAFÉ'],
    ['ǰ', 'J\u030c'],
  ])('is one for %s and %s, which are one word in capitals', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each(['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200d', '\u202e', '\u3164', '\u2800'])('passes over %j, which nobody sees', (hidden) => {
    expect(nameKey(`Mas${hidden}ala ${hidden} Dosa${hidden}`)).toBe('masala dosa');
  });

  it('is the same for a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
        expect(nameKey(name.toLowerCase())).toBe(nameKey(name));
      }),
    );
  });
});

const slugs = (...names: string[]) => idsOf(names.map((name) => ({ name })), 'item');

describe('idsOf', () => {
  it('keeps ids that are given, and makes no other one equal to them', () => {
    expect(idsOf([{ name: 'Tea' }, { id: 'tea', name: 'Chai' }, { id: 'cola', name: 'Cola' }], 'item')).toEqual(['tea_2', 'tea', 'cola']);
  });

  it('are words of a-z, 0-9 and _, one for each name', () => {
    expect(slugs('Pav Bhaji (Jain)', 'Crème Brûlée', 'Pav-Bhaji: Jain', 'थेपला', '寿司')).toEqual([
      'pav_bhaji_jain',
      'creme_brulee',
      'pav_bhaji_jain_2',
      'item',
      'item_2',
    ]);
  });

  it('fit into an identifier of 64 characters', () => {
    const [first = '', second = ''] = slugs('x'.repeat(100), 'x'.repeat(100));
    expect([first.length, second.length]).toEqual([56, 58]);
  });
});
