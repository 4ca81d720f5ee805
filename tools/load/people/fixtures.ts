import type { Order, Quote, Restaurant } from '@foodie-express/contracts';
import type { Plan } from './turns';

/** A restaurant that is open, with a dish for each price. */
export function restaurantWith(prices: Readonly<Record<string, number>>, changes: Partial<Restaurant> = {}): Restaurant {
  return {
    ...{ id: 'r', name: 'Thepla House', area: 'Navrangpura', cuisine: 'Gujarati', currency: 'INR', timezone: 'Asia/Kolkata', rating: null },
    ...{ hours: [], delivers: true, accepts_preorders: false, open_now: true, opens_at: null, option_groups: [] },
    items: Object.entries(prices).map(([name, price]) => ({ id: name.toLowerCase().replaceAll(' ', '_'), item_name: name, price })),
    ...changes,
  };
}

export function quoteFor(dish: string, quantity: number): Quote {
  const line = { item_id: 'x', item_name: dish, quantity, base_price: 60, unit_price: 60, line_total: 60 * quantity, options: [] };
  return { restaurant_id: 'r', restaurant_name: 'Thepla House', currency: 'INR', lines: [line], subtotal: 60 * quantity, tax: null, total_price: 60 * quantity, scheduled_for: null };
}

/** Somebody who orders three Masala Thepla and then rather two. */
export function thePlan(username = 'asha'): Plan {
  const dish = { restaurant: 'Thepla House', name: 'Masala Thepla', option: undefined, optionWord: '' };
  return { wish: { dish, firstQuantity: 3, quantity: 2 }, firstQuote: quoteFor(dish.name, 3), quote: quoteFor(dish.name, 2), username, password: 'none' };
}

export function orderOf(username: string, dish: string, quantity: number): Order {
  const quote = quoteFor(dish, quantity);
  return { ...quote, id: 'o', user_id: 'u', username, status: 'placed', order_date: '2026-03-02T12:00:00Z', items: [{ item_name: dish, quantity, price: 60 }] };
}
