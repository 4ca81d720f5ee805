import { describe, expect, it } from '@jest/globals';
import { localTime } from './order-summary';

describe('localTime', () => {
  it.each([
    ['2026-03-03T06:30:00.000Z', 'Tue 3 Mar, 12:00 pm'],
    ['2026-03-03T18:30:00.000Z', 'Wed 4 Mar, 12:00 am'],
    ['2026-03-03T05:30:00.000Z', 'Tue 3 Mar, 11:00 am'],
  ])('writes %s as people in Ahmedabad read it', (timestamp, read) => {
    expect(localTime(timestamp, 'Asia/Kolkata')).toBe(read);
  });
});
