import { describe, expect, it } from '@jest/globals';
import { Decimal128, ObjectId } from 'mongodb';
import { mapRestaurant } from './restaurant';

const _id = new ObjectId('651000000000000000000001');
const thepla = { item_name: 'Masala Thepla', price: 60.5 };
const restaurant = { _id, name: 'Thepla House', area: 'Navrangpura', cuisine: 'Gujarati', items: [thepla] };
const india = { currency: 'INR', timezone: 'Asia/Kolkata' };

const map = (change: object) => mapRestaurant({ ...restaurant, ...change }, india);
const itemsOf = (...items: unknown[]) => {
  const { document, faults, adaptations } = map({ items });
  return { items: document?.content.items.map(({ name, price }) => [name, price]), paths: faults.map(({ path }) => path), adaptations };
};

describe('mapRestaurant', () => {
  it('keeps id, name, place and menu, prices in minor units', () => {
    const details = { description: 'Spiced.', rating: 4.5, total_ratings: 120, calories: '250', preparation_time: 10, image_url: 'https://example.com/a.png' };
    const { document, adaptations, faults } = map({ items: [{ ...thepla, ...details }, { name: 'Chaas', price: Decimal128.fromString('20.00') }] });
    expect(document).toMatchObject({
      _id,
      createdAt: _id.getTimestamp(),
      content: {
        ...{ name: 'Thepla House', nameKey: 'thepla house', area: 'Navrangpura', cuisine: 'Gujarati', currency: 'INR', timezone: 'Asia/Kolkata', itemsRating: 4.5 },
        items: [
          { id: 'masala_thepla', name: 'Masala Thepla', price: 6050, rating: 4.5, totalRatings: 120, calories: 250, preparationTime: '10 mins', imageUrl: 'https://example.com/a.png' },
          { id: 'chaas', name: 'Chaas', price: 2000, available: true },
        ],
      },
    });
    expect({ adaptations, faults }).toEqual({ adaptations: [], faults: [] });
  });

  it('takes no tax, no hours and no rating for granted', () => {
    const { document } = map({ rating: 4.9 });
    expect(document?.content).toMatchObject({ tax: undefined, hours: [], itemsRating: null });
  });

  it.each([{ price: undefined }, { price: -1 }, { price: Number.NaN }, { price: 'much' }, { price: 2_000_000 }, { item_name: '' }, { item_name: 'x'.repeat(101) }])(
    'leaves out an item with %j, and says so',
    (change) => {
      const [field = ''] = Object.keys(change);
      expect(itemsOf(thepla, { item_name: 'Chaas', price: 20, ...change })).toMatchObject({ items: [['Masala Thepla', 6050]], paths: [`items.1.${field}`] });
    },
  );

  it('leaves out an item whose name is there, and those beyond the 200th', () => {
    expect(itemsOf(thepla, { item_name: 'masala  THEPLA', price: 1 }).paths).toEqual(['items.1.item_name']);
    const many = Array.from({ length: 202 }, (_, index) => ({ item_name: `Dish ${index}`, price: 1 }));
    expect(itemsOf(...many).paths).toEqual(['items.200', 'items.201']);
  });

  it('rounds a price of too many decimals half up', () => {
    expect(itemsOf({ item_name: 'Fine', price: 10.005 }, { item_name: 'Sum', price: 0.1 + 0.2 })).toEqual({
      items: [
        ['Fine', 1001],
        ['Sum', 30],
      ],
      paths: [],
      adaptations: ['an amount has more than 2 decimals: rounded half up'],
    });
  });

  it('leaves out what of an item does not fit', () => {
    const { document, adaptations } = map({ items: [{ ...thepla, rating: 11, image_url: 'none', description: 'x'.repeat(501), spicy: true }] });
    expect(document?.content.items[0]).toMatchObject({ rating: undefined, imageUrl: undefined, description: 'x'.repeat(500) });
    expect(adaptations).toHaveLength(4);
  });

  it('fills in a missing place and kitchen', () => {
    expect(map({ area: '', cuisine: undefined }).document?.content).toMatchObject({ area: 'Unknown', cuisine: 'Other' });
  });

  it('reads a restaurant of the oldest version, which has one item in fields of its own', () => {
    const { document, faults } = mapRestaurant({ _id, name: 'Old', area: 'A', cuisine: 'B', item_name: 'Chaas', price: 20 }, india);
    expect(document?.content.items).toMatchObject([{ name: 'Chaas', price: 2000 }]);
    expect(faults).toEqual([]);
  });

  it.each([undefined, '', 7, 'x'.repeat(101)])('refuses %j as a name', (name) => {
    expect(map({ name })).toMatchObject({ document: undefined, faults: [{ path: 'name' }] });
  });

  it('counts in the currency that it is told', () => {
    expect(mapRestaurant({ ...restaurant, currency: 'JPY', items: [{ item_name: 'Ramen', price: 900 }] }, india).document?.content.items[0]?.price).toBe(900);
  });
});
