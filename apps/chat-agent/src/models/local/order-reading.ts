import type { ParsedItem } from '@foodie-express/order-language';
import { parseOrder } from '@foodie-express/order-language';
import type { OrderLineFact, OrderOptionFact } from '../chat-model';
import type { ReadableMenu } from './catalogue';
import type { RequestedLine } from './dialogue-memory';
import { numberOf, wordsOf } from './utterance';

/** What a sentence orders from one menu. */
export interface OrderReading {
  readonly restaurantName: string;
  /** Lines that are clear. */
  readonly lines: readonly RequestedLine[];
  /** Where the words fit several items equally. */
  readonly unclear: readonly { readonly items: readonly string[]; readonly quantity: number }[];
  /** Words that looked like food and are not on the menu, with what comes near. */
  readonly unknown: readonly { readonly text: string; readonly nearest: readonly string[] }[];
  /** Letters of the sentence that name food of the menu: the more, the better the menu fits. */
  readonly matched: number;
  /** A quantity that no order takes: 0, negative, or over 100. */
  readonly badQuantity: number | undefined;
}

const MAX_QUANTITY = 100;

/** Words that a parser may take for food and that name none. */
const NO_FOOD = /^(?:show|menu|order|orders|hungry|place|places|restaurant|restaurants|food|delivery|deliver|today|tonight|lunch|dinner|breakfast|now|quick|quickly|fast|asap|home|house|office|me|my|address|please|thanks|confirm|cart|basket|want|know|tell|time|soon|also|too|it|that|this|them|there|people|person|friends?|family|pack|parcel|takeaway|some|something|anything|everything|bro|bhai|yaar|ji|dena|chahiye|kar|do|de|mujhe|muje|mere|liye|ek|aur|hi|hello|hey|sir|madam|ok|okay|then|and|with|a|an|the|of|plates?|pieces?|servings?|portions?|pcs)$/;

export function readOrder({ menu, compiled }: ReadableMenu, text: string): OrderReading {
  const { items, unknown } = parseOrder(compiled, text);
  const name = (id: string) => menu.items.find((item) => item.id === id)?.name ?? id;
  const food = unknown.map((phrase) => ({ text: foodWords(phrase.text), nearest: phrase.suggestions.filter(({ kind }) => kind === 'item').map((suggestion) => suggestion.name) }));
  return {
    restaurantName: menu.restaurant,
    lines: items.flatMap((item) => (item.itemId === undefined ? [] : [{ item_name: name(item.itemId), quantity: item.quantity, options: requestedOptions(item) }])),
    unclear: items.flatMap(({ candidates, quantity }) => (candidates === undefined ? [] : [{ items: candidates.map(name), quantity }])),
    unknown: food.filter((phrase) => phrase.text !== ''),
    matched: items.reduce((sum, { span }) => sum + span.end - span.start, 0),
    badQuantity: items.map((item) => badQuantity(text, item)).find((quantity) => quantity !== undefined),
  };
}

/** Options that the words fit equally are left out: what must be chosen is asked for. */
export function requestedOptions({ options }: ParsedItem): NonNullable<RequestedLine['options']> {
  return options.flatMap(({ choiceId, groupId, negated, qualifier, count }) =>
    choiceId === undefined
      ? []
      : [{ choice: choiceId, group: groupId, ...(negated === true && { negated }), ...(qualifier !== undefined && { qualifier }), ...(count !== undefined && { count }) }],
  );
}

/** A line of the order under way in the words of the tools. */
export function toRequestedLine({ itemId, quantity, options, notes }: OrderLineFact): RequestedLine & { readonly notes?: string } {
  return { item_name: itemId, quantity, options: options.map(toRequestedOption), ...(notes !== undefined && { notes }) };
}

function toRequestedOption({ choice_id, group_id, ...how }: OrderOptionFact): NonNullable<RequestedLine['options']>[number] {
  return { choice: choice_id, group: group_id, ...Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined)) };
}

function badQuantity(text: string, { quantity, span }: ParsedItem): number | undefined {
  if (quantity > MAX_QUANTITY || quantity < 1) return quantity;
  // The parser reads "-2" as 2 and leaves "0" out.
  const said = /(-\s?\d+|\b0+|\bzero|\b\d{4,})\s*(?:x\s*)?$/.exec(text.slice(0, span.start + (/^\d+/.exec(text.slice(span.start))?.[0].length ?? 0)))?.[1];
  if (said === undefined) return undefined;
  const value = numberOf(said.replace(/\s/g, ''));
  return value !== undefined && value >= 1 && value <= MAX_QUANTITY ? undefined : (value ?? 0);
}

function foodWords(text: string): string {
  return wordsOf(text)
    .filter((word) => !NO_FOOD.test(word) && numberOf(word) === undefined)
    .join(' ');
}
