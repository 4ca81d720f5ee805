import type { OpeningHours } from '@foodie-express/contracts';
import { numberOf } from './utterance';

type Weekday = OpeningHours['days'][number];

/** A day or a time that a question about opening hours names. */
export interface MomentAsked {
  readonly day: Weekday | undefined;
  /** Minutes since midnight; undefined where a day alone is named. */
  readonly minutes: number | undefined;
  /** Whether they have to be open then, or also before or behind it. */
  readonly relation: 'at' | 'before' | 'after' | 'until';
  /** As it is told back: "on Sundays at 7:00 am". */
  readonly told: string;
}

const DAYS: readonly (readonly [RegExp, Weekday, string])[] = [
  [/\bmon(?:days?)?\b/, 'mon', 'Mondays'],
  [/\btue(?:s(?:days?)?)?\b/, 'tue', 'Tuesdays'],
  [/\bwed(?:nesdays?)?\b/, 'wed', 'Wednesdays'],
  [/\bthu(?:rs?(?:days?)?)?\b/, 'thu', 'Thursdays'],
  [/\bfri(?:days?)?\b/, 'fri', 'Fridays'],
  [/\bsat(?:urdays?)?\b/, 'sat', 'Saturdays'],
  [/\bsun(?:days?)?\b/, 'sun', 'Sundays'],
];
const NAMED_TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bmidnight\b/, 0],
  [/\b(?:noon|midday)\b/, 720],
];
const CLOCK = /\b(?:at|by|till|until|after|past|before|around|from|since)? ?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.: ](\d{2}))? ?(am|pm|a\.m|p\.m|o'?clock)\b|\b(?:at|after|past|before|around|by|till|until) (\d{1,2})(?:[.: ](\d{2}))?(?! ?(?:rs|rupees|dollars|people|stars?|of|\.\d|%))(?=$| |,)|\b(\d{1,2})(?= (?:in the (?:morning|afternoon|evening)|tonight|at night)\b)/;
/** Asked of when they close. */
const UNTIL = /\b(?:till|until|up to|upto)\b/;
const DAY_MINUTES = 1_440;

/** The day or the time that a text names; undefined where it names neither. */
export function momentIn(text: string): MomentAsked | undefined {
  const day = DAYS.find(([said]) => said.test(text));
  const minutes = minutesIn(text);
  if (day === undefined && minutes === undefined) return undefined;
  const relation = minutes === undefined ? 'at' : /\b(?:past|after|later than|beyond)\b/.test(text) ? 'after' : /\b(?:before|earlier than)\b/.test(text) ? 'before' : UNTIL.test(text) ? 'until' : 'at';
  const onDay = day === undefined ? [] : [`on ${day[2]}`];
  const time = minutes === undefined ? [] : [`${relation} ${clockText(minutes)}`];
  return { day: day?.[1], minutes, relation, told: [...onDay, ...time].join(' ') };
}

/** The text without the day and the time that it names. */
export function withoutMoment(text: string): string {
  const bare = DAYS.reduce((said, [day]) => said.replace(new RegExp(`(?:\\bon )?${day.source}`), ''), text);
  return bare.replace(CLOCK, '').replace(/\b(?:at |past )?(?:midnight|noon|midday)\b/, '').replace(/\s+/g, ' ').trim();
}

function minutesIn(text: string): number | undefined {
  const named = NAMED_TIMES.find(([said]) => said.test(text));
  if (named !== undefined) return named[1];
  const [, hour, past, half, bare, bareMinutes, ofDay] = CLOCK.exec(text) ?? [];
  const value = numberOf(hour ?? bare ?? ofDay ?? '');
  if (value === undefined || value > 24) return undefined;
  return ((hourOfDay(value, half, text) % 24) * 60 + Number(past ?? bareMinutes ?? 0)) % DAY_MINUTES;
}

/** Hours without am or pm are those when people eat: 4 is the afternoon unless morning is spoken of. */
function hourOfDay(hour: number, half: string | undefined, text: string): number {
  if (half?.startsWith('a') === true || /\b(?:morning|breakfast)\b/.test(text)) return hour === 12 ? 0 : hour;
  if (half?.startsWith('p') === true || /\b(?:afternoon|evening|tonight|dinner)\b/.test(text)) return hour < 12 ? hour + 12 : hour;
  if (/\bnight\b/.test(text)) return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  if (UNTIL.test(text)) return hour === 12 ? 0 : hour < 12 ? hour + 12 : hour;
  return hour < 7 ? hour + 12 : hour;
}

/** The spans of opening hours that the moment falls into. */
export function hoursAt(hours: readonly OpeningHours[], { day, minutes, relation }: MomentAsked): OpeningHours[] {
  const ofDay = hours.filter(({ days }) => day === undefined || days.includes(day));
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
