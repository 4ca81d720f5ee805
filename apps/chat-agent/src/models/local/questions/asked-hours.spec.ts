import type { OpeningHours } from '@foodie-express/contracts';
import { describe, expect, it } from '@jest/globals';
import { hoursAt, momentIn, withoutMoment } from './asked-hours';

const EVERY: OpeningHours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const EVENING: OpeningHours[] = [{ days: EVERY, opens: '18:00', closes: '01:30' }];
const SPLIT: OpeningHours[] = [
  { days: ['mon', 'tue'], opens: '12:00', closes: '15:30' },
  { days: ['mon', 'tue'], opens: '19:00', closes: '23:00' },
];

describe('momentIn', () => {
  it.each([
    ['is it open on sunday', 'on Sundays'],
    ['are you open at midnight', 'at midnight'],
    ['open at 7am', 'at 7:00 am'],
    ['who is open past 11 30 pm', 'after 11:30 pm'],
    ['open till 11', 'until 11:00 pm'],
    ['at 4 in the afternoon', 'at 4:00 pm'],
    ['before 9', 'before 9:00 am'],
    ['on fri at 1 am', 'on Fridays at 1:00 am'],
    ['at five in the afternoon', 'at 5:00 pm'],
    ['a pizza at one in the morning', 'at 1:00 am'],
    ['at half past eight in the morning on weekdays', 'on weekdays at 8:30 am'],
    ['at a quarter to nine in the evening', 'at 8:45 pm'],
    ['on the weekend', 'on weekends'],
    ['after half past ten at night', 'after 10:30 pm'],
    ['is it open at nine', 'at 9:00 am'],
  ])('reads: %s', (text, told) => {
    expect(momentIn(text)?.told).toBe(told);
  });

  it.each(['2 masala dosa', 'is it open', 'under 100 rupees', 'at 200 rupees', 'for 4 people', 'open for two of us', 'at one place'])('reads none: %s', (text) => {
    expect(momentIn(text)).toBeUndefined();
  });
});

describe('hoursAt', () => {
  it.each([
    ['open at midnight', EVENING, true],
    ['open at 1 am', EVENING, true],
    ['open at 2 am', EVENING, false],
    ['open at 5 pm', EVENING, false],
    ['open on monday at 4 pm', SPLIT, false],
    ['open on monday at 8 pm', SPLIT, true],
    ['open on sunday', SPLIT, false],
    ['open until 11 pm', SPLIT, true],
    ['open before 1 pm', SPLIT, true],
    ['open on weekdays at noon', SPLIT, true],
    ['open on weekends', SPLIT, false],
  ])('%s', (text, hours, isOpen) => {
    const moment = momentIn(text);
    expect(moment !== undefined && hoursAt(hours, moment).length > 0).toBe(isOpen);
  });
});

describe('withoutMoment', () => {
  it('takes the day and the time out of a question', () => {
    expect(withoutMoment('is honest open on monday at 9 pm')).toBe('is honest open');
  });
});
