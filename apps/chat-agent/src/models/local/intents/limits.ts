import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';

/** Attempts to give orders to the program instead of ordering. */
const COMMANDS = /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |my |previous |prior |above )*(?:instructions?|rules?|prompts?|guidelines?|restrictions?)\b|\b(?:system|developer) (?:prompt|message|mode)\b|\byour (?:instructions|rules|prompt)\b|\b(?:you are|act|pretend)(?: now| as| to be| like)+ (?!closed|open)|\bjailbreak\b|\bdan mode\b/;
const ADMINISTRATION = /\b(?:i am|i'm|as) (?:the |an? |your )?(?:admin(?:istrator)?|owner|root|developer|manager|superuser|staff)\b|\b(?:delete|drop|truncate|wipe|update|insert) (?:all |the |every )*(?:tables?|databases?|users?|restaurants?|orders|menus?|reviews|data)\b|\b(?:sudo|root access|make me (?:an )?admin|api keys?|access tokens?|secrets?|env(?:ironment)? variables?)\b/;
const OTHER_PEOPLE = /\b(?:(?:show|list|see|get|give|tell|what|view|cancel|delete|change)\b.*\b(?:(?:all|other|every|everyone'?s?|somebody'?s|someone'?s|people'?s|another)(?: \w+'?s?)? (?:users?|customers?|accounts?|orders?|passwords?|emails?|people)|orders? (?:of|by|from) (?!(?:the|my|this|that)\b)\p{L}+$|passwords?))\b/u;
const PRICES = /\b(?:(?:can|could|will|would) (?:you|u|they|i) (?:do|give|get|make|have|sell|take) (?:it|that|this|me (?:it|that|this)|them) for (?:rs |inr |only |just )*\d+|(?:make|give|get|want|have)(?: \w+){0,4} (?:for )?free|free of (?:charge|cost)|(?:set|change|reduce|lower|drop) (?:the |its |my )?(?:prices?|total|bill|cost)|discounts?|coupons?|promo(?:tion)?s?|promo codes?|vouchers?|(?:any|an|special|the) offers?|offers|deals?|cashback|for nothing|(?:at|for) (?:rs |inr )?(?:0|zero|1|one) (?:rupees?|rs|dollars?|bucks?))\b/;

/** What nobody is given here: other people's data, other prices, other powers. */
export function limits({ text }: Dialogue): Move | undefined {
  const next = 'What would you like to eat?';
  const suggestions = ['Show restaurants'];
  if (COMMANDS.test(text) || ADMINISTRATION.test(text)) return say(`I only take food orders, and for everybody by the same rules. ${next}`, suggestions);
  if (OTHER_PEOPLE.test(text)) return say(`I only show you what is yours: "my orders" and "my reviews". ${next}`, suggestions);
  return PRICES.test(text) ? say(`Prices are those of the menu: I know of no discounts and cannot change them. ${next}`, suggestions) : undefined;
}
