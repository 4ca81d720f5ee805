import type { Menu, OpeningHours, Restaurant } from '@foodie-express/contracts';
import { z } from 'zod';
import { localTime, money } from '../conversation/order-summary';
import type { itemMatchesResultSchema, menuResultSchema, openingHoursResultSchema, restaurantCardSchema, restaurantsResultSchema } from './results';
import { defineTool, type Tool } from './tool';

const nameParameter = z.string().trim().min(1).max(100);
const restaurantParameters = z.strictObject({ restaurant_name: nameParameter.describe('Name of the restaurant.') });

/** As many restaurants as one reply can list. */
const MAX_LISTED = 20;

/** Longer menus are told without descriptions, for what they say to fit into a turn: 200 dishes with theirs take more tokens than one has. */
const MAX_DESCRIBED = 50;

const bestRatedParameter = z.boolean().optional().describe('true to list the best rated first.');

const getAllRestaurants = defineTool({
  name: 'get_all_restaurants',
  description: 'Lists restaurants with cuisine, area and rating.',
  parameters: z.strictObject({
    open_now: z.boolean().optional().describe('Only those that are open now.'),
    area: z.string().max(100).optional().describe('A town or a quarter of it.'),
    best_rated: bestRatedParameter,
  }),
  run: async ({ open_now, area = '', best_rated }, { api }) => {
    const restaurants = await api.listAllRestaurants();
    const isThere = (restaurant: Restaurant) => restaurant.area.toLowerCase().includes(area.toLowerCase());
    const found = restaurants.filter((restaurant) => isThere(restaurant) && (open_now !== true || restaurant.open_now));
    return restaurantsResult(best_rated === true ? bestFirst(found) : found);
  },
});

const searchByCuisine = defineTool({
  name: 'search_restaurants_by_cuisine',
  description: 'Lists the restaurants of a cuisine.',
  parameters: z.strictObject({ cuisine: nameParameter, best_rated: bestRatedParameter }),
  run: async ({ cuisine, best_rated }, { api }) => {
    const found = await api.listRestaurants({ cuisine });
    return restaurantsResult(best_rated === true ? bestFirst(found) : found);
  },
});

const getRestaurant = defineTool({
  name: 'get_restaurant_by_name',
  description: 'One restaurant: cuisine, area, rating, whether it is open.',
  parameters: restaurantParameters,
  run: async ({ restaurant_name }, { api }) => restaurantsResult([await api.getRestaurant(restaurant_name)]),
});

const searchByItem = defineTool({
  name: 'search_restaurants_by_item',
  description: 'Finds the restaurants that sell a dish, with prices.',
  parameters: z.strictObject({ item_name: nameParameter.describe('A dish, or a word of its name.') }),
  run: async ({ item_name }, { api }) => itemMatches(item_name, await api.searchItems(item_name)),
});

const getMenu = defineTool({
  name: 'get_menu',
  description: 'The menu of a restaurant: items with prices, and the options they take.',
  parameters: restaurantParameters,
  run: async ({ restaurant_name }, { api }) => {
    const [restaurant, menu] = await Promise.all([api.getRestaurant(restaurant_name), api.getMenu(restaurant_name)]);
    return menuResult(restaurant, menu);
  },
});

const getOpeningHours = defineTool({
  name: 'get_opening_hours',
  description: 'When a restaurant is open.',
  parameters: restaurantParameters,
  run: async ({ restaurant_name }, { api }) => openingHours(await api.getRestaurant(restaurant_name)),
});

export const discoveryTools: readonly Tool[] = [getAllRestaurants, searchByCuisine, getRestaurant, searchByItem, getMenu, getOpeningHours];

function bestFirst(restaurants: readonly Restaurant[]): Restaurant[] {
  return restaurants.toSorted((left, right) => (right.rating ?? 0) - (left.rating ?? 0));
}

function restaurantsResult(restaurants: readonly Restaurant[]): z.infer<typeof restaurantsResultSchema> {
  return { restaurants: restaurants.slice(0, MAX_LISTED).map(restaurantCard), total: restaurants.length };
}

function restaurantCard(restaurant: Restaurant): z.infer<typeof restaurantCardSchema> {
  const { name, area, cuisine, rating, open_now } = restaurant;
  return { name, area, cuisine, ...(rating !== null && { rating }), open_now, ...opening(restaurant) };
}

function opening({ opens_at, timezone }: Restaurant): { opens_at?: string } {
  return opens_at === null ? {} : { opens_at: localTime(opens_at, timezone) };
}

function itemMatches(itemName: string, restaurants: readonly Restaurant[]): z.infer<typeof itemMatchesResultSchema> {
  const matches = restaurants.slice(0, MAX_LISTED).map(({ name, open_now, items, currency }) => ({
    restaurant: name,
    open_now,
    items: matching(itemName, items).map(({ item_name, price }) => ({ name: item_name, price: money(price, currency) })),
  }));
  return { item_name: itemName, matches };
}

/** The items that made a restaurant match; all of its items where the API knows better than we do why it matched. */
function matching(itemName: string, items: Restaurant['items']): Restaurant['items'] {
  const wanted = itemName.toLowerCase();
  const found = items.filter(({ item_name, aliases = [] }) => [item_name, ...aliases].some((name) => name.toLowerCase().includes(wanted)));
  return (found.length > 0 ? found : items).slice(0, MAX_LISTED);
}

function menuResult(restaurant: Restaurant, { items, option_groups }: Menu): z.infer<typeof menuResultSchema> {
  const { name, open_now, currency } = restaurant;
  return {
    restaurant: name,
    open_now,
    ...opening(restaurant),
    items: items.map((item) => ({
      name: item.name,
      price: money(item.price, currency),
      category: item.category,
      ...(item.description !== undefined && items.length <= MAX_DESCRIBED && { description: item.description }),
      ...(item.dietary !== undefined && item.dietary.length > 0 && { dietary: item.dietary }),
      ...(item.option_groups !== undefined && { options: item.option_groups }),
      ...(item.available === false && { sold_out: true }),
    })),
    options: option_groups.map((group) => ({
      id: group.id,
      name: group.name,
      required: (group.min ?? 0) > 0,
      choices: group.choices.map(({ name: choice, price = 0 }) => (price === 0 ? choice : `${choice} (${price > 0 ? '+' : '-'}${money(Math.abs(price), currency)})`)),
    })),
  };
}

function openingHours(restaurant: Restaurant): z.infer<typeof openingHoursResultSchema> {
  const hours = restaurant.hours.map(({ days, opens, closes }: OpeningHours) => ({ days: dayNames(days), opens, closes }));
  return { restaurant: restaurant.name, open_now: restaurant.open_now, ...opening(restaurant), hours };
}

function dayNames(days: OpeningHours['days']): string {
  if (days.length === 7) return 'every day';
  return days.map((day) => day.charAt(0).toUpperCase() + day.slice(1)).join(', ');
}
