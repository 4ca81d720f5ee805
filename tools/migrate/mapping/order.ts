import { type OrderStatus, type Role, toMinorUnits } from '@foodie-express/contracts';
import { nameKey, type OrderDocument, type PricedLine, slug, type StatusChange } from '@foodie-express/restaurant-data';
import type { ObjectId } from 'mongodb';
import { type Mapped, Reading, spoken } from '../legacy/reading';
import { documentOf, idOf, type LegacyDocument, madeAt, numberOf, textOf, timeOf } from '../legacy/values';
import { priceOf, totalOf } from './amount';
import { orderStatusOf } from './order-status';

/** A user or a restaurant that is taken over, as orders and reviews need to know it. */
export interface KnownUser {
  readonly id: ObjectId;
  readonly username: string;
  readonly role: Role;
}

export interface KnownRestaurant {
  readonly id: ObjectId;
  readonly name: string;
  readonly currency: string;
  /** Item ids by the key of their names. */
  readonly itemIds: ReadonlyMap<string, string>;
}

/** What an order points at. */
export interface OrderSurroundings {
  readonly currency: string;
  /** States by other names. */
  readonly statuses: ReadonlyMap<string, OrderStatus>;
  /** By id, or by name; who does not exist any more is known by the id alone. */
  findUser(reference: unknown): KnownUser | undefined;
  /** By name; one that does not exist any more gets an id of its own. */
  findRestaurant(name: string): KnownRestaurant | undefined;
  idOfLostRestaurant(name: string): ObjectId;
}

/** The Python service set no bound: more of one item than this is a slip of the hand. */
const MAX_QUANTITY = 10_000;

export const DELETED_USER = 'deleted-user';
const MIGRATION = { id: '0'.repeat(24), username: 'migration', role: 'admin' } as const;
const REQUEST_ID = 'migration';

/** An order of the Python service as ours: with its lines and the total that was paid, whatever has become of menu and restaurant. */
export function mapOrder(source: LegacyDocument, surroundings: OrderSurroundings): Mapped<OrderDocument<ObjectId>> {
  const reading = new Reading(source);
  const _id = reading.required('_id', idOf(source['_id']), 'should be there');
  const user = userOf(reading, surroundings);
  const restaurantName = reading.required('restaurant_name', textOf(reading.field('restaurant_name', 'restaurant')), 'should be there');
  const restaurant = restaurantName === undefined ? undefined : surroundings.findRestaurant(restaurantName);
  const currency = restaurant?.currency ?? surroundings.currency;
  const lines = linesOf(reading, source, currency, restaurant);
  const status = statusOf(reading, surroundings.statuses);
  const total = lines === undefined ? undefined : paidTotal(reading, lines, currency);
  const placedAt = placedAtOf(reading, source);
  const updatedAt = timeOf(reading.field('updated_at', 'updatedAt', 'delivered_at', 'cancelled_at'));
  reading.noteUnread('orders');
  const isWhole = _id && user && restaurantName && lines && status && total !== undefined && reading.faults.length === 0;
  if (!isWhole) return reading.mapped<OrderDocument<ObjectId>>(undefined);
  if (restaurant === undefined) reading.adapt('the restaurant of an order does not exist any more: the order stands under its name');
  return reading.mapped({
    _id,
    userId: user.id,
    username: user.username,
    restaurantId: restaurant?.id ?? surroundings.idOfLostRestaurant(restaurantName),
    restaurantName: restaurant?.name ?? restaurantName,
    status,
    currency,
    lines,
    subtotal: sumOf(lines),
    tax: null,
    total,
    scheduledFor: null,
    placedAt,
    history: historyOf(user, status, placedAt, updatedAt ?? placedAt),
  });
}

function userOf(reading: Reading, surroundings: OrderSurroundings): KnownUser | undefined {
  const reference = reading.field('user_id', 'user', 'username', 'customer_id');
  const known = surroundings.findUser(reference);
  const username = textOf(reading.field('username', 'user_name'));
  if (known !== undefined) return known;
  const id = idOf(reference);
  if (id === undefined) {
    reading.fault('user_id', 'should say whose order it is');
    return undefined;
  }
  reading.adapt('the user of an order or a review does not exist any more: it stands without one');
  return { id, username: username ?? DELETED_USER, role: 'user' };
}

function placedAtOf(reading: Reading, source: LegacyDocument): Date {
  const time = timeOf(reading.field('order_date', 'created_at', 'createdAt', 'date'));
  if (time === undefined) reading.adapt('order_date is missing or no date: the time at which the id was made');
  return time ?? madeAt(source['_id']);
}

function statusOf(reading: Reading, own: ReadonlyMap<string, OrderStatus>): OrderStatus | undefined {
  const value = reading.field('status', 'order_status');
  if (value === undefined) reading.adapt('status is missing: placed');
  const name = textOf(value ?? 'placed') ?? '';
  const status = orderStatusOf(name, own);
  if (status !== undefined && status !== name) reading.adapt(`status ${spoken(name)}: ${status}`);
  return reading.required('status', status, `is unknown: ${spoken(value)}. Say what it means with --status "${name}=delivered"`);
}

function linesOf(reading: Reading, source: LegacyDocument, currency: string, restaurant: KnownRestaurant | undefined): PricedLine[] | undefined {
  // The oldest version of the Python service had one item an order, in fields of the order itself.
  const values = reading.field('items', 'order_items') ?? (source['item'] === undefined ? undefined : [source]);
  if (!Array.isArray(values) || values.length === 0) {
    reading.fault('items', `should be a list of at least one item, got ${spoken(values)}`);
    return undefined;
  }
  if (source['items'] === undefined) for (const field of ['item', 'quantity', 'price'] as const) reading.field(field);
  const lines = values.map((value: unknown, index) => lineOf(reading, value, `items.${index}`, currency, restaurant));
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

function lineOf(order: Reading, value: unknown, at: string, currency: string, restaurant: KnownRestaurant | undefined): PricedLine | undefined {
  const reading = new Reading(documentOf(value) ?? {}, `${at}.`);
  const itemName = reading.required('item_name', textOf(reading.field('item_name', 'name', 'item')), 'should be there');
  const quantity = quantityOf(reading);
  const price = priceOf(reading, 'price', reading.field('price', 'unit_price'), currency);
  const notes = textOf(reading.field('notes', 'special_instructions'));
  order.join(reading);
  if (itemName === undefined || quantity === undefined || price === undefined) return undefined;
  const unitPrice = toMinorUnits(price, currency);
  return {
    itemId: restaurant?.itemIds.get(nameKey(itemName)) ?? (slug(itemName) || 'item'),
    itemName,
    quantity,
    basePrice: unitPrice,
    unitPrice,
    lineTotal: unitPrice * quantity,
    options: [],
    ...(notes !== undefined && { notes }),
  };
}

function quantityOf(reading: Reading): number | undefined {
  const value = reading.field('quantity', 'qty');
  if (value === undefined) reading.adapt('a quantity is missing: 1');
  const quantity = value === undefined ? 1 : numberOf(value);
  const fits = quantity !== undefined && Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY;
  return reading.required('quantity', fits ? quantity : undefined, `should be a whole number from 1 to ${MAX_QUANTITY}, got ${spoken(value)}`);
}

/** What was paid stays what was paid: nothing is made up to explain a difference. */
function paidTotal(reading: Reading, lines: readonly PricedLine[], currency: string): number | undefined {
  const value = reading.field('total_price', 'total', 'total_amount');
  const sum = sumOf(lines);
  if (value === undefined) {
    reading.adapt('total_price is missing: the sum of the lines');
    return sum;
  }
  const total = totalOf(reading, 'total_price', value, currency);
  if (total !== undefined && total !== sum) reading.adapt('total_price is not the sum of the lines: it stays what was paid, without tax');
  return total;
}

function sumOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
}

/** The Python service keeps no history: what is known is who placed the order, and how it stands. */
function historyOf({ id, username, role }: KnownUser, status: OrderStatus, placedAt: Date, changedAt: Date): StatusChange[] {
  const placed: StatusChange = { from: null, to: 'placed', at: placedAt, by: { id: id.toHexString(), username, role }, requestId: REQUEST_ID };
  if (status === 'placed') return [placed];
  return [placed, { from: 'placed', to: status, at: changedAt, by: MIGRATION, requestId: REQUEST_ID }];
}
