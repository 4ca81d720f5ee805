import type { Token } from '../text/tokenize';
import { isNumber } from '../text/word-forms';

/** A number that begins at a token, with where it ends. The value is whatever was said: it may be 0, negative, a fraction or far too much. */
export interface NumberReading {
  readonly value: number;
  readonly end: number;
}

/** No quantity is beyond this: longer numbers are those of telephones and orders. */
const MAX_VALUE = 1e9;

const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1_000],
  ['thousands', 1_000],
  ['lakh', 100_000],
  ['lakhs', 100_000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
]);
const DOZENS = new Set(['dozen', 'dozens']);
const MINUS_WORDS = new Set(['minus', 'negative']);
/** Words that announce a number: "qty 2", "quantity of 3". */
const QUANTITY_WORDS = new Set(['qty', 'quantity', 'qnty', 'qtty']);
/** Nouns that count anything: "2 nos", "3 units". */
const COUNTING_NOUNS = new Set(['nos', 'units', 'unit', 'pieces', 'piece', 'plates', 'plate', 'portions', 'portion', 'servings', 'serving', 'orders', 'order', 'counts', 'count', 'ct']);

/** The numbers that begin at a token, the shortest first: "two" and "two hundred" and "two hundred and fifty". */
export function numbersAt(tokens: readonly Token[], at: number): NumberReading[] {
  const word = tokens[at]?.word ?? '';
  if (MINUS_WORDS.has(word)) return together(tokens, at, at + 1) ? numbersAt(tokens, at + 1).map(({ value, end }) => ({ value: -value, end })) : [];
  if (QUANTITY_WORDS.has(word)) return announced(tokens, at);
  const simple = simpleAt(tokens, at);
  const readings: NumberReading[] = simple ? [simple] : [];
  const counted = simple ?? (word === 'a' ? { value: 1, end: at + 1 } : { value: 1, end: at });
  const scaled = scaledFrom(tokens, counted, at);
  const fraction = simple && !scaled ? fractionFrom(tokens, simple) : undefined;
  const dozens = dozensFrom(tokens, scaled ?? fraction ?? counted, at);
  return [...readings, ...[scaled, fraction, dozens].filter((reading) => reading !== undefined)];
}

/** Hindi number words in Latin letters. */
const HINDI = new Map<string, number>([
  ['ek', 1],
  ['do', 2],
  ['teen', 3],
  ['tin', 3],
  ['char', 4],
  ['chaar', 4],
  ['panch', 5],
  ['paanch', 5],
  ['che', 6],
  ['chhe', 6],
  ['chah', 6],
  ['saat', 7],
  ['aath', 8],
  ['nau', 9],
  ['das', 10],
  ['dus', 10],
]);
const HINDI_JOINING = new Set(['aur', 'bhai', 'bhaiya', 'mujhe', 'humko', 'han', 'haan', 'ji']);

/**
 * The Hindi number at a token, where it can be no English word: at the beginning, or behind what joins. Whoever asks has to know that
 * an item stands behind it.
 */
export function hindiNumberAt(tokens: readonly Token[], at: number): number | undefined {
  const joined = at === 0 || tokens[at]?.before !== 'none' || HINDI_JOINING.has(tokens[at - 1]?.word ?? '');
  return joined && tokens[at + 1]?.before === 'none' ? HINDI.get(tokens[at]?.word ?? '') : undefined;
}

/** Whether a token is a noun that only counts, so that the number before it belongs to what is named behind or before it. */
export function isCountingNoun(word: string): boolean {
  return COUNTING_NOUNS.has(word);
}

export function announcesNumber(word: string): boolean {
  return QUANTITY_WORDS.has(word);
}

function announced(tokens: readonly Token[], at: number): NumberReading[] {
  const from = tokens[at + 1]?.word === 'of' || tokens[at + 1]?.word === 'is' ? at + 2 : at + 1;
  return numbersAt(tokens, from).filter(({ value }) => value >= 0);
}

/** Digits, and tens with ones behind them: "5", "1.5", "20 5". */
function simpleAt(tokens: readonly Token[], at: number): NumberReading | undefined {
  const value = valueOf(tokens[at]?.word ?? '');
  if (value === undefined) return undefined;
  const ones = together(tokens, at, at + 1) ? valueOf(tokens[at + 1]?.word ?? '') : undefined;
  const isCompound = value >= 20 && value < 100 && value % 10 === 0 && ones !== undefined && ones > 0 && ones < 10 && Number.isInteger(ones);
  return isCompound ? { value: value + ones, end: at + 2 } : { value, end: at + 1 };
}

function valueOf(word: string): number | undefined {
  const value = isNumber(word) ? Number(word) : Infinity;
  return Math.abs(value) < MAX_VALUE ? value : undefined;
}

/** "Two hundred", "a thousand", "hundred and twenty". */
function scaledFrom(tokens: readonly Token[], counted: NumberReading, at: number): NumberReading | undefined {
  const scale = SCALES.get(tokens[counted.end]?.word ?? '');
  if (scale === undefined || (counted.end > at && !together(tokens, at, counted.end))) return undefined;
  const whole: NumberReading = { value: counted.value * scale, end: counted.end + 1 };
  const linked = tokens[whole.end]?.word === 'and' ? whole.end + 1 : whole.end;
  const more = together(tokens, whole.end - 1, linked) ? simpleAt(tokens, linked) : undefined;
  if (!more || more.value >= scale || !Number.isInteger(more.value) || more.value < 1) return whole;
  return { value: whole.value + more.value, end: more.end };
}

/** "A dozen", "two dozen", "a dozen and a half". */
function dozensFrom(tokens: readonly Token[], counted: NumberReading, at: number): NumberReading | undefined {
  if (!DOZENS.has(tokens[counted.end]?.word ?? '') || (counted.end > at && !together(tokens, at, counted.end))) return undefined;
  const dozens = { value: counted.value, end: counted.end + 1 };
  const { value, end } = fractionFrom(tokens, dozens) ?? dozens;
  return { value: 12 * value, end: tokens[end]?.word === 'of' ? end + 1 : end };
}

/** "Two and a half". */
function fractionFrom(tokens: readonly Token[], whole: NumberReading): NumberReading | undefined {
  const [and, article, half] = [0, 1, 2].map((k) => tokens[whole.end + k]?.word);
  if (and !== 'and' || article !== 'a' || !together(tokens, whole.end - 1, whole.end + 2)) return undefined;
  if (half === 'half') return { value: whole.value + 0.5, end: whole.end + 3 };
  return half === 'quarter' ? { value: whole.value + 0.25, end: whole.end + 3 } : undefined;
}

/** Whether nothing but spaces stands between two tokens. */
function together(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) if (tokens[at]?.before !== 'none') return false;
  return true;
}
