import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { CuisineCount, Menu, Restaurant, RestaurantQuery } from '@foodie-express/contracts';
import { NotFoundError } from '@foodie-express/error-messages';
import { isValidObjectId, type Model, type QueryFilter } from 'mongoose';
import { type Clock, CLOCK } from '../platform/tokens';
import { nameKey } from './name-key';
import { openingState } from './opening-hours';
import { menuAnswer, restaurantAnswer } from './restaurant-answer';
import { type RestaurantRecord, RESTAURANTS } from './restaurant.schema';

export interface RestaurantPage {
  readonly restaurants: Restaurant[];
  readonly total: number;
}

@Injectable()
export class RestaurantsService {
  constructor(
    @InjectModel(RESTAURANTS) private readonly model: Model<RestaurantRecord>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(query: RestaurantQuery): Promise<RestaurantPage> {
    const records = await this.model.find(filterOf(query)).sort({ nameKey: 1 }).lean<RestaurantRecord[]>();
    const words = query.q === undefined ? [] : nameKey(query.q).split(' ');
    const found = records
      .filter((record) => words.every((word) => `${record.nameKey} ${record.cuisineKey} ${record.areaKey} ${record.itemKeys.join(' ')}`.includes(word)))
      .map((record) => this.answer(record))
      .filter((restaurant) => query.open_now === undefined || restaurant.open_now === (query.open_now === 'true'));
    return { restaurants: found.slice(query.skip, query.skip + query.limit), total: found.length };
  }

  async one(nameOrId: string): Promise<Restaurant> {
    return this.answer(await this.record(nameOrId));
  }

  async menu(nameOrId: string): Promise<Menu> {
    return menuAnswer(await this.record(nameOrId));
  }

  async cuisines(): Promise<CuisineCount[]> {
    const counts = await this.model.aggregate<{ cuisine: string; restaurants: number }>([
      { $group: { _id: '$cuisineKey', cuisine: { $first: '$cuisine' }, restaurants: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    return counts.map(({ cuisine, restaurants }) => ({ cuisine, restaurants }));
  }

  /** Restaurants with an item whose name or alias holds every word. */
  async serving(itemName: string): Promise<Restaurant[]> {
    const words = nameKey(itemName).split(' ');
    const records = await this.model.find().sort({ nameKey: 1 }).lean<RestaurantRecord[]>();
    return records.filter(({ itemKeys }) => itemKeys.some((key) => words.every((word) => key.includes(word)))).map((record) => this.answer(record));
  }

  /** @throws NotFoundError */
  async record(nameOrId: string): Promise<RestaurantRecord> {
    const record =
      (await this.model.findOne({ nameKey: nameKey(nameOrId) }).lean<RestaurantRecord>()) ??
      (/^[0-9a-f]{24}$/i.test(nameOrId) && isValidObjectId(nameOrId) ? await this.model.findById(nameOrId).lean<RestaurantRecord>() : null);
    if (record === null) throw new NotFoundError(`Restaurant '${nameOrId}' not found`);
    return record;
  }

  private answer(record: RestaurantRecord): Restaurant {
    return restaurantAnswer(record, openingState(record.hours, record.timezone, this.clock()));
  }
}

function filterOf({ cuisine, area }: RestaurantQuery): QueryFilter<RestaurantRecord> {
  return {
    ...(cuisine !== undefined && { cuisineKey: nameKey(cuisine) }),
    ...(area !== undefined && { areaKey: nameKey(area) }),
  };
}
