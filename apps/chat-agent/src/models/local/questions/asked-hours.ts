import type { OpeningHours } from '@foodie-express/contracts';
import { numberOf } from '../speech/utterance';

type Weekday = OpeningHours['days'][number];

/** Days or a time that a question about opening hours names. */
export interface MomentAsked {
  /** Empty where a time alone is named. */
  readonly days: readonly Weekday[];
  /** Minutes since midnight; undefined where days alone are named. */
  readonly minutes: number | undefined;
  /** Whether they have to be open then, or also before or behind it. */
  readonly relation: 'at' | 'before' | 'after' | 'until';
  /** As it is told back: "on Sundays at 7:00 am". */
  readonly told: string;
}

/** What speaks of when a place is open, whatever is asked of it. */
export const OPENING = /\b(?:open|opens|opened|opening|close(?! (?:by|to)\b)|closes|closing|closed|shut|shuts|timings?|hours)\b/;

const DAYS: readonly (readonly [RegExp, readonly Weekday[], string])[] = [
  [/\bweek ?ends?\b/, ['sat', 'sun'], 'weekends'],
  [/\b(?:week ?days?|working days?)\b/, ['mon', 'tue', 'wed', 'thu', 'fri'], 'weekdays'],
  [/\bmon(?:days?)?\b/, ['mon'], 'Mondays'],
  [/\btue(?:s(?:days?)?)?\b/, ['tue'], 'Tuesdays'],
  [/\bwed(?:nesdays?)?\b/, ['wed'], 'Wednesdays'],
  [/\bthu(?:rs?(?:days?)?)?\b/, ['thu'], 'Thursdays'],
  [/\bfri(?:days?)?\b/, ['fri'], 'Fridays'],
  [/\bsat(?:urdays?)?\b/, ['sat'], 'Saturdays'],
  [/\bsun(?:days?)?\b/, ['sun'], 'Sundays'],
];
const NAMED_TIMES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:at |past |till |until )?midnight\b/, 0],
  [/\b(?:at )?(?:noon|midday)\b/, 720],
];
const BEFORE_TIME = '(?:at|by|till|until|after|past|before|around|from|since)';
const PART_OF_DAY = "(?:am|pm|a\\.m|p\\.m|o'?clock|in the (?:early |late )?(?:morning|afternoon|evening|night)|tonight|at night)";
const HOUR = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.: ](\\d{2}))?';
/** An hour with its part of the day, or alone behind a word for time: then nothing may be counted by it. */
const CLOCK = new RegExp(`\\b(?:${BEFORE_TIME} )?${HOUR} ?(${PART_OF_DAY})(?![\\p{L}\\d])|\\b${BEFORE_TIME} ${HOUR}(?=$|,| (?:sharp|on|or|and|too|as|today|tomorrow|then|exactly)\\b)`, 'u');
/** "Half past eight", "quarter to nine". */
const PARTS_OF_HOURS = new RegExp(`\\b(half|(?:a )?quarter) (past|to) ${HOUR}`, 'g');
/** Asked of when they close. */
const UNTIL = /\b(?:till|until|up to|upto)\b/;
const DAY_MINUTES = 1_440;

/** Hours that belong to the night before. */
const NIGHT_HOURS = 5;

/** The text with the weekday that "tomorrow" and "tonight" are at a place, by its own clock. */
export function withWeekday(text: string, timezone: string, now = new Date()): string {
  const dayAt = (hours: number) => `on ${new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: timezone }).format(new Date(now.getTime() + hours * 3_600_000)).toLowerCase()}`;
  return text.replace(/\b(?:day after tomorrow)\b/g, dayAt(48)).replace(/\b(?:tomorrow|tmrw)\b/g, dayAt(24)).replace(/\b(?:tonight|this evening)\b/g, dayAt(-NIGHT_HOURS)).replace(/\btoday\b/g, dayAt(0));
}

/** The days or the time that a text names; undefined where it names neither. */
export function momentIn(text: string): MomentAsked | undefined {
  const [, days = [], named] = DAYS.find(([said]) => said.test(text)) ?? [];
  const minutes = minutesIn(onTheClock(text));
  if (named === undefined && minutes === undefined) return undefined;
  const relation = minutes === undefined ? 'at' : /\b(?<!half |quarter )(?:past|after|later than|beyond)\b/.test(text) ? 'after' : /\b(?:before|earlier than)\b/.test(text) ? 'before' : UNTIL.test(text) ? 'until' : 'at';
  const onDays = named === undefined ? [] : [`on ${named}`];
  const time = minutes === undefined ? [] : [`${relation} ${clockText(minutes)}`];
  return { days, minutes, relation, told: [...onDays, ...time].join(' ') };
}

/** The text without the days and the time that it names. */
export function withoutMoment(text: string): string {
  const bare = DAYS.reduce((said, [day]) => said.replace(new RegExp(`(?:\\bon )?(?:the )?${day.source}`), ''), onTheClock(text));
  return NAMED_TIMES.reduce((said, [time]) => said.replace(time, ''), bare.replace(CLOCK, '').replace(/\b(?:today|tonight|(?:day after )?tomorrow|this evening)\b/, '')).replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
}

/** "Half past eight" as "8.30". */
function onTheClock(text: string): string {
  return text.replace(PARTS_OF_HOURS, (said, part: string, side: string, hour: string) => {
    const minutes = part === 'half' ? 30 : 15;
    const value = numberOf(hour);
    if (value === undefined) return said;
    return side === 'past' ? `${String(value)}.${String(minutes)}` : `${String(value === 1 ? 12 : value - 1)}.${String(60 - minutes)}`;
  });
}

function minutesIn(text: string): number | undefined {
  const named = NAMED_TIMES.find(([said]) => said.test(text));
  if (named !== undefined) return named[1];
  const [, hour, past, part, bare, bareMinutes] = CLOCK.exec(text) ?? [];
  const value = numberOf(hour ?? bare ?? '');
  if (value === undefined || value > 24) return undefined;
  return ((hourOfDay(value, part, text) % 24) * 60 + Number(past ?? bareMinutes ?? 0)) % DAY_MINUTES;
}

/** Hours without am or pm are those when people eat: 4 is the afternoon unless morning is spoken of. */
function hourOfDay(hour: number, part: string | undefined, text: string): number {
  if (part?.startsWith('a') === true && part !== 'at night' || /\b(?:morning|breakfast)\b/.test(text)) return hour === 12 ? 0 : hour;
  if (part?.startsWith('p') === true || /\b(?:afternoon|evening|tonight|dinner)\b/.test(text)) return hour < 12 ? hour + 12 : hour;
  if (/\bnight\b/.test(text)) return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  if (UNTIL.test(text)) return hour === 12 ? 0 : hour < 12 ? hour + 12 : hour;
  return hour < 7 ? hour + 12 : hour;
}

/** The spans of opening hours that the moment falls into. */
export function hoursAt(hours: readonly OpeningHours[], { days: asked, minutes, relation }: MomentAsked): OpeningHours[] {
  const ofDay = hours.filter(({ days }) => asked.length === 0 || asked.some((day) => days.includes(day)));
  if (minutes === undefined) return ofDay;
  return ofDay.filter(({ opens, closes }) => {
    const from = minutesOf(opens);
    const to = closingOf({ opens, closes });
    // Past midnight belongs to the evening before.
    const at = [minutes, minutes + DAY_MINUTES];
    if (relation === 'before') return from < minutes;
    return at.some((time) => from <= time && (relation === 'until' ? time <= to : time < to));
  });
}

/** "7:00 am", "midnight". */
export function clockText(minutes: number): string {
  if (minutes === 0) return 'midnight';
  const hour = Math.floor(minutes / 60);
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** Minutes since the midnight before it opens. */
export function closingOf({ opens, closes }: Pick<OpeningHours, 'opens' | 'closes'>): number {
  return minutesOf(closes) <= minutesOf(opens) ? minutesOf(closes) + DAY_MINUTES : minutesOf(closes);
}

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
