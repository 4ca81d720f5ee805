import type { Restaurant } from '@foodie-express/contracts';
import type { z } from 'zod';
import { localTime } from '../../../conversation/order-summary';
import { itemMatchesResultSchema, menuResultSchema, openingHoursResultSchema, type restaurantCardSchema, restaurantsResultSchema } from '../../../tools/results';
import { hoursAt, type MomentAsked } from '../questions/asked-hours';
import type { Dialogue } from '../dialogue';
import { type Move, say } from '../move';
import type { ToolOutcome } from './tool-outcome';

/** As many restaurants as one reply lists. */
const MAX_PLACES = 20;

export function sayRestaurants({ result, tool, parameters }: ToolOutcome, { catalogue }: Dialogue): Move {
  const { restaurants, total } = restaurantsResultSchema.parse(result);
  if (restaurants.length === 0) {
    const wanted = typeof parameters === 'object' && parameters !== null && 'cuisine' in parameters ? `${String(parameters.cuisine)} restaurants` : 'restaurants that are open now';
    return say(`😔 We have no ${wanted} at the moment. Our cuisines: ${catalogue.cuisines.join(', ')}. Which one would you like?`, catalogue.cuisines.slice(0, 4));
  }
  const names = restaurants.map(({ name }) => name);
  const more = total > restaurants.length ? `\n… and ${total - restaurants.length} more: name a cuisine to see fewer.` : '';
  const [only] = restaurants;
  if (tool === 'get_restaurant_by_name' && only !== undefined) return say(`${card(only, 0).replace(/^1\. /, '')}\nWould you like to see its menu?`, [`Menu of ${only.name}`], { restaurant: only.name });
  const isOpenAsked = typeof parameters === 'object' && parameters !== null && 'open_now' in parameters && parameters.open_now === true;
  const heading = isOpenAsked ? 'Open now:' : tool === 'search_restaurants_by_cuisine' ? `${restaurants[0]?.cuisine ?? ''} restaurants:` : 'Here are our restaurants:';
  return say(`${heading}\n${restaurants.map(card).join('\n')}${more}\nWhose menu would you like to see? Say its name or number.`, names.slice(0, 4), {
    list: { kind: 'restaurants', names },
    question: undefined,
    dish: undefined,
    ...(names.length === 1 && names[0] !== undefined && { restaurant: names[0] }),
  });
}

/** Places that were asked for, with what their hours say of the time that was asked about. */
export function sayPlaces(restaurants: readonly Restaurant[], heading: string, moment?: MomentAsked): Move {
  const listed = restaurants.slice(0, MAX_PLACES).map((restaurant, index) => {
    const { rating, opens_at, timezone } = restaurant;
    const told = moment === undefined ? '' : hoursAt(restaurant.hours, moment).map(({ days, opens, closes }) => `, ${days.length === 7 ? '' : `${dayNames(days)} `}${opens} to ${closes}`).join('');
    return `${card({ ...restaurant, rating: rating ?? undefined, opens_at: opens_at === null ? undefined : localTime(opens_at, timezone) }, index)}${told}`;
  });
  const names = restaurants.slice(0, MAX_PLACES).map(({ name }) => name);
  const more = restaurants.length > names.length ? [`… and ${String(restaurants.length - names.length)} more.`] : [];
  return say([heading, ...listed, ...more, 'Whose menu would you like to see? Say its name or number.'].join('\n'), names.slice(0, 4), {
    list: { kind: 'restaurants', names },
    question: undefined,
    dish: undefined,
    ...(names.length === 1 && names[0] !== undefined && { restaurant: names[0] }),
  });
}

export function saySellers({ result }: ToolOutcome): Move {
  const { item_name, matches } = itemMatchesResultSchema.parse(result);
  if (matches.length === 0) return say(`😔 Nobody sells "${item_name}" right now. Try another dish, or say "show restaurants".`, ['Show restaurants']);
  const listed = matches.map(({ restaurant, items, open_now }, index) => {
    const found = items.map(({ name, price }) => `${name} ${price}`).join(', ');
    return `${index + 1}. ${restaurant}: ${found}${open_now ? '' : ' (closed now)'}`;
  });
  const [first, ...others] = matches;
  if (first !== undefined && others.length === 0 && first.items.length > 1) return sayDishesAt(first, item_name);
  const example = first?.items[0]?.name ?? item_name;
  const names = matches.map(({ restaurant }) => restaurant);
  const isOne = matches.length === 1 && first?.items.length === 1;
  if (isOne) return say(`${example}, ${first.restaurant}: ${first.items[0]?.price ?? ''}${first.open_now ? '' : ' (closed now)'}\nHow many would you like?`, ['1', '2'], { restaurant: first.restaurant, dish: item_name, list: { kind: 'restaurants', names }, question: { kind: 'how_many', restaurant: first.restaurant, item: example } });
  return say(`${listed.join('\n')}\nTell me how many and from where, for example: 1 ${example} from ${first?.restaurant ?? ''}`, [`1 ${example} from ${first?.restaurant ?? ''}`], {
    list: { kind: 'restaurants', names },
    dish: item_name,
    ...(names.length === 1 && first !== undefined && { restaurant: first.restaurant }),
    question: undefined,
  });
}

/** Several dishes of the one place that has them: each is an entry of its own. */
function sayDishesAt({ restaurant, items, open_now }: z.infer<typeof itemMatchesResultSchema>['matches'][number], wanted: string): Move {
  const listed = items.map(({ name, price }, index) => `${String(index + 1)}. ${name}, ${restaurant}: ${price}${open_now ? '' : ' (closed now)'}`);
  const example = `1 ${items[0]?.name ?? wanted} from ${restaurant}`;
  return say(`${listed.join('\n')}\nShall I order one? For example: ${example}`, [example], { restaurant, dish: wanted, question: undefined, list: { kind: 'dishes', names: items.map(({ name }) => `${name} from ${restaurant}`) } });
}

export function sayMenu({ result }: ToolOutcome): Move {
  const { restaurant, items, open_now, opens_at } = menuResultSchema.parse(result);
  if (items.length === 0) return say(`${restaurant} has nothing on its menu right now. Say "show restaurants" to see others.`, ['Show restaurants'], { restaurant });
  const listed = items.map(({ name, price, sold_out }, index) => `${index + 1}. ${name}: ${price}${sold_out === true ? ' (sold out)' : ''}`);
  const example = items.find(({ sold_out }) => sold_out !== true)?.name ?? '';
  return say(`Menu of ${restaurant}${closedNote(open_now, opens_at)}:\n${listed.join('\n')}\nWhat would you like? For example: 2 ${example}`, [`2 ${example}`], {
    restaurant,
    question: undefined,
    list: { kind: 'items', names: items.map(({ name }) => name) },
  });
}

export function sayOpeningHours({ result }: ToolOutcome): Move {
  const { restaurant, open_now, opens_at, hours } = openingHoursResultSchema.parse(result);
  const now = open_now ? `${restaurant} is open now.` : `${restaurant} is closed now${opens_at === undefined ? '' : `; it opens ${opens_at}`}.`;
  const listed = hours.map(({ days, opens, closes }) => `${days.charAt(0).toUpperCase()}${days.slice(1)}: ${opens} to ${closes}`);
  return say([now, ...listed, 'Would you like to see the menu?'].join('\n'), [`Menu of ${restaurant}`], { restaurant });
}

function dayNames(days: Restaurant['hours'][number]['days']): string {
  return days.map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`).join(', ');
}

function card({ name, cuisine, area, rating, open_now, opens_at }: z.infer<typeof restaurantCardSchema>, index: number): string {
  return `${index + 1}. ${name} (${cuisine}), ${area}${rating === undefined ? '' : ` ⭐ ${rating}`}${closedNote(open_now, opens_at)}`;
}

function closedNote(openNow: boolean, opensAt: string | undefined): string {
  if (openNow) return '';
  return opensAt === undefined ? ' (closed now)' : ` (closed now, opens ${opensAt})`;
}
