import type { Order, OrderInput, Quote, StatusChange } from '@foodie-express/contracts';

const input: OrderInput = {
  restaurant_name: 'Thepla House',
  items: [{ item_name: 'Masala Thepla', quantity: 2, options: [{ group_id: 'sides', choice_id: 'curd' }], notes: 'extra crisp' }],
};

const quote: Quote = {
  restaurant_id: '69a41e1eeaa31495b46652ce',
  restaurant_name: 'Thepla House',
  currency: 'INR',
  lines: [
    {
      item_id: 'masala_thepla',
      item_name: 'Masala Thepla',
      quantity: 2,
      base_price: 60,
      unit_price: 75,
      line_total: 150,
      options: [{ group_id: 'sides', choice_id: 'curd', name: 'Curd', price: 15 }],
      notes: 'extra crisp',
    },
  ],
  subtotal: 150,
  tax: { name: 'GST', rate: 0.05, included_in_prices: false, amount: 7.5 },
  total_price: 157.5,
  scheduled_for: null,
};

const placed: Order = {
  id: '69a41f3ceaa31495b46652d8',
  user_id: '69a41f3ceaa31495b46652d3',
  username: 'asha',
  status: 'placed',
  order_date: '2026-03-01T11:11:00.734Z',
  ...quote,
  items: [{ item_name: 'Masala Thepla', quantity: 2, price: 75 }],
};

const history: StatusChange[] = [
  {
    from: null,
    to: 'placed',
    at: placed.order_date,
    by: { id: placed.user_id, username: 'asha', role: 'user' },
    request_id: '8a450387-8fc9-4825-baef-52544e932f9c',
  },
];

/** What of the orders' calls the documentation shows. */
export const orderExamples = {
  input,
  quote,
  placed,
  history,
  cancelled: { ...placed, status: 'cancelled' },
  statusInput: { status: 'confirmed' },
  confirmed: { ...placed, status: 'confirmed' },
  notPossibleNow: [
    { code: 'conflict', detail: 'The price of Masala Thepla is ₹60, not 50', errors: [{ path: 'items.0.price', message: 'should be 60, got 50' }] },
    { code: 'conflict', detail: 'Masala Thepla is sold out at the moment', errors: [{ path: 'items.0', message: 'Masala Thepla is sold out at the moment' }] },
    { code: 'conflict', detail: 'Thepla House is closed and takes no orders ahead. It opens Monday, 2 March at 07:30 (Asia/Kolkata).' },
  ],
  unknownRestaurant: [{ code: 'not_found', detail: "Restaurant 'Thepla Hose' not found" }],
  ofSomebodyElse: [{ code: 'forbidden', detail: 'This is the order of somebody else.' }],
  tooLate: [{ code: 'conflict', detail: 'The order is being prepared and can no longer be cancelled' }],
  wrongStep: [{ code: 'conflict', detail: 'An order that is placed cannot become delivered: next may come confirmed, cancelled' }],
} as const;
