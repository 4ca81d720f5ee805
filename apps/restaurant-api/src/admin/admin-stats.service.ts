import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type AdminStats, type OrderStatus, toDecimal } from '@foodie-express/contracts';
import type { Model } from 'mongoose';
import { SharedLook } from '../database/shared-look';
import { type OrderRecord, ORDERS } from '../orders/order.schema';
import { CLOCK, type Clock } from '../platform/tokens';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { type UserRecord, USERS } from '../users/user.schema';

const ACTIVE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Orders of one currency in one state; `total` is in minor units. */
interface OrderGroup {
  readonly _id: { currency: string; status: OrderStatus };
  readonly orders: number;
  readonly total: number;
}

/** What the platform comes to, each figure from one aggregation. Who asks at the same time shares one look. */
@Injectable()
export class AdminStatsService {
  private readonly shared = new SharedLook(() => this.look());

  constructor(
    @InjectModel(ORDERS) private readonly orders: Model<OrderRecord>,
    @InjectModel(USERS) private readonly users: Model<UserRecord>,
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  stats(): Promise<AdminStats> {
    return this.shared.ask();
  }

  private async look(): Promise<AdminStats> {
    const now = this.clock();
    const [groups, today, activeUsers, users, restaurants] = await Promise.all([
      this.orderGroups(),
      this.orderGroups(new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS)),
      this.activeUsers(new Date(now.getTime() - ACTIVE_DAYS * DAY_MS)),
      this.users.estimatedDocumentCount(),
      this.catalogue.all(),
    ]);
    const ratings = sumOf(restaurants.map(({ record }) => record.reviews));
    const reviews = ratings.reduce((sum, count) => sum + count, 0);
    const points = ratings.reduce((sum, count, index) => sum + count * (index + 1), 0);
    return {
      total_restaurants: restaurants.length,
      total_users: users,
      total_orders: numberOf(groups),
      total_reviews: reviews,
      orders_by_status: statusCounts(groups),
      revenue: revenueOf(groups, today),
      orders_today: numberOf(today),
      active_users: activeUsers,
      average_rating: reviews === 0 ? null : Math.round((points / reviews) * 100) / 100,
    };
  }

  private orderGroups(since?: Date): Promise<OrderGroup[]> {
    return this.orders.aggregate<OrderGroup>([
      ...(since === undefined ? [] : [{ $match: { placedAt: { $gte: since } } }]),
      { $group: { _id: { currency: '$currency', status: '$status' }, orders: { $sum: 1 }, total: { $sum: '$total' } } },
    ]);
  }

  private async activeUsers(since: Date): Promise<number> {
    const [counted] = await this.orders.aggregate<{ users: number }>([
      { $match: { placedAt: { $gte: since } } },
      { $group: { _id: '$userId' } },
      { $count: 'users' },
    ]);
    return counted?.users ?? 0;
  }
}

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows.reduce<number[]>((sums, row) => row.map((value, index) => value + (sums[index] ?? 0)), []);
}

function statusCounts(groups: readonly OrderGroup[]): AdminStats['orders_by_status'] {
  const counts: AdminStats['orders_by_status'] = {};
  for (const { _id, orders } of groups) counts[_id.status] = (counts[_id.status] ?? 0) + orders;
  return counts;
}

function numberOf(groups: readonly OrderGroup[]): number {
  return groups.reduce((sum, { orders }) => sum + orders, 0);
}

function revenueOf(groups: readonly OrderGroup[], today: readonly OrderGroup[]): AdminStats['revenue'] {
  const paid = ({ _id }: OrderGroup) => _id.status !== 'cancelled';
  const currencies = [...new Set(groups.filter(paid).map(({ _id }) => _id.currency))].sort();
  const sum = (of: readonly OrderGroup[], currency: string) =>
    toDecimal(of.filter((group) => paid(group) && group._id.currency === currency).reduce((total, group) => total + group.total, 0), currency);
  return currencies.map((currency) => ({ currency, total: sum(groups, currency), today: sum(today, currency) }));
}
