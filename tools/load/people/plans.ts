import { randomUUID } from 'node:crypto';
import { StackError } from '../../stack/stack-error';
import type { RestaurantApi } from '../restaurant-api';
import type { Plan } from './turns';
import { dishesOf, lineOf, wishOf } from './wish';

/** What each of so many people will order, priced by the API before anybody says a word. Their accounts are new. */
export async function planAll(api: RestaurantApi, people: number): Promise<Plan[]> {
  const dishes = dishesOf(await api.restaurants());
  if (dishes.length === 0) throw new StackError('No restaurant takes an order at this hour.');
  const run = randomUUID().slice(0, 8);
  const plans: Plan[] = [];
  for (let person = 0; person < people; person += 1) {
    const wish = wishOf(person, dishes);
    const price = (quantity: number) => api.quote({ restaurant_name: wish.dish.restaurant, items: [lineOf(wish.dish, quantity)] });
    const [firstQuote, quote] = await Promise.all([price(wish.firstQuantity), price(wish.quantity)]);
    plans.push({ wish, firstQuote, quote, username: `load-${run}-${person}`, password: `Secret-${randomUUID()}` });
  }
  return plans;
}
