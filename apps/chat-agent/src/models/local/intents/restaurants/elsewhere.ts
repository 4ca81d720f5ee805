import { askedAbout, dishesEverywhere } from '../../questions/asked-about';
import type { Dish } from '../../catalogue/catalogue';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { type Move } from '../../move';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';

const ELSE = /\b(?:(?:who|where|anyone|anybody|somewhere|anywhere|someone|which (?:place|restaurant)) else|elsewhere|(?:an)?other (?:places?|restaurants?|shops?|one)|different (?:place|restaurant|shop))\b/;
const ASKS = /^(?:(?:and|so|but|ok)[ ,]+)*(?:who|where|which|is|are|does|do|can|could|any|anyone|what|somewhere|anywhere)\b|\?\s*$/;
const SELLING = /\b(?:sells?|has|have|with|serves?|makes?|does|offers?|get|got|for|of|buy|find|order|doing)\b/;
const COMPARED = /\b(?:cheap\w*|better|best|expensive|less|rated)\b/;

/** Whether a sentence asks for other places than the one that is spoken of. */
export function asksElsewhere(text: string): boolean {
  return ELSE.test(text) && !COMPARED.test(text);
}

/** "Is there another place with that thali?", "who else sells dosa?": everybody but the place that is spoken of. */
export function elsewhere(dialogue: Dialogue): Move | undefined {
  const { text, message, facts } = dialogue;
  if (!asksElsewhere(text) || !(ASKS.test(text) || ASKS.test(message))) return undefined;
  const named = dishesEverywhere(dialogue);
  const { dishes, how } = askedAbout(dialogue);
  if (named.length === 0 && (how !== 'pointed at' || !SELLING.test(text))) return undefined;
  const here = facts.order?.restaurantName ?? restaurantSpokenOf(dialogue);
  const others = (named.length > 0 ? named : sameOf(dialogue, dishes)).filter(({ restaurant }) => restaurant.name !== here);
  const [meant] = dishes;
  const name = meant?.item.item_name ?? 'it';
  if (others.length > 0) return sayDishes(others, `Besides ${here ?? 'that'} there is:`);
  const kind = kindOf(dialogue, name).filter(({ restaurant }) => restaurant.name !== here);
  if (kind.length > 0) return sayDishes(kind, `${name} is sold nowhere else, but there is:`);
  return answered(dialogue, `No other place has ${name}: only ${meant?.restaurant.name ?? here ?? 'that one'} sells it.`, { ask: 'How many would you like?', suggestions: ['1', '2'] }, meant === undefined ? {} : { question: { kind: 'how_many', restaurant: meant.restaurant.name, item: name } });
}

function sameOf({ catalogue }: Dialogue, dishes: readonly Dish[]): Dish[] {
  return dishes.flatMap(({ item }) => catalogue.dishesCalled(item.item_name.toLowerCase()));
}

/** "Thali" of a Kathiyawadi Thali. */
function kindOf({ catalogue }: Dialogue, name: string): Dish[] {
  const kind = name.toLowerCase().split(' ').at(-1) ?? '';
  return kind.length < 4 ? [] : catalogue.dishesCalled(kind);
}
