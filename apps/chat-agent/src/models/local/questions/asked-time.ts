import { numberOf, wordsOf } from '../speech/utterance';

/** What is honestly known of when an order is made. */
export const NO_TIME = 'I cannot choose a time: an open restaurant starts at once, a closed one at its next opening, which I tell you before you say yes.';

/** A sentence that says when food should come. */
export interface TimedWish {
  /** Without the words for the time. */
  readonly text: string;
  /** Nothing but a time is wished: "no, I need it tomorrow, not now". */
  readonly isAlone: boolean;
}

const DAY = /^(?:tomorrow|tmrw|tonight|tonite|overmorrow|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
/** These are no time alone: "the sunday special", "later". */
const BEFORE = /^(?:for|on|by|at|to|be|delivered|deliver|needed|around|about|next|this|coming|the|from|till|until|of|a|party|dinner|lunch|breakfast|brunch|supper|family|birthday|office|day|after|only)$/;
/** In front of a time alone, and not of what is ordered. */
const LINKING = /^(?:for|on|by|at|around|about|next|this|coming|the|till|until)$/;
const PART = /^(?:morning|afternoon|evening|night|noon|lunch|lunchtime|dinner|breakfast|brunch|at|around|by|about|sharp|early|late|oclock|o'clock|am|pm|then|please|party)$/;
/** "8pm", "7:30am". */
const CLOCK = /^\d{1,2}(?:[:.]\d{2})?(?:am|pm)$/;
const HOUR = /^(?:\d{1,2}(?:[:.]\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const HALF = /^(?:am|pm|o'clock|oclock)$/;
const AROUND =
  /^(?:i|we|you|u|they|it|that|this|them|my|our|the|an?|no|not|yes|yeah|ok|okay|please|sorry|actually|but|and|so|then|wait|can|could|would|will|do|does|is|be|possible|need|want|like|have|get|make|made|prepare|prepared|cook|cooked|bring|send|sent|come|came|arrive|deliver|delivered|delivery|order|ordered|ordering|food|schedule|scheduled|book|booked|pre|preorder|place|placed|ready|keep|here|now|today|only|just|instead|rather|also|to|for|on|by|at|in|around|about|right|away|time|slot|date|day|later|party|lunch|dinner|breakfast|brunch|supper|morning|afternoon|evening|night|noon|us|me|guests|office|possibly|even|i'd|i'll|it's|that's|next|coming|set|fix|eat|eating|know|said|meant|mean|change|let's)$/;

interface Words {
  readonly words: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * The time at which a sentence wants its food; undefined where it names none. "At 8" is one, "8" is not.
 * @param text in the form of `normalise`
 * @param isDishWord whether a word is of a dish: a "sunday roast" is no time
 */
export function timeWished(text: string, isDishWord: (word: string) => boolean): TimedWish | undefined {
  const words = text.split(' ');
  const at = words.findIndex((_word, index) => isTime(words, index));
  if (at < 0 || isDishWord(bare(words[at + 1])) && !PART.test(bare(words[at + 1]))) return undefined;
  const spoken = span(words, at);
  const rest = [...words.slice(0, spoken.from), ...words.slice(spoken.to)].join(' ').replace(/\s*,[\s,]*/g, ', ').replace(/^[\s,]+|[\s,]+$/g, '');
  const more = rest === '' ? undefined : timeWished(rest, isDishWord);
  const left = more?.text ?? rest;
  return { text: left, isAlone: wordsOf(left).every((word) => AROUND.test(word)) };
}

function isTime(words: readonly string[], index: number): boolean {
  const word = bare(words[index]);
  const next = bare(words[index + 1]);
  if (DAY.test(word) || CLOCK.test(word)) return true;
  if (!HOUR.test(word)) return false;
  return HALF.test(next) || (/^(?:at|by)$/.test(bare(words[index - 1])) && (next === '' || words[index]?.endsWith(',') === true || PART.test(next) || DAY.test(next)) && (numberOf(word) ?? 0) <= 24);
}

/** From the words that lead up to a time to those behind it: "for a party on friday evening at 8". */
function span(words: readonly string[], at: number): Words {
  let from = at;
  while (from > 0 && BEFORE.test(words[from - 1] ?? '')) from -= 1;
  // "Want to be delivered" begins with no link: only what a link leads to is of the time.
  while (from < at && !LINKING.test(words[from] ?? '')) from += 1;
  let to = at + 1;
  while (to < words.length && words[to - 1]?.endsWith(',') !== true && (PART.test(bare(words[to])) || DAY.test(bare(words[to])) || CLOCK.test(bare(words[to])) || (HOUR.test(bare(words[to])) && isHourBehind(words, to)))) to += 1;
  return { words, from, to };
}

/** "Tomorrow 8 then", "friday at 7": and no "tomorrow 2 idli". */
function isHourBehind(words: readonly string[], at: number): boolean {
  const next = bare(words[at + 1]);
  return next === '' || HALF.test(next) || PART.test(next) || /^(?:at|by|around)$/.test(words[at - 1] ?? '') || words[at]?.endsWith(',') === true;
}

function bare(word = ''): string {
  return word.replace(/[,.]+$/, '');
}
