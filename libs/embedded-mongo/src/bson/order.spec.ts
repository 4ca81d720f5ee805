import { describe, expect, it } from '@jest/globals';
import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { encodeValue, inverted, storedKey } from './key';
import { compareValues } from './order';

const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -60, max: 60 }))
  .map(([coefficient, exponent]) => Decimal128.fromString(`${coefficient}E${exponent}`));
const number = fc.oneof(
  fc.integer(), fc.double(), fc.integer().map((value) => new Int32(value)), fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)), decimal,
  fc.constantFrom(...['NaN', 'Infinity', '-Infinity', '0', '-0', '1E-6176', '-1E-6176', '9.999E6144', '-9.999E6144', '0.1'].map((text) => Decimal128.fromString(text))),
  fc.constantFrom(Long.MAX_VALUE, Long.MIN_VALUE, 2 ** 63, 9007199254740992, Long.fromString('9007199254740993'), 0.1, -0),
);
const scalar = fc.oneof(
  number, fc.string({ unit: 'binary' }), fc.string(), fc.boolean(), fc.constantFrom(null, undefined, new MinKey(), new MaxKey()), fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)), fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
  fc.constantFrom(/a/, /a/i, /b/), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => new Timestamp(value)),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 }, scalar, fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'ä'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

describe('the bytes of a key', () => {
  const ordered = (a: unknown, b: unknown): void => {
    const expected = Math.sign(compareValues(a, b));
    const [left, right] = [encodeValue(a), encodeValue(b)];
    expect(Math.sign(Buffer.compare(left, right))).toBe(expected);
    expect(Math.sign(Buffer.compare(inverted(left), inverted(right)))).toBe(expected === 0 ? 0 : -expected);
  };

  it('order as the values do', () => {
    fc.assert(fc.property(value, value, ordered), { numRuns: 1000 });
  });

  it('order numbers of all types exactly', () => {
    fc.assert(fc.property(number, number, ordered), { numRuns: 1000 });
  });

  it('order numbers that are close to each other', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (near) => {
      ordered(near, Decimal128.fromStringWithRounding(near.toPrecision(17)));
      ordered(Long.fromNumber(near), near);
    }), { numRuns: 500 });
  });

  it('are never the prefix of another, so that a second component cannot be mistaken for the first', () => {
    fc.assert(fc.property(value, value, (a, b) => {
      const [left, right] = [encodeValue(a), encodeValue(b)];
      if (left.length < right.length) expect(right.subarray(0, left.length).equals(left)).toBe(false);
    }), { numRuns: 700 });
  });

  it('that are too long stay different and in order up to the cut', () => {
    const [a, b] = ['a', 'b'].map((end) => storedKey(encodeValue('x'.repeat(4000) + end)));
    expect(a?.cut).toBe(true);
    expect(a?.bytes.equals(b?.bytes ?? Buffer.alloc(0))).toBe(false);
    expect(a?.bytes.length).toBe(1900);
  });
});

describe('compareValues', () => {
  it('is an order: transitive and antisymmetric', () => {
    fc.assert(fc.property(value, value, value, (a, b, c) => {
      expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)));
      if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0);
    }), { numRuns: 700 });
  });
});
