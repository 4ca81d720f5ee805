import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { type Move } from '../../move';
import { numberOf, wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';

/** Kinds of dishes, as they are asked for, as a menu may name them, and as they are told back. */
const KINDS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\b(?:drinks?|beverages?|to drink|cold drinks?|soft drinks?)\b/, /drink|beverage|juice|shake/i, 'drinks'],
  [/\b(?:desserts?|sweets?|for afters|sweet dish(?:es)?)\b/, /dessert|sweet|mithai/i, 'desserts'],
  [/\b(?:starters?|appeti[sz]ers?)\b/, /starter|appeti|chaat|farsan/i, 'starters'],
];
const ASKED = /^(?:(?:and|so|but|ok|also|then|oh|wait|hey)[ ,]+)*(?:what(?:'s| is| are| do| does| can| kind| sort)?|which|is there|are there|any|anything|something|do(?:es)?|have|has|show|list|got)\b/;
const THERE = /\b(?:there|they|their|here|it)\b/;

/** "What's in the Chocolate Room to drink?", "does Honest have desserts?": of one place, also where that has none. */
export function kindsAt(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const said = mention?.rest ?? text;
  const [, category, name = ''] = KINDS.find(([spoken]) => spoken.test(said)) ?? [];
  const place = mention !== undefined || THERE.test(text) ? catalogue.find(restaurantSpokenOf(dialogue)) : undefined;
  const isDish = catalogue.dishNamesIn(said).length > 0 || wordsOf(text).some((word) => word !== 'do' && numberOf(word) !== undefined);
  if (category === undefined || place === undefined || !ASKED.test(text) || isDish) return undefined;
  const isOfKind = ({ item }: { readonly item: (typeof place.items)[number] }) => category.test(item.category ?? '') && item.available !== false;
  const dishes = place.items.map((item) => ({ restaurant: place, item })).filter(isOfKind);
  if (dishes.length > 0) return sayDishes(dishes, `At ${place.name}:`);
  const city = place.area.split(', ').at(-1);
  const others = [...new Set(catalogue.dishes.filter((dish) => isOfKind(dish) && dish.restaurant.area.split(', ').at(-1) === city).map(({ restaurant, item }) => `${item.item_name} at ${restaurant.name}`))].slice(0, MAX_OTHERS);
  const elsewhere = others.length === 0 ? '' : ` There is ${others.join(', ')}, but one order is from one restaurant.`;
  return answered(dialogue, `${place.name} has no ${name} on its menu.${elsewhere}`, { ask: 'Would you like to see its menu?', suggestions: [`Menu of ${place.name}`] }, { restaurant: place.name });
}

const MAX_OTHERS = 3;
