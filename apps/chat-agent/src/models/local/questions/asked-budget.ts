import { money } from '../../../conversation/order-summary';
import type { Dialogue } from '../dialogue';
import { numberOf } from '../speech/utterance';

const BUDGET = /\b(under|below|less than|cheaper than|within|max(?:imum)?|upto|up to)\s*(?:(?:rs\.?|inr|rupees?)\s*)?(\d{1,5})(?!\d)(?! ?(?:people|persons?|of us|pm|am|plates?|pieces?|min\w*|cal\w*|kcal)\b)|\b(for|around|in)\s*(?:(?:rs\.?|inr|rupees?)\s*)?(\d{1,5})(?!\d)(?:\s*(?:rs|rupees?|inr|bucks?|dollars?)\b|(?! ?(?:people|persons?|pm|am|plates?|pieces?|of|\p{L})))/u;
/** "I have only 100 rupees." */
const PURSE = /\b(?:have|got|only|just|with|spend|budget(?: is| of)?) (?:only |just |about |around )*(?:rs\.?|inr)?\s*(\d{1,5})(?!\d) ?(?:rs|rupees?|inr|bucks?|dollars?)\b/;
/** "What can 150 rupees get me?" */
const BUYING = /\b(\d{1,5}) ?(?:rs|rupees?|inr|bucks?|dollars?) (?:get|buy|fetch)\b/;
/** "Dishes for 200 or less." */
const OR_LESS = /\b(\d{1,5})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))? (?:or|and) (?:less|under|below|cheaper)\b/;
/** "For 100" is a budget only where money is spoken of. */
const STRICT_BUDGET = /^(?:under|below|less than|cheaper than)$/;
const LOOSE_BUDGET = /^(?:for|around|in)$/;
const MONEY = /\b(?:rs\.?|inr|rupees?|bucks?|dollars?|budget)\b|[₹$€£]/;

/** The most that a dish may cost. "Under 100" is less than that, "up to 100" is not. */
export function budgetIn({ text, message }: Pick<Dialogue, 'text' | 'message'>): number | undefined {
  const purse = PURSE.exec(text)?.[1] ?? BUYING.exec(text)?.[1] ?? OR_LESS.exec(text)?.[1];
  if (purse !== undefined) return Number(purse);
  const [, strict, most, loose, about] = BUDGET.exec(text) ?? [];
  const [bound, amount] = [strict ?? loose ?? '', most ?? about];
  if (amount === undefined || (LOOSE_BUDGET.test(bound) && !MONEY.test(message.toLowerCase()))) return undefined;
  return STRICT_BUDGET.test(bound) ? Number(amount) - 0.01 : Number(amount);
}

/** The currency that is named, or whose sign is written. */
export function currencyIn({ text, message, catalogue }: Pick<Dialogue, 'text' | 'message' | 'catalogue'>): string | undefined {
  if (/\b(?:rs\b|rupees?|inr)\b/.test(text)) return 'INR';
  const currencies = [...new Set(catalogue.restaurants.map(({ currency }) => currency))];
  const dollars = /\bdollars?\b/.test(text) ? currencies.find((code) => money(0, code).includes('$')) : undefined;
  return dollars ?? currencies.find((code) => message.includes(money(0, code).replace(/[\d.,\s]/g, '')) || text.includes(code.toLowerCase()));
}

/** So many dishes for so much: "two things for 100". */
export interface Shared {
  readonly count: number;
  readonly amount: number;
}

const THINGS = /\b(\w+) (?:different |small |cheap )?(?:things|dishes|items|snacks|meals)\b(?: \p{L}+){0,2} (?:for|under|below|within|in|with) (?:rs\.?|inr)? ?(\d{2,6})\b(?! ?(?:people|persons?|min\w*|k?cal\w*))/u;

export function sharedAmong(text: string): Shared | undefined {
  const [, said = '', amount] = THINGS.exec(text) ?? [];
  const count = numberOf(said);
  return count === undefined || count < 2 || amount === undefined ? undefined : { count, amount: Number(amount) };
}

const TOLD = /\bbudget(?: is| of| around| about| maybe| max| rs\.?| inr)*\s*(\d{2,6})\b|\b(\d{2,6})(?: (?:rs|rupees?|inr|bucks?|dollars?))? (?:budget|max)\b|\b(?:under|below|within|up ?to|less than|max(?:imum)?|spend(?: only)?)(?: rs\.?| inr)?\s*(\d{2,6})\b(?! ?(?:k?cal|min))/;

/** What may be spent in all, as a sentence tells it in passing; undefined where it does not. */
export function budgetTold(text: string): number | undefined {
  const [, behind, before, bound] = TOLD.exec(text) ?? [];
  const amount = behind ?? before ?? bound;
  return amount === undefined ? undefined : Number(amount);
}
