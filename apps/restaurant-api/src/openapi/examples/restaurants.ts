import type { CuisineCount, Menu, Restaurant } from '@foodie-express/contracts';

const size = {
  id: 'size',
  name: 'Size',
  min: 1,
  max: 1,
  default: 'small',
  choices: [
    { id: 'small', name: 'Small', price: 0, available: true },
    { id: 'large', name: 'Large', price: 15, available: true },
  ],
};

const input = {
  name: 'Chai Corner',
  area: 'Navrangpura, Ahmedabad',
  cuisine: 'Cafe',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], opens: '07:00', closes: '22:00' }] satisfies Restaurant['hours'],
  tax: { name: 'GST', rate: 0.05, included_in_prices: false },
  option_groups: [{ ...size, choices: [{ id: 'small', name: 'Small' }, { id: 'large', name: 'Large', price: 15 }] }],
  items: [{ item_name: 'Masala Chai', price: 25, category: 'drinks', option_groups: ['size'] }],
};

const restaurant: Restaurant = {
  id: '69a41f3ceaa31495b46652d6',
  ...input,
  rating: null,
  currency: 'INR',
  timezone: 'Asia/Kolkata',
  open_now: false,
  opens_at: '2026-03-02T01:30:00.000Z',
  delivers: true,
  accepts_preorders: false,
  option_groups: [size],
  items: [{ id: 'masala_chai', item_name: 'Masala Chai', category: 'drinks', price: 25, available: true, option_groups: ['size'] }],
};

const menu: Menu = {
  restaurant: 'Chai Corner',
  currency: 'INR',
  categories: [{ id: 'drinks', names: ['drinks'] }],
  items: [{ id: 'masala_chai', name: 'Masala Chai', category: 'drinks', price: 25, available: true, option_groups: ['size'] }],
  option_groups: [size],
};

const cuisines: CuisineCount[] = [{ cuisine: 'Cafe', restaurants: 2 }, { cuisine: 'Gujarati', restaurants: 3 }];

/** What of the restaurants' calls the documentation shows. */
export const restaurantExamples = {
  input,
  restaurant,
  menu,
  cuisines,
  change: { accepts_preorders: true },
  changed: { ...restaurant, accepts_preorders: true },
  removed: { message: "Restaurant 'Chai Corner' removed" },
  nameTaken: [
    { code: 'already_exists', detail: "A restaurant with the name 'Chai Corner' exists already", errors: [{ path: 'name', message: 'is in use already' }] },
  ],
  lostUpdate: [
    { code: 'conflict', status: 412, detail: 'Chai Corner was changed by somebody else meanwhile. Please read it again and repeat the change.' },
  ],
} as const;
