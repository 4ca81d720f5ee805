import type { Restaurant } from '@foodie-express/contracts';
import { distance } from 'fastest-levenshtein';
import { wordsOf } from '../speech/utterance';

type Group = Restaurant['option_groups'][number];

/** Which choices are asked for: those of any group, or of the groups that are meant. */
export interface AskedGroup {
  readonly isMeant: (group: Group) => boolean;
  /** Whatever the dish takes, rather than one kind of choice. */
  readonly isAny: boolean;
  /** How big or how hot a dish is: the choices are only half of the answer. */
  readonly measure: 'big' | 'hot' | undefined;
}

const ANY = /\b(?:options?|choices?|extras|add ?-?ons?|modifiers?|variations?|variants?|customi[sz](?:e|ed|ations?)|flavou?rs?)\b/;
/** "What can I put on it?": whatever is not of one size alone. */
const CAN_PUT = /\bwhat (?:else |all |can |could )*(?:can|could|may|do|should|would) (?:i|we|you) (?:\w+ )?(?:put|add|choose|pick)\b|\bwhat (?:else |all )?(?:can|could) (?:i|we) (?:get|have|take) (?:on|with) (?:it|that|this|them)\b|\bwhat (?:else |all )?goes (?:on|in|with)\b/;
const BIG = /\bhow (?:big|large|small)\b/;
const HOT = /\bhow (?:spicy|hot|mild)\b|\bspice levels?\b|\bspiciness\b/;
/** Words for kinds of choices, and how menus name their groups. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\btop+ings?\b/, /topping|extra|add/i],
  [/\bsizes?\b|\bhow (?:big|large|small)\b/, /size|portion/i],
  [/\b(?:spice levels?|spiciness|heat levels?|how (?:hot|spicy|mild))\b/, /spic|heat|hot/i],
  [/\b(?:meats?|proteins?|fillings?)\b/, /meat|protein|filling/i],
  [/\b(?:sauces?|dips?|dressings?|chutneys?)\b/, /sauce|dip|dressing|chutney/i],
  [/\bextras\b/, /extra/i],
  [/\bsides?\b/, /side/i],
  [/\b(?:crusts?|bases?|breads?)\b/, /crust|base|bread/i],
  [/\b(?:milks?)\b/, /milk/i],
  [/\b(?:salads?|vegetables|veggies)\b/, /salad|vegetable|veg/i],
];

/** The choices that a sentence speaks of by what kind they are; undefined where it speaks of none. */
export function groupAsked(text: string, groups: readonly Group[]): AskedGroup | undefined {
  const measure = BIG.test(text) ? 'big' : HOT.test(text) ? 'hot' : undefined;
  const named = new Set(groups.filter(({ name }) => isNamed(text, name)).map(({ id }) => id));
  const kinds = KINDS.filter(([said]) => said.test(text)).map(([, name]) => name);
  const isOfKind = ({ name }: Group) => kinds.some((kind) => kind.test(name));
  if (named.size > 0) return { isMeant: ({ id }) => named.has(id), isAny: false, measure };
  if (groups.some(isOfKind) || measure !== undefined) return { isMeant: isOfKind, isAny: false, measure };
  if (CAN_PUT.test(text)) return { isMeant: ({ max, name }) => max !== 1 || !/size/i.test(name), isAny: true, measure };
  return ANY.test(text) ? { isMeant: () => true, isAny: true, measure } : undefined;
}

/** "Topings" of a group called Toppings. */
function isNamed(text: string, name: string): boolean {
  const said = wordsOf(text).map(singular);
  return wordsOf(name.toLowerCase()).map(singular).filter((word) => word.length >= 4 && !/^(?:make|meal|with|your|extra)$/.test(word)).some((own) => said.some((word) => word === own || (own.length >= 6 && distance(word, own) <= 1)));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
