import type { Restaurant } from '@foodie-express/contracts';
import { z } from 'zod';
import { money } from '../conversation/order-summary';
import type { recommendationsResultSchema } from './results';
import { defineTool } from './tool';

const MAX_LISTED = 5;

/** A dish with no ratings counts as one of this rating and this many ratings, so that one enthusiast does not outweigh hundreds. */
const PRIOR = { rating: 3.8, ratings: 20 };

export const recommend = defineTool({
  name: 'recommend',
  description: 'The best rated dishes, of all restaurants or of one, an area, a cuisine, a diet or up to a price.',
  parameters: z.strictObject({
    restaurant_name: z.string().trim().min(1).max(100).optional(),
    area: z.string().max(100).optional(),
    cuisine: z.string().max(100).optional(),
    category: z.string().max(100).optional().describe('Kind of dish, as menus name it: dessert, drinks, breads.'),
    dietary: z.string().max(30).optional().describe('As menus mark it: vegetarian, vegan.'),
    dish: z.string().max(100).optional().describe('A word of its name.'),
    max_price: z.number().min(0).optional(),
    min_price: z.number().min(0).optional(),
    cheapest: z.boolean().optional().describe('true to list the cheapest first.'),
    option: z.string().max(30).optional().describe('A word of an option that it can be had with: spicy, cheese.'),
    currency: z.string().max(3).optional().describe('Of max_price; the most common one where none is given.'),
  }),
  run: async ({ restaurant_name, area, cuisine, category, dietary, dish, max_price, min_price, cheapest, option, currency }, { api }): Promise<z.infer<typeof recommendationsResultSchema>> => {
    const restaurants = restaurant_name === undefined ? await api.listAllRestaurants() : [await api.getRestaurant(restaurant_name)];
    const dishes = restaurants
      .filter((restaurant) => area === undefined || restaurant.area.toLowerCase().includes(area.toLowerCase()))
      .filter((restaurant) => cuisine === undefined || restaurant.cuisine.toLowerCase() === cuisine.toLowerCase())
      .flatMap((restaurant) => restaurant.items.map((item) => ({ restaurant, item })))
      .filter(({ item }) => item.available !== false && (dietary === undefined || item.dietary?.includes(dietary.toLowerCase()) === true))
      .filter(({ item }) => category === undefined || item.category?.toLowerCase().includes(category.toLowerCase()) === true)
      .filter(({ item }) => dish === undefined || `${item.item_name} ${item.aliases?.join(' ') ?? ''}`.toLowerCase().includes(dish.toLowerCase()))
      .filter(({ restaurant, item }) => option === undefined || hasOption(restaurant, item, option.toLowerCase()));
    // Prices compare within one currency alone.
    const compared = max_price === undefined && cheapest !== true ? dishes : dishes.filter(({ restaurant }) => restaurant.currency === (currency ?? mostCommonCurrency(dishes.map((each) => each.restaurant))));
    const sorted = compared
      .filter(({ item }) => (max_price === undefined || item.price <= max_price) && (min_price === undefined || item.price >= min_price))
      .sort((left, right) =>
        cheapest === true ? left.item.price - right.item.price : Number(right.restaurant.open_now) - Number(left.restaurant.open_now) || score(right.item) - score(left.item),
      );
    const found = sorted.slice(0, MAX_LISTED).map(({ restaurant, item }) => ({
      item: item.item_name,
      restaurant: restaurant.name,
      price: money(item.price, restaurant.currency),
      ...(item.rating !== undefined && { rating: item.rating }),
      open_now: restaurant.open_now,
    }));
    return { dishes: found, ...(dietary !== undefined && { dietary }), ...(category !== undefined && { category }), ...(max_price !== undefined && { limited: true }) };
  },
});

function hasOption({ option_groups }: Restaurant, { option_groups: ids = [] }: Restaurant['items'][number], word: string): boolean {
  return option_groups.some(({ id, name, choices }) => ids.includes(id) && [name, ...choices.map((choice) => choice.name)].some((each) => each.toLowerCase().includes(word)));
}

function mostCommonCurrency(restaurants: readonly Restaurant[]): string | undefined {
  const count = (currency: string) => restaurants.filter((restaurant) => restaurant.currency === currency).length;
  return [...new Set(restaurants.map(({ currency }) => currency))].sort((left, right) => count(right) - count(left))[0];
}

function score({ rating, total_ratings: ratings = 0 }: Restaurant['items'][number]): number {
  return ((rating ?? PRIOR.rating) * ratings + PRIOR.rating * PRIOR.ratings) / (ratings + PRIOR.ratings);
}
