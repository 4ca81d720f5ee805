import { describe, expect, it } from '@jest/globals';
import type { OrderStatus } from '@foodie-express/contracts';
import { DBRef, Decimal128, ObjectId } from 'mongodb';
import { derivedId, idOf } from '../legacy/values';
import { mapOrder, type OrderSurroundings } from './order';

const _id = new ObjectId('652000000000000000000001');
const asha = { id: new ObjectId('650000000000000000000001'), username: 'asha', role: 'user' as const };
const theplaHouse = { id: new ObjectId('651000000000000000000001'), name: 'Thepla House', currency: 'INR', itemIds: new Map([['masala thepla', 'masala_thepla']]) };
const placedAt = new Date('2025-10-13T15:30:00.123Z');

const surroundings: OrderSurroundings = {
  currency: 'INR',
  statuses: new Map<string, OrderStatus>([['simmering', 'preparing']]),
  findUser: (reference) => (reference === 'asha' || idOf(reference)?.equals(asha.id) === true ? asha : undefined),
  findRestaurant: (name) => (name.toLowerCase() === 'thepla house' ? theplaHouse : undefined),
  idOfLostRestaurant: (name) => derivedId(name),
};

const line = { item_name: 'Masala Thepla', quantity: 2, price: 60.5 };
const order = { _id, user_id: asha.id, restaurant_name: 'Thepla House', items: [line], total_price: 121, status: 'placed', order_date: placedAt };
const map = (change: object) => mapOrder({ ...order, ...change }, surroundings);
const pathsOf = (change: object) => map(change).faults.map(({ path }) => path);

describe('mapOrder', () => {
  it('keeps id, owner, lines, total, state and time', () => {
    expect(map({})).toEqual({
      document: {
        ...{ _id, userId: asha.id, username: 'asha', restaurantId: theplaHouse.id, restaurantName: 'Thepla House', status: 'placed', currency: 'INR' },
        lines: [{ itemId: 'masala_thepla', itemName: 'Masala Thepla', quantity: 2, basePrice: 6050, unitPrice: 6050, lineTotal: 12_100, options: [] }],
        ...{ subtotal: 12_100, tax: null, total: 12_100, scheduledFor: null, placedAt },
        history: [{ from: null, to: 'placed', at: placedAt, by: { id: asha.id.toHexString(), username: 'asha', role: 'user' }, requestId: 'migration' }],
      },
      adaptations: [],
      faults: [],
    });
  });

  it.each([asha.id.toHexString(), new DBRef('users', asha.id), 'asha'])('finds the owner by %p', (user_id) => {
    expect(map({ user_id }).document?.userId).toEqual(asha.id);
  });

  it('stands without its owner, its restaurant and its items, which are gone', () => {
    const gone = new ObjectId();
    const { document, adaptations } = map({ user_id: gone, restaurant_name: 'Closed', items: [{ name: 'Súp', price: '3.50' }], total_price: 3.5 });
    expect(document).toMatchObject({ userId: gone, username: 'deleted-user', restaurantId: derivedId('Closed'), restaurantName: 'Closed', total: 350 });
    expect(document?.lines).toMatchObject([{ itemId: 'sup', itemName: 'Súp', quantity: 1, lineTotal: 350 }]);
    expect(adaptations).toHaveLength(3);
  });

  it('keeps the total that was paid where it is not the sum of the lines, and makes up no tax', () => {
    const { document, adaptations } = map({ total_price: Decimal128.fromString('130.00') });
    expect(document).toMatchObject({ subtotal: 12_100, tax: null, total: 13_000 });
    expect(adaptations).toEqual(['total_price is not the sum of the lines: it stays what was paid, without tax']);
  });

  it.each([0, -1, 1.5, 'two', 1e6])('does not fit with a quantity of %p', (quantity) => {
    expect(pathsOf({ items: [line, { ...line, quantity }] })).toEqual(['items.1.quantity']);
  });

  it.each([
    [{ user_id: undefined }, 'user_id'],
    [{ restaurant_name: undefined }, 'restaurant_name'],
    [{ items: [] }, 'items'],
    [{ items: 'thepla' }, 'items'],
    [{ items: [{ ...line, price: -1 }] }, 'items.0.price'],
    [{ items: [{ ...line, item_name: '' }] }, 'items.0.item_name'],
    [{ total_price: -1 }, 'total_price'],
    [{ status: 'lost' }, 'status'],
    [{ _id: undefined }, '_id'],
  ])('does not fit with %j', (change, path) => {
    expect(map(change).document).toBeUndefined();
    expect(pathsOf(change)).toEqual([path]);
  });

  it.each([
    ['delivered', 'delivered'],
    ['Out for Delivery', 'out_for_delivery'],
    ['pending', 'placed'],
    ['canceled', 'cancelled'],
    ['Simmering', 'preparing'],
    [undefined, 'placed'],
  ])('reads the state %j as %s', (status, ours) => {
    expect(map({ status }).document?.status).toBe(ours);
  });

  it('says who placed it and how it stands where it has moved on', () => {
    const history = map({ status: 'delivered', updated_at: new Date('2025-10-13T16:00:00Z') }).document?.history;
    expect(history).toMatchObject([
      { from: null, to: 'placed', at: placedAt, by: { username: 'asha' } },
      { from: 'placed', to: 'delivered', at: new Date('2025-10-13T16:00:00Z'), by: { username: 'migration' } },
    ]);
  });

  it('takes the time of the id where its own is missing', () => {
    expect(map({ order_date: 'soon' }).document?.placedAt).toEqual(_id.getTimestamp());
  });
});
