import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { nameSchema, priceDifferenceSchema, priceSchema, proseSchema } from './field';

describe('priceSchema', () => {
  it('takes every amount of thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (thousandths) => {
        expect(priceSchema.safeParse(thousandths / 1_000).success).toBe(true);
      }),
    );
  });

  it.each([60.0001, 60.000_000_000_01, 1e-7])('refuses %d, which is finer than any currency', (price) => {
    for (const [schema, amount] of [[priceSchema, price], [priceDifferenceSchema, price], [priceDifferenceSchema, -price]] as const) {
      expect(schema.safeParse(amount).error?.issues.map(({ message }) => message)).toEqual(['should have at most 3 digits behind the decimal point']);
    }
  });

  it('refuses negative prices, which only the difference that an option makes may be', () => {
    expect([priceSchema, priceDifferenceSchema].map((schema) => schema.safeParse(-0.5).success)).toEqual([false, true]);
  });
});

describe('nameSchema', () => {
  it.each(['', '   '])('finds one fault in %j: it is empty', (name) => {
    expect(nameSchema.safeParse(name).error?.issues).toMatchObject([{ code: 'too_small' }]);
  });

  it.each(['Dosa\u0007 House', 'Dosa\nHouse', 'Dosa \ud83c'])('refuses control characters and halves of characters: %j', (name) => {
    expect(nameSchema.safeParse(name).error?.issues).toMatchObject([{ message: 'should hold no control characters' }]);
  });
});

describe('nameSchema and what does not show', () => {
  it.each(['\u200b', '\u2060 \ufeff', '\u00ad', '\u202e', '\u3164', '\u2800'])('refuses %j, of which nothing shows', (name) => {
    expect(nameSchema.safeParse(name).error?.issues).toMatchObject([{ message: 'should hold a character that shows' }]);
  });

  it.each(['थे\u200dपला', '\u{1f469}\u200d\u{1f373}', 'Co\u00adla', '寿司', '🍕'])('takes %j as it is', (name) => {
    expect(nameSchema.parse(name)).toBe(name);
  });
});

describe('the patterns of texts', () => {
  it.each([nameSchema, proseSchema])('take plain names even where they are read without the flag u, as pages of /docs do', (schema) => {
    const { pattern = '' } = z.toJSONSchema(schema);
    expect('Masala Dosa, Cp {s}').toMatch(new RegExp(pattern));
  });
});

describe('proseSchema', () => {
  it('takes lines, tabs and every script', () => {
    expect(proseSchema.parse(' less salt\n\tकम नमक \u{1f336}\ufe0f ')).toBe('less salt\n\tकम नमक \u{1f336}\ufe0f');
  });

  it.each(['nul \u0000', 'bell \u0007', 'escape \u001b[2J', 'half \ud800'])('refuses %j', (text) => {
    expect(proseSchema.safeParse(text).error?.issues).toMatchObject([{ message: 'should hold no control characters' }]);
  });
});
