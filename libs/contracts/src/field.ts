import { z } from 'zod';
import { withoutHidden } from './hidden-characters';

/** Bounds of the texts that people and restaurants give, in characters. */
export const NAME_LENGTH = 100;
export const DESCRIPTION_LENGTH = 500;
export const NOTES_LENGTH = 200;

/** The highest price on the wire, and as a negative number the largest discount of an option. */
const MAX_PRICE = 1_000_000;

/** No currency divides finer than by 1,000. */
const amount = (least: number) =>
  z
    .number()
    .min(least)
    .max(MAX_PRICE)
    .refine((value) => Number(value.toFixed(3)) === value, 'should have at most 3 digits behind the decimal point');

/** A price on the wire: a decimal number in the restaurant's currency, 0 to 1,000,000. */
export const priceSchema = amount(0);

/** What an option adds to a price, or takes off it. */
export const priceDifferenceSchema = amount(-MAX_PRICE);

/** An identifier inside a menu: `masala_thepla`. */
export const menuIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'should be 1 to 64 of a-z, 0-9, _ and -');

/** How much of a text there is to see, in characters. */
export function visibleLength(text: string): number {
  return withoutHidden(text).trim().length;
}

/**
 * A name without leading, trailing or control characters, of which something shows. Halves of surrogate pairs are no characters: no
 * database keeps them. They are written out, for tools that read patterns of an OpenAPI document without the flag `u` and know no `\p`.
 */
export const nameSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(NAME_LENGTH)
  .regex(/^[^\u0000-\u001f\u007f\ud800-\udfff]*$/u, 'should hold no control characters')
  .refine((name) => visibleLength(name) > 0, 'should hold a character that shows');

/** What a person writes, in lines: like a name, but for line breaks and tabs. */
export const proseSchema = z
  .string()
  .trim()
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/u, 'should hold no control characters');

/** ISO 8601 in UTC: `2026-03-01T10:00:00.000Z`. */
export const timestampSchema = z.iso.datetime();

const limitSchema = z.coerce.number().min(1).max(100).int().default(50).describe('The most entries of one page.');

/** `limit` and `cursor` of a long list: the cursor is the one that the page before gave in `X-Next-Cursor`. */
export const cursorQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: z.string().min(1).max(200).optional().describe('The X-Next-Cursor of the page before.'),
});

/** A document's id: 24 hexadecimal digits. */
export const documentIdSchema = z.string().regex(/^[0-9a-f]{24}$/, 'should be an id of 24 hexadecimal digits');

/** `limit` and `skip` of a list, as they come in a query string. */
export const pageQuerySchema = z.strictObject({
  limit: limitSchema,
  skip: z.coerce.number().min(0).max(100_000).int().default(0).describe('How many entries to pass over.'),
});
