import { randomUUID } from 'node:crypto';
import { type Restaurant, type RestaurantInput, restaurantSchema } from '@foodie-express/contracts';
import type { Person } from './person';

/** A restaurant that is always open, unless `change` says otherwise. */
export function pizzeria(change: Partial<RestaurantInput> = {}) {
  return {
    name: `Pizzeria ${randomUUID().slice(0, 8)}`,
    area: 'Navrangpura, Ahmedabad',
    cuisine: 'Italian',
    tax: { name: 'GST', rate: 0.05, included_in_prices: false },
    option_groups: [
      { id: 'size', name: 'Size', min: 1, max: 1, default: 'medium', choices: [{ id: 'medium', name: 'Medium' }, { id: 'large', name: 'Large', price: 120 }] },
      { id: 'toppings', name: 'Toppings', max: 3, negatable: true, choices: [{ id: 'basil', name: 'Basil' }, { id: 'olives', name: 'Olives', price: 30 }] },
    ],
    items: [
      { item_name: 'Margherita Pizza', price: 180, category: 'pizza', option_groups: ['size', 'toppings'] },
      { item_name: 'Cola', price: 40.5, category: 'drinks' },
      { item_name: 'Tiramisu', price: 150, category: 'desserts', available: false },
    ],
    ...change,
  };
}

export async function addRestaurant(admin: Person, change: Partial<RestaurantInput> = {}): Promise<Restaurant> {
  const response = await admin.post('/restaurants/', pizzeria(change)).expect(201);
  return restaurantSchema.parse(response.body);
}

export function pathOf({ name }: { name: string }): string {
  return `/restaurants/${encodeURIComponent(name)}`;
}
