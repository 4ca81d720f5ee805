import { describe, expect, it } from '@jest/globals';
import { Binary, DBRef, Decimal128, Double, Int32, Long, ObjectId, UUID } from 'mongodb';
import { idOf, madeAt, numberOf, textOf, timeOf } from './values';

const id = new ObjectId('650000000000000000000001');

describe('numberOf', () => {
  it.each([
    [12.5, 12.5],
    [new Double(12.5), 12.5],
    [new Int32(12), 12],
    [Long.fromNumber(12), 12],
    [Decimal128.fromString('12.50'), 12.5],
    [' 12.50 ', 12.5],
    ['-3', -3],
  ])('reads %p', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });

  it.each([Number.NaN, new Double(Number.NaN), Decimal128.fromString('NaN'), Number.POSITIVE_INFINITY, '', '12 rupees', '0x10', null, undefined, true, {}, []])(
    'finds none in %p',
    (value) => {
      expect(numberOf(value)).toBeUndefined();
    },
  );
});

describe('textOf', () => {
  it('reads texts without blanks around them, and numbers as they are written', () => {
    expect([textOf(' a b '), textOf(new Int32(7)), textOf('  '), textOf(null), textOf({})]).toEqual(['a b', '7', undefined, undefined, undefined]);
  });
});

describe('timeOf', () => {
  it.each([
    [new Date('2025-10-13T15:30:00.123Z'), '2025-10-13T15:30:00.123Z'],
    ['2025-10-13T15:30:00.123456', '2025-10-13T15:30:00.123Z'],
    ['2025-10-13 15:30:00', '2025-10-13T15:30:00.000Z'],
    ['2025-10-13T15:30:00+05:30', '2025-10-13T10:00:00.000Z'],
    ['2025-10-13', '2025-10-13T00:00:00.000Z'],
    [1_760_369_400, '2025-10-13T15:30:00.000Z'],
    [Long.fromNumber(1_760_369_400_000), '2025-10-13T15:30:00.000Z'],
  ])('reads %p', (value, time) => {
    expect(timeOf(value)?.toISOString()).toBe(time);
  });

  it.each([new Date(Number.NaN), new Date('1066-10-14'), new Date('9999-12-31'), 'yesterday', '2025-13-45', 5, null])('finds none in %p', (value) => {
    expect(timeOf(value)).toBeUndefined();
  });
});

describe('idOf', () => {
  it.each([id, id.toHexString(), new DBRef('users', id), { $id: id }, { $oid: id.toHexString() }, { id, collection: 'users' }, { _id: id }])('reads a reference %p', (value) => {
    expect(idOf(value)?.toHexString()).toBe(id.toHexString());
  });

  it('makes one of any other id, always the same', () => {
    const uuid = new UUID('0189f3a0-5b1c-7c7e-8b1a-2f3c4d5e6f70');
    const derived = ['asha', 7, uuid].map((value) => idOf(value)?.toHexString());
    expect(new Set(derived).size).toBe(3);
    expect(['asha', new Int32(7), new Binary(uuid.buffer, 4)].map((value) => idOf(value)?.toHexString())).toEqual(derived);
  });

  it('finds none where there is none', () => {
    expect([undefined, null, ''].map(idOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('madeAt', () => {
  it('knows the time of an ObjectId, and of no other id', () => {
    expect(madeAt(id)).toEqual(id.getTimestamp());
    expect(madeAt(id.toHexString())).toEqual(id.getTimestamp());
    expect(madeAt('asha')).toEqual(new Date(0));
  });
});
