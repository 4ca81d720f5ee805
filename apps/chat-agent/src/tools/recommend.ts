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
  description: 'The best rated dishes, of all restaurants or of one, a cuisine, a diet or up to a price.',
  parameters: z.strictObject({
    restaurant_name: z.string().max(100).optional(),
    cuisine: z.string().max(100).optional(),
    category: z.string().max(100).optional().describe('Kind of dish, as menus name it: dessert, drinks, breads.'),
    dietary: z.string().max(30).optional().describe('As menus mark it: vegetarian, vegan.'),
    max_price: z.number().min(0).optional(),
  }),
  run: async ({ restaurant_name, cuisine, category, dietary, max_price }, { api }): Promise<z.infer<typeof recommendationsResultSchema>> => {
    const restaurants = restaurant_name === undefined ? await api.listAllRestaurants() : [await api.getRestaurant(restaurant_name)];
    const dishes = restaurants
      .filter((restaurant) => cuisine === undefined || restaurant.cuisine.toLowerCase() === cuisine.toLowerCase())
      .flatMap((restaurant) => restaurant.items.map((item) => ({ restaurant, item })))
      .filter(({ item }) => item.available !== false && (dietary === undefined || item.dietary?.includes(dietary.toLowerCase()) === true))
      .filter(({ item }) => category === undefined || item.category?.toLowerCase().includes(category.toLowerCase()) === true)
      .filter(({ item }) => max_price === undefined || item.price <= max_price)
      .sort((left, right) => Number(right.restaurant.open_now) - Number(left.restaurant.open_now) || score(right.item) - score(left.item));
    const found = dishes.slice(0, MAX_LISTED).map(({ restaurant, item }) => ({
      item: item.item_name,
      restaurant: restaurant.name,
      price: money(item.price, restaurant.currency),
      ...(item.rating !== undefined && { rating: item.rating }),
      open_now: restaurant.open_now,
    }));
    return { dishes: found, ...(dietary !== undefined && { dietary }) };
  },
});

function score({ rating, total_ratings: ratings = 0 }: Restaurant['items'][number]): number {
  return ((rating ?? PRIOR.rating) * ratings + PRIOR.rating * PRIOR.ratings) / (ratings + PRIOR.ratings);
}
