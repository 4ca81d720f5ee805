import type { Dish } from '../catalogue/catalogue';

/** By what dishes are compared, and which end of it is asked for. */
export interface AskedMerit {
  readonly kind: 'price' | 'rating' | 'time' | 'calories';
  /** The most of it rather than the least: the dearest, the best rated, the slowest. */
  readonly isMost: boolean;
}

const CHEAPEST = /\b(?:cheap(?:er|est)?|least expensive|lowest price|costs? (?:less|(?:the )?least)|(?:gentle|gentlest|easy|easiest|kind|kindest|light|lightest|soft|softest) on (?:the|my|our|your) (?:pocket|purse|wallet|budget)|(?:too|so|very|bit|quite|really) (?:expensive|costly|pricey)|(?:too|so) much(?! like| love)|more affordable|budget|affordable|inexpensive)\b/;
const DEAREST = /\b(?:(?:most |more )?(?<!(?:too|so|very|bit|quite|really|least|less|not) )(?:expensive|pricey|costly)|costli(?:er|est)|prici(?:er|est)|dear(?:er|est)|highest price|costs? (?:more|(?:the )?most))\b/;
const BEST = /\b(?:which|what|what's|who|whose|is|and|or)\b.*\b(?:better|best|nicer|tastier|tastiest|(?:better|best|higher|highest|top) rated|rated (?:better|best|higher|highest|more)|(?:higher|highest|better|best) ratings?|more (?:popular|stars))\b|\b(?:better|best|higher|highest) rated\b(?: (?:one|dish|item|thing))?(?: (?:at|from|there|in|of)\b|$)|^(?:the )?(?:best|highest|top) rated (?!restaurants?\b|places?\b|shops?\b)\p{L}+$|\b(?:better|best|higher|highest|top)[ -]rated (?:dish(?:es)?|items?|things?|food|meals?|snacks?)(?=$|[ ,])|^rated (?:higher|better|best)$/u;
const QUICKEST = /\b(?:fast(?:er|est)?|quick(?:er|est)?|sooner|soonest|takes? (?:less|(?:the )?least)(?: time)?|least time|ready (?:first|soonest|fast|quick\w*))\b/;
const SLOWEST = /\b(?:slower|slowest|takes? (?:longer|(?:the )?longest|(?:the )?most time|more time))\b/;
/** What speaks of calories, compared or not. */
export const CALORIES = /\b(?:calor(?:y|ies|ie)|kcal|healthier|healthiest|(?:most|more) healthy|light(?:er|est)|fattening)\b/;
/** "Under 300 cal": a bound of calories, and no price. */
export const CALORIE_BOUND = /\b(under|below|less than|fewer than|within|up to|over|above|more than) (\d{2,4}) ?(?:k?cals?|calories|kilocalories)\b/;
/** Menus do not say it; calories come nearest. */
export const HEALTHY = /\b(?:healthier|healthiest|healthy|light(?:er|est)|low cal\w*)\b/;
/** Menus do not say this either. */
export const LIGHT = /\b(?:something|anything|bit|nice and|food|dish(?:es)?|what(?:'s| is)|eat|eating|meal|dinner|lunch|snack) (?:really |very |a bit |a little |nice and |and )*(?:light|not (?:too |so |very )?heavy)\b|\b(?:light|not (?:too |so |very )?heavy|easy to digest|gentle) (?:food|meal|dinner|lunch|breakfast|dish(?:es)?|snacks?|bites?|option|something)\b|\b(?:fever|flu|upset (?:stomach|tummy)|stomach (?:ache|upset|pain|bug)|(?:sick|unwell|not feeling well|feeling (?:ill|sick|unwell|low))|sore throat|easy on (?:the|my|his|her) (?:stomach|tummy)|indigestion|acidity|nausea|recovering)\b/;
/** Of these somebody wants nothing hot. */
export const UNWELL = /\b(?:fever|flu|stomach|tummy|sick|unwell|not feeling well|ill|sore throat|indigestion|acidity|nausea|recovering)\b/;
export const FILLING = /\b(?:more|most|really|very|something|anything|cheapest) filling\b|\bfilling(?:er|est| thing| food| dish| meal)\b/;
const COMPARED = /\b(?:which|what|whose|lowest|highest|least|most|fewest|fewer|less|more|low|lighter|lightest|healthier|healthiest|under)\b/;
const MORE = /\b(?:most|highest|more)\b/;
/** "Is it fast?" compares nothing. */
const ASKS = /\b(?:what|what's|which|whose|something|anything|dish(?:es)?|food|the)\b/;

/** The price or the rating that a sentence compares by; undefined where it compares by neither. */
export function priceOrRatingAsked(text: string): AskedMerit | undefined {
  if (DEAREST.test(text)) return { kind: 'price', isMost: true };
  if (CHEAPEST.test(text)) return { kind: 'price', isMost: false };
  return BEST.test(text) ? { kind: 'rating', isMost: true } : undefined;
}

/** The time or the calories that a sentence compares by; undefined where it compares by neither. */
export function factAsked(text: string): AskedMerit | undefined {
  if (FILLING.test(text)) return { kind: 'calories', isMost: true };
  if (CALORIES.test(text)) return COMPARED.test(text) ? { kind: 'calories', isMost: MORE.test(text) && !HEALTHY.test(text) && !/\bless\b/.test(text) } : undefined;
  if (!ASKS.test(text)) return undefined;
  if (SLOWEST.test(text)) return { kind: 'time', isMost: true };
  return QUICKEST.test(text) ? { kind: 'time', isMost: false } : undefined;
}

/** What a menu says of the dish by that merit; undefined where it says nothing. */
export function meritOf({ item }: Dish, { kind }: AskedMerit): number | undefined {
  if (kind === 'price') return item.price;
  if (kind === 'time') return minutesOf(item);
  return kind === 'rating' ? (item.rating ?? 0) : item.calories;
}

/** The most minutes that a menu tells for a dish; undefined where it tells none. */
export function minutesOf({ preparation_time }: Dish['item']): number | undefined {
  const numbers = preparation_time?.match(/\d+/g)?.map(Number) ?? [];
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}
