import type { OpeningHours } from '@foodie-express/contracts';
import { Temporal } from 'temporal-polyfill';

export interface OpeningState {
  readonly isOpen: boolean;
  /** When it opens next; null while it is open. */
  readonly opensAt: Date | null;
  /** When this state ends; null where it never does. */
  readonly until: Date | null;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Yesterday's hours may reach past midnight; a week and a day ahead holds every opening there is. */
const DAYS_BEHIND = 1;
const DAYS_AHEAD = 8;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a restaurant is open. Hours are clock times in its time zone: around a change to or from daylight saving time, a time
 * that does not exist is taken as much later as the clocks are set (hours that are over by then are none that day), and of one that
 * comes twice the first counts. No hours at all: always open.
 */
export function openingState(hours: readonly OpeningHours[], timezone: string, now: Date): OpeningState {
  if (hours.length === 0) return { isOpen: true, opensAt: null, until: null };
  const time = now.getTime();
  const intervals = intervalsAround(hours, timezone, now);
  const current = intervals.filter(({ from, to }) => from <= time && time < to);
  if (current.length > 0) return { isOpen: true, opensAt: null, until: new Date(Math.max(...current.map(({ to }) => to))) };
  const openings = intervals.map(({ from }) => from).filter((from) => from > time);
  const opensAt = openings.length === 0 ? null : new Date(Math.min(...openings));
  return { isOpen: false, opensAt, until: opensAt };
}

function intervalsAround(hours: readonly OpeningHours[], timezone: string, now: Date): Interval[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate();
  const days = Array.from({ length: DAYS_BEHIND + DAYS_AHEAD + 1 }, (_, index) => today.add({ days: index - DAYS_BEHIND }));
  return days.flatMap((day) =>
    hours.filter((entry) => entry.days.some((weekday) => weekdays.indexOf(weekday) === day.dayOfWeek - 1)).map((entry) => interval(entry, day, timezone)),
  ).filter(({ from, to }) => from < to);
}

function interval({ opens, closes }: OpeningHours, day: Temporal.PlainDate, timezone: string): Interval {
  const closingDay = closes > opens ? day : day.add({ days: 1 });
  return { from: instant(day, opens, timezone), to: instant(closingDay, closes, timezone) };
}

function instant(day: Temporal.PlainDate, time: string, timezone: string): number {
  return day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
