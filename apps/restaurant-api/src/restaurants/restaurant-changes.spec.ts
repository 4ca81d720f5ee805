import { describe, expect, it } from '@jest/globals';
import { restaurantInputSchema } from '@foodie-express/contracts';
import { changesBetween } from './restaurant-changes';

const [tea, coffee, cola] = ['Tea', 'Coffee', 'Cola'].map((item_name) => ({ item_name, price: 20 }));
const restaurant = (change: object) => restaurantInputSchema.parse({ name: 'Somewhere', area: 'A', cuisine: 'C', items: [tea, coffee], ...change });
const between = (before: object, after: object) => changesBetween(restaurant(before), restaurant(after));

describe('changesBetween', () => {
  it('tells fields that differ, and of lists what is gone and what has come', () => {
    expect(between({}, { area: 'B', items: [tea, cola] })).toEqual({ before: { area: 'A', items: [coffee] }, after: { area: 'B', items: [cola] } });
    expect(between({}, { description: 'New' })).toEqual({ before: { description: undefined }, after: { description: 'New' } });
    expect(between({}, {})).toEqual({ before: {}, after: {} });
  });

  it('tells whole lists where their order is all that differs, or how often something is in them', () => {
    expect(between({}, { items: [coffee, tea] })).toEqual({ before: { items: [tea, coffee] }, after: { items: [coffee, tea] } });
    expect(between({ items: [tea, tea] }, { items: [tea] })).toEqual({ before: { items: [tea, tea] }, after: { items: [tea] } });
  });
});
