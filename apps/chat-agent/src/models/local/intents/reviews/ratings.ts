import { askedAbout } from '../../questions/asked-about';
import type { Dish } from '../../catalogue/catalogue';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { call, type Move } from '../../move';
import { answered } from '../../wording/answered';

const RATED = /\b(?:rated|ratings?|how many stars|people rate|any good|how good|worth (?:it|trying|ordering)|loved|popularity)\b|^(?:and |so |but )?(?:is|are|was) .* (?:good|nice|tasty|popular|famous)$/;
const REVIEWS = /\b(?:reviews?|feedback|people (?:say|think)|complain\w*)\b/;
const PLACE = /\b(?:restaurants?|places?|shops?|they|their|here|there)\b/;
const COMPARED = /\b(?:which|better|best|highest|higher|top|than|more|most|lowest|worst|least)\b/;
const MAX_TOLD = 5;

/** "How is the pav bhaji rated?", "how many stars does Swati have?" */
export function ratings(dialogue: Dialogue): Move | undefined {
  const { text, mention } = dialogue;
  if (!RATED.test(text) || REVIEWS.test(text) || COMPARED.test(text)) return undefined;
  const { dishes, how } = askedAbout(dialogue);
  if (how === 'named' || (how === 'pointed at' && !PLACE.test(text))) return rated(dialogue, dishes);
  const restaurant = mention !== undefined || PLACE.test(text) ? restaurantSpokenOf(dialogue) : undefined;
  return restaurant === undefined ? undefined : call('get_reviews', { restaurant_name: restaurant });
}

function rated(dialogue: Dialogue, dishes: readonly Dish[]): Move {
  const lines = dishes.slice(0, MAX_TOLD).map(({ restaurant, item }) => {
    const count = item.total_ratings === undefined ? '' : ` from ${item.total_ratings.toLocaleString('en')} ratings`;
    return `${item.item_name} (${restaurant.name}): ${item.rating === undefined ? 'nobody has rated it yet' : `⭐ ${String(item.rating)}${count}`}`;
  });
  const [first] = dishes;
  const example = `1 ${first?.item.item_name ?? ''} from ${first?.restaurant.name ?? ''}`;
  return answered(dialogue, lines.join('\n'), { ask: `Would you like one? For example: ${example}`, suggestions: [example] }, {
    dish: first?.item.item_name.toLowerCase(),
    ...(dishes.length === 1 && first !== undefined && { restaurant: first.restaurant.name, question: { kind: 'how_many', restaurant: first.restaurant.name, item: first.item.item_name } }),
    ...(dishes.length > 1 && { list: { kind: 'dishes', names: dishes.slice(0, MAX_TOLD).map(({ item, restaurant }) => `${item.item_name} from ${restaurant.name}`) } }),
  });
}
