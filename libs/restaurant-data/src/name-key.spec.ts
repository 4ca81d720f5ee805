import { describe, expect, it } from '@jest/globals';
import { idsOf, nameKey } from './name-key';

describe('nameKey', () => {
  it('is one for names that differ in case, width or blanks', () => {
    expect(nameKey('  Thepla   HOUSE ')).toBe(nameKey('thepla house'));
    expect(nameKey('Ｔｈｅｐｌａ House')).toBe(nameKey('Thepla House'));
    expect(nameKey('Café')).not.toBe(nameKey('Cafe'));
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
