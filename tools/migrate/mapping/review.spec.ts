import { describe, expect, it } from '@jest/globals';
import { ObjectId } from 'mongodb';
import { mapReview } from './review';

const _id = new ObjectId('653000000000000000000001');
const asha = { id: new ObjectId('650000000000000000000001'), username: 'asha', role: 'user' as const };
const theplaHouse = { id: new ObjectId('651000000000000000000001'), name: 'Thepla House', currency: 'INR', itemIds: new Map() };
const surroundings = {
  findUser: (reference: unknown) => (reference === asha.id ? asha : undefined),
  findRestaurant: (name: string) => (name === 'Thepla House' ? theplaHouse : undefined),
};
const createdAt = new Date('2025-10-13T15:30:00.123Z');
const review = {
  ...{ _id, user_id: asha.id, username: 'former name', restaurant_name: 'Thepla House', rating: 4, comment: 'Warm and quick.' },
  ...{ review_date: createdAt, helpful_count: 3, is_verified_purchase: true },
};
const map = (change: object) => mapReview({ ...review, ...change }, surroundings);

describe('mapReview', () => {
  it('keeps id, author, restaurant, rating, comment, time and votes', () => {
    expect(map({})).toEqual({
      document: {
        ...{ _id, userId: asha.id, username: 'asha', restaurantId: theplaHouse.id, restaurantName: 'Thepla House', rating: 4, comment: 'Warm and quick.' },
        ...{ createdAt, isVerifiedPurchase: true, helpfulCount: 3, helpfulTo: [] },
      },
      adaptations: [],
      faults: [],
    });
  });

  it('stores markup as harmless text, and short comments as they are', () => {
    expect(map({ comment: '<b>' })).toMatchObject({ document: { comment: '&lt;b&gt;' }, adaptations: [expect.stringContaining('shorter'), expect.stringContaining('markup')] });
  });

  it('stands without its author, who is gone', () => {
    const gone = new ObjectId();
    expect(map({ user_id: gone }).document).toMatchObject({ userId: gone, username: 'former name' });
  });

  it.each([
    [{ restaurant_name: 'Nowhere' }, 'restaurant_name'],
    [{ user_id: undefined, username: undefined }, 'user_id'],
    [{ rating: 0 }, 'rating'],
    [{ rating: 6 }, 'rating'],
    [{ rating: 4.5 }, 'rating'],
    [{ rating: undefined }, 'rating'],
  ])('does not fit with %j', (change, path) => {
    expect(map(change)).toMatchObject({ document: undefined, faults: [{ path }] });
  });
});
