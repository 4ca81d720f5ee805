/** Bodies that the documentation shows; a test holds each against the schema of its call. */
export const examples = {
  registration: { username: 'asha', email: 'asha@example.org', password: 'masala-chai-1' },
  credentials: { username: 'asha', password: 'masala-chai-1' },
  refresh: { refresh_token: '64f0c2a7b1d4e8f901234567.p2Y3…' },
  passwordChange: { current_password: 'masala-chai-1', new_password: 'masala-chai-2' },
  order: {
    restaurant_name: 'Thepla House',
    items: [{ item_name: 'Masala Thepla', quantity: 2, options: [{ group_id: 'sides', choice_id: 'curd' }], notes: 'extra crisp' }],
  },
  orderStatus: { status: 'confirmed' },
  restaurant: {
    name: 'Chai Corner',
    area: 'Navrangpura, Ahmedabad',
    cuisine: 'Cafe',
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], opens: '07:00', closes: '22:00' }],
    tax: { name: 'GST', rate: 0.05, included_in_prices: false },
    option_groups: [
      { id: 'size', name: 'Size', min: 1, max: 1, default: 'small', choices: [{ id: 'small', name: 'Small' }, { id: 'large', name: 'Large', price: 15 }] },
    ],
    items: [{ item_name: 'Masala Chai', price: 25, category: 'drinks', option_groups: ['size'] }],
  },
  restaurantChange: { accepts_preorders: true },
  review: { restaurant_name: 'Thepla House', rating: 5, comment: 'Soft, warm, just right.' },
  reviewChange: { rating: 4 },
  role: { role: 'staff', restaurant_name: 'Thepla House' },
};
