import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AdminOrderQuery, Order, RestaurantOrderQuery } from '@foodie-express/contracts';
import { isValidObjectId, type Model, type QueryFilter, Types } from 'mongoose';
import { Temporal } from 'temporal-polyfill';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { after, type Page, pageOf, type Span } from '../http/cursor';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import type { RestaurantRecord } from '../restaurants/restaurant.schema';
import { orderNotFound, requireManagerOf, requireReader } from './order-access';
import { orderAnswer } from './order-answer';
import { type OrderRecord, ORDERS, ordersOfUser } from './order.schema';

/** Reads orders. */
@Injectable()
export class OrderListsService {
  constructor(
    @InjectModel(ORDERS) private readonly model: Model<OrderRecord>,
    private readonly catalogue: RestaurantCatalogue,
  ) {}

  /** Orders, newest first; of one user where one is named. @throws NotFoundError for an unknown restaurant */
  async page(query: AdminOrderQuery): Promise<Page<Order>> {
    const restaurant = query.restaurant === undefined ? undefined : (await this.catalogue.one(query.restaurant)).record;
    const filter: QueryFilter<OrderRecord> = {
      ...(query.user_id !== undefined && { userId: new Types.ObjectId(query.user_id) }),
      ...(restaurant !== undefined && { restaurantId: restaurant._id }),
      ...(query.status !== undefined && { status: query.status }),
      ...after(query.cursor, 'placedAt', query.day === undefined ? undefined : spanOf(query.day, restaurant)),
    };
    const question = this.model.find(filter);
    // Of the indexes on what else is asked for each leads to more orders than the user has.
    if (query.user_id !== undefined) question.hint(ordersOfUser);
    const records = await question
      .sort({ placedAt: -1, _id: -1 })
      .limit(query.limit + 1)
      .lean<OrderRecord[]>();
    return pageOf(records, query.limit, ({ placedAt, _id }) => ({ at: placedAt, id: _id }), orderAnswer);
  }

  /** For who runs the restaurant, newest first. @throws NotFoundError, ForbiddenError for another's staff */
  async ofRestaurant(user: AuthenticatedUser, nameOrId: string, query: RestaurantOrderQuery): Promise<Page<Order>> {
    const { record } = await this.catalogue.one(nameOrId);
    const id = record._id.toHexString();
    requireManagerOf(user, id);
    return this.page({ ...query, restaurant: id });
  }

  /** @throws NotFoundError, ForbiddenError for another's */
  async one(user: AuthenticatedUser, id: string): Promise<OrderRecord> {
    const record = isValidObjectId(id) ? await this.model.findById(id).lean<OrderRecord>() : null;
    if (record === null) throw orderNotFound(id);
    requireReader(user, record);
    return record;
  }
}

/** From midnight to midnight by the clock of the restaurant, or in UTC. */
function spanOf(day: string, restaurant: RestaurantRecord | undefined): Span {
  const date = Temporal.PlainDate.from(day);
  const midnight = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(restaurant?.timezone ?? 'UTC').epochMilliseconds);
  return { $gte: midnight(date), $lt: midnight(date.add({ days: 1 })) };
}
