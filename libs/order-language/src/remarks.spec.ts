import { describe, expect, it } from '@jest/globals';
import { compileMenu } from './menu/compile-menu';
import { parseEdits } from './edits/parse-edits';
import { parseOrder } from './parse-order';
import { editsToWire, orderToWire } from './wire';

const menu = compileMenu({
  items: [
    { id: 'bun', name: 'Bun', option_groups: ['fillings'] },
    { id: 'tea', name: 'Tea', option_groups: ['size', 'warmth'] },
  ],
  option_groups: [
    { id: 'fillings', name: 'Fillings', negatable: true, qualifiable: true, choices: [{ id: 'jam', name: 'Jam' }, { id: 'cream', name: 'Cream' }] },
    { id: 'size', name: 'Size', max: 1, choices: [{ id: 'small', name: 'Small' }, { id: 'large', name: 'Large' }] },
    { id: 'warmth', name: 'Warmth', max: 1, choices: [{ id: 'hot', name: 'Hot' }] },
  ],
});

describe('what is wanted and no option of the menu says', () => {
  it.each([
    ['a crispy bun', ['crispy']],
    ['two buns extra crispy', ['extra crispy']],
    ['a bun, not too sweet please', ['not too sweet']],
    ['a bun well done', ['well done']],
    ['a bun with 3 jam', ['3 jam']],
    ['a bun with 2 scoops of jam', ['2 scoops of jam']],
  ])('is a remark: "%s"', (text, remarks) => {
    const parsed = parseOrder(menu, text);
    expect(parsed.remarks.map((remark) => remark.text)).toEqual(remarks);
    expect(parsed.items).toMatchObject([{ itemId: 'bun' }]);
    expect(parsed.unknown).toEqual([]);
  });

  it.each(['a hot tea', 'a nice bun please', 'a large tea', 'the best bun you have', 'a bun with one jam'])('is nothing here: "%s"', (text) => {
    expect(parseOrder(menu, text)).toMatchObject({ remarks: [], unknown: [], options: [] });
  });

  it('is nothing where the line has it already', () => {
    const spiced = compileMenu({
      items: ['stew', 'soup'].map((id) => ({ id, name: id, option_groups: ['spice'] })),
      option_groups: [{ id: 'spice', name: 'Spice', max: 1, choices: [{ id: 'mild', name: 'Mild', aliases: ['less spicy'] }, { id: 'hot', name: 'Hot', aliases: ['extra spicy'] }] }],
    });
    const parsed = parseOrder(spiced, 'a stew and a soup, and the stew should be nice and hot, I mean spicy');
    expect(parsed).toMatchObject({ items: [{ itemId: 'stew', options: [{ choiceId: 'hot' }] }, { itemId: 'soup', options: [] }], remarks: [], unknown: [] });
    expect(parseOrder(spiced, 'a hot stew, but not too spicy').remarks).toMatchObject([{ text: 'not too spicy' }]);
    expect(parseOrder(spiced, 'a stew and a soup, spicy').remarks).toMatchObject([{ text: 'spicy' }]);
  });

  it.each([
    ['a bun and a tea, the bun should be crispy', [0]],
    ['a tea and the bun should be crispy', [1]],
    ['a tea and a crispy bun', [1]],
    ['a tea and crispy bun', [1]],
    ['crispy bun and a tea', [0]],
    ['a crispy bun and a tea', [0]],
    ['a tea and a bun, crispy', [1]],
    ['a tea, a bun, both steamed', [0, 1]],
    ['two teas and a bun, everything steamed please', [0, 1]],
    ['a bun extra crispy and a tea', [0]],
    ['a tea. make the tea unsweetened. and a bun', [0]],
    ['crispy', []],
  ])('is said of the items in whose clause it stands: "%s"', (text, items) => {
    expect(parseOrder(menu, text).remarks.map((remark) => remark.items)).toEqual([items]);
  });

  it('is told where an order is changed', () => {
    expect(parseEdits(menu, 'make it crispy', parseOrder(menu, 'a bun').items)).toMatchObject({ edits: [], remarks: [{ text: 'crispy', span: { start: 8, end: 14 } }] });
  });

  it('stands on the wire where there is any', () => {
    expect(orderToWire(parseOrder(menu, 'a crispy bun'))).toMatchObject({ remarks: [{ text: 'crispy', span: { start: 2, end: 8 } }] });
    expect(Object.keys(orderToWire(parseOrder(menu, 'a bun')))).toEqual(['items', 'unknown']);
    expect(editsToWire(parseEdits(menu, 'make it crispy', []))).toMatchObject({ remarks: [{ text: 'crispy' }] });
  });
});

describe('options said of no item', () => {
  it.each([
    ['large', ['large']],
    ['the large one please', ['large']],
    ['large and hot', ['large', 'hot']],
    ['no jam', ['jam']],
  ])('are answered apart: "%s"', (text, options) => {
    const parsed = parseOrder(menu, text);
    expect(parsed.options.map((option) => option.choiceId)).toEqual(options);
    expect(parsed.items).toEqual([]);
  });

  it('stand on the wire with their group', () => {
    expect(orderToWire(parseOrder(menu, 'large'))).toMatchObject({ items: [], options: [{ group_id: 'size', choice_id: 'large', span: { start: 0, end: 5 } }] });
  });
});
