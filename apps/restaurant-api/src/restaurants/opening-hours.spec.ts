import { describe, expect, it } from '@jest/globals';
import type { OpeningHours } from '@foodie-express/contracts';
import { openingState } from './opening-hours';

const everyDay: OpeningHours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (opens: string, closes: string, days = everyDay): OpeningHours => ({ days, opens, closes });
const at = (entries: OpeningHours[], timezone: string, time: string) => {
  const { isOpen, opensAt, until } = openingState(entries, timezone, new Date(time));
  return { isOpen, opensAt: opensAt?.toISOString() ?? null, until: until?.toISOString() ?? null };
};

describe('openingState', () => {
  it('reads hours as clock times of the time zone', () => {
    const lunch = [hours('11:00', '22:30')];
    expect(at(lunch, 'Asia/Kolkata', '2026-03-03T05:29:59Z')).toEqual({ isOpen: false, opensAt: '2026-03-03T05:30:00.000Z', until: '2026-03-03T05:30:00.000Z' });
    expect(at(lunch, 'Asia/Kolkata', '2026-03-03T05:30:00Z')).toEqual({ isOpen: true, opensAt: null, until: '2026-03-03T17:00:00.000Z' });
    expect(at(lunch, 'Asia/Kolkata', '2026-03-03T17:00:00Z').isOpen).toBe(false);
  });

  it('stays open past midnight, into a day that is closed itself', () => {
    const friday = [hours('18:00', '02:00', ['fri'])];
    expect(at(friday, 'UTC', '2026-03-07T01:59:00Z').isOpen).toBe(true);
    expect(at(friday, 'UTC', '2026-03-07T02:00:00Z')).toMatchObject({ isOpen: false, opensAt: '2026-03-13T18:00:00.000Z' });
  });

  it('is open around the clock where it closes when it opens', () => {
    expect(at([hours('00:00', '00:00')], 'UTC', '2026-03-07T00:00:00Z').isOpen).toBe(true);
    expect(at([hours('09:00', '09:00')], 'UTC', '2026-03-07T08:59:59Z').isOpen).toBe(true);
  });

  it('takes the next of several openings, a week ahead at most', () => {
    const split = [hours('12:00', '15:00'), hours('19:00', '23:00')];
    expect(at(split, 'UTC', '2026-03-03T16:00:00Z').opensAt).toBe('2026-03-03T19:00:00.000Z');
    expect(at([hours('12:00', '15:00', ['mon'])], 'UTC', '2026-03-02T15:00:00Z').opensAt).toBe('2026-03-09T12:00:00.000Z');
  });

  it('is always open without hours', () => {
    expect(at([], 'UTC', '2026-03-03T16:00:00Z')).toEqual({ isOpen: true, opensAt: null, until: null });
  });

  describe('when the clocks change', () => {
    it('opens at the same clock time before and after', () => {
      const morning = [hours('09:00', '17:00')];
      expect(at(morning, 'Europe/Berlin', '2026-03-28T00:00:00Z').opensAt).toBe('2026-03-28T08:00:00.000Z');
      expect(at(morning, 'Europe/Berlin', '2026-03-29T00:00:00Z').opensAt).toBe('2026-03-29T07:00:00.000Z');
      expect(at(morning, 'Australia/Melbourne', '2026-10-03T13:00:00Z').opensAt).toBe('2026-10-03T22:00:00.000Z');
    });

    it('takes a time that is skipped as one hour later', () => {
      expect(at([hours('02:30', '05:00')], 'Europe/Berlin', '2026-03-29T00:00:00Z').opensAt).toBe('2026-03-29T01:30:00.000Z');
    });

    it('has no opening that is over before it begins', () => {
      const night = [hours('02:30', '03:15')];
      expect(at(night, 'Europe/Berlin', '2026-03-29T00:00:00Z').opensAt).toBe('2026-03-30T00:30:00.000Z');
      expect(at(night, 'America/New_York', '2026-03-08T05:00:00Z').opensAt).toBe('2026-03-09T06:30:00.000Z');
    });

    it('keeps to the clock where it is set by half an hour', () => {
      const early = [hours('02:15', '06:00')];
      expect(at(early, 'Australia/Lord_Howe', '2026-10-03T12:00:00Z').opensAt).toBe('2026-10-03T15:45:00.000Z');
      expect(at(early, 'Australia/Lord_Howe', '2026-10-04T12:00:00Z').opensAt).toBe('2026-10-04T15:15:00.000Z');
      expect(at(early, 'Australia/Lord_Howe', '2026-04-04T12:00:00Z')).toMatchObject({ opensAt: '2026-04-04T15:45:00.000Z' });
    });

    it('stays open through the change, an hour shorter or longer', () => {
      const night = [hours('22:00', '04:00')];
      expect(at(night, 'America/New_York', '2026-03-08T05:00:00Z')).toMatchObject({ isOpen: true, until: '2026-03-08T08:00:00.000Z' });
      expect(at(night, 'America/New_York', '2026-11-01T05:00:00Z')).toMatchObject({ isOpen: true, until: '2026-11-01T09:00:00.000Z' });
    });

    it('takes the first of a time that comes twice', () => {
      const night = [hours('20:00', '02:30')];
      expect(at(night, 'Europe/Berlin', '2026-10-25T00:29:00Z').isOpen).toBe(true);
      expect(at(night, 'Europe/Berlin', '2026-10-25T00:30:00Z').isOpen).toBe(false);
    });
  });
});
