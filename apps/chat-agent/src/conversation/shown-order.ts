import type { Part } from './agreement-sayings';
import { plain } from './clauses';
import type { PendingOrder } from './conversation-state';
import { type Saying, sayings } from './sayings';

/** The order that a yes would place, as far as people name it in their yes. */
export interface ShownOrder {
  readonly restaurantName: string;
  /** The name of every line. */
  readonly dishes: readonly string[];
  /** How many there are of each line, in the same order. */
  readonly quantities: readonly number[];
  readonly total: number;
}

/** A word by which people name a dish or a place. */
const NAME_WORD = /(?!(?:and|the|with|for|from)(?!\p{L}))(?<!\p{L})\p{L}[\p{L}\p{M}]{2,}/gu;

/** Stands for the total that was shown. */
const TOTAL_WORD = 'thetotal';
const NUMBER = String.raw`(\d[\d,]{0,14}(?:\.\d{1,2})?)(?![\d.,]*\d)`;
const AMOUNT = new RegExp(String.raw`(?:\b(?:at|for|of|a total of) )?(?:₹|a?\$|\brs\b\.?|\binr\b) ?${NUMBER}|\bat ${NUMBER}|(?<![\d.,])${NUMBER} ?(?:rupees|dollars|bucks|rs)\b`, 'g');

export function shownOrderOf({ quote }: PendingOrder): ShownOrder {
  return { restaurantName: quote.restaurant_name, dishes: quote.lines.map(({ item_name }) => item_name), quantities: quote.lines.map(({ quantity }) => quantity), total: quote.total_price };
}

/** A plain message in which the total that was shown is no number any more, where it is spoken of as an amount; any other number stays one. */
export function withoutTotal(text: string, shown: ShownOrder | undefined): string {
  return text.replace(AMOUNT, (phrase, ...groups: unknown[]) => (amountOf(groups) === shown?.total ? ` ${TOTAL_WORD} ` : phrase));
}

/** The first amount of money that a message speaks of: "yes at 18" speaks of one, "yes, 2" does not. */
export function amountIn(message: string): number | undefined {
  const [, ...groups] = [...plain(message).matchAll(AMOUNT)][0] ?? [];
  return amountOf(groups);
}

function amountOf(groups: readonly unknown[]): number | undefined {
  const amount = groups.slice(0, 3).find((group) => typeof group === 'string');
  return amount === undefined ? undefined : Number(amount.replaceAll(',', ''));
}

/** "Yes to the thepla", "yes, from Thepla House", "yes at 18": how people name what was shown. */
export function namings(shown: ShownOrder | undefined): Saying<Part>[] {
  if (shown === undefined) return [];
  const dish = anyOf(shown.dishes.flatMap(nameWords));
  const place = anyOf(nameWords(shown.restaurantName));
  return [
    ...(dish === undefined ? [] : sayings<Part>('naming', [`(?:place|confirm|send|book|submit) (?:the|my|our|that|this) ${dish}(?: ${dish})* order`])),
    ...shown.dishes.flatMap((name, line) => counted(nameWords(name), shown.quantities[line])),
    ...(dish === undefined ? [] : sayings<Part>('naming', [`(?:to |for )?(?:(?:the|my|that|this|those|these) )?${dish}s?(?: (?:${dish}s?|with ${dish}|and (?:the )?${dish}s?))*`])),
    ...(place === undefined ? [] : sayings<Part>('request', [`(?:place|confirm|send|book|submit) (?:the|my|our|that|this) ${place}(?: ${place})* (?:order|one)`])),
    ...(place === undefined ? [] : sayings<Part>('filler', [`(?:from|at) (?:the )?${place}(?: ${place})*`])),
    ...sayings<Part>('naming', [TOTAL_WORD, `${TOTAL_WORD} (?:is|sounds|looks)(?: all)? (?:fine|ok|okay|good|great|right|correct|perfect)`]),
  ];
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "For the four coffees", where that is how many there are. */
function counted(words: readonly string[], quantity: number | undefined): Saying<Part>[] {
  const dish = anyOf(words);
  const count = quantity === undefined ? undefined : NUMBER_WORDS[quantity - 1];
  return dish === undefined || count === undefined ? [] : sayings<Part>('naming', [`(?:to |for |of )?(?:(?:the|my|those|these|all) )?${count} ${dish}s?(?: ${dish}s?)*`]);
}

/** Where a dish is named, a yes is to it: whether that is all that waits, each line named by a word that no other has. */
export function namesAll(said: string, { dishes }: ShownOrder): boolean {
  const spoken = new Set(nameWords(said).map(singular));
  const lines = [...new Set(dishes)].map((name) => new Set(nameWords(name).map(singular)));
  const isNamed = (words: ReadonlySet<string>) => [...words].some((word) => spoken.has(word) && lines.filter((each) => each.has(word)).length === 1);
  const isNoneNamed = lines.every((words) => [...words].every((word) => !spoken.has(word)));
  return isNoneNamed || lines.every(isNamed);
}

function anyOf(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `(?:${[...new Set(words)].join('|')})`;
}

function nameWords(name: string): string[] {
  return plain(name).match(NAME_WORD) ?? [];
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}
