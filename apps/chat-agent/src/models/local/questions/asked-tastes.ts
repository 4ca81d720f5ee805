import type { Dish } from '../catalogue/catalogue';
import { UNWELL } from './asked-merit';
import { groupsOf } from '../orders/estimate';

/** How a dish should taste, as far as a menu's words let it be told. */
export interface AskedTaste {
  readonly kind: 'sweet' | 'cold' | 'mild';
  readonly told: string;
  /** No rule of its own answers it. */
  readonly isSpecial: boolean;
}

const SWEET = /\bsweet\b/;
const COLD = /\b(?:cold|chilled|cooling|refreshing|iced)\b/;
const MILD = /\b(?:not (?:(?:too|so|very|at all|that) )?(?:spicy|hot|sharp|chilli?)|(?:no|without|less) (?:spic[ey]|chilli?|heat)|non[ -]?spicy|un-?spicy|mild)\b/;
/** It has a rule of its own, of dishes that can be had so. */
const MILD_ALONE = /\b(?:something|anything|what(?:'s| is)?|dish(?:es)?|food) mild\b|\bmild (?:food|dish(?:es)?|options?|items?|things?|stuff|one)\b/;
const KIDS = /\b(?:for|my|our|the|and|with|\d+) (?:an? )?(?:\p{L}+ )?(?:kids?|child(?:ren)?|toddlers?|baby|babies|little ones?)\b|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]years?[ -]olds?\b/u;
const SWEETS = /dessert|sweet|mithai/i;
const SWEET_WORDS = /\b(?:chocolate|ice cream|cake|brownie|pastry|pudding|halwa|kheer|jalebi|gulab|rasgulla|kulfi|falooda|honey|jaggery|syrup)\b/i;
const COLD_WORDS = /\b(?:ice|iced|icy|cold|chilled|frozen|kulfi|falooda|sorbet|gelato)\b/i;
/** In a name: beside other dishes of a platter they make it no cold one. */
const COLD_NAMES = /\b(?:shakes?|smoothies?|lassi|buttermilk|chaas)\b/i;
const SPICE_WORDS = /spic|chill?i|\bhot\b|pepper|garlic|masala|vindaloo|schezwan|jalape|tikka|curry/i;
const DRINKS = /drink|beverage|juice|shake/i;

/** The tastes that a sentence asks for; "something sweet" and "something mild" alone have rules of their own. */
export function askedTastes(text: string): AskedTaste[] {
  const isForKids = KIDS.test(text);
  const isMild = MILD.test(text) || isForKids || UNWELL.test(text);
  const isCold = COLD.test(text) && !/\bcold coffee\b/.test(text);
  const isSweet = SWEET.test(text);
  return [
    ...(isMild ? [{ kind: 'mild' as const, told: 'naming nothing hot', isSpecial: isForKids || UNWELL.test(text) || !MILD_ALONE.test(text) }] : []),
    ...(isSweet ? [{ kind: 'sweet' as const, told: 'sweet', isSpecial: isCold }] : []),
    ...(isCold ? [{ kind: 'cold' as const, told: 'cold', isSpecial: true }] : []),
  ];
}

/** Whether a menu's words say so of a dish; for one that is not hot, that they say nothing of the kind. */
export function isOfTaste(dish: Dish, { kind }: AskedTaste): boolean {
  const { item, restaurant } = dish;
  const words = [item.item_name, ...(item.aliases ?? []), item.description ?? ''].join(' ');
  if (kind === 'sweet') return SWEETS.test(item.category ?? '') || (SWEET_WORDS.test(item.item_name) && !SPICE_WORDS.test(words));
  if (kind === 'cold') return COLD_WORDS.test(words) || COLD_NAMES.test(item.item_name);
  return !SPICE_WORDS.test(words) && !DRINKS.test(item.category ?? '') && !groupsOf(restaurant, item).some(({ name }) => /spic|heat/i.test(name));
}
