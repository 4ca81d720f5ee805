import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { restaurantInputSchema } from '@foodie-express/contracts';
import type { Model } from 'mongoose';
import { z } from 'zod';
import { restaurantFromInput } from '../../restaurants/restaurant-from-input';
import { ratingOfItems } from '../../restaurants/rating';
import { isDuplicateKey } from '../duplicate-key';
import { type RestaurantRecord, RESTAURANTS } from '../../restaurants/restaurant.schema';
import restaurants from './restaurants.json' with { type: 'json' };

/** The sample restaurants, for a database that has none. */
@Injectable()
export class Seed {
  private readonly logger = new Logger('seed');

  constructor(@InjectModel(RESTAURANTS) private readonly model: Model<RestaurantRecord>) {}

  async run(): Promise<void> {
    if ((await this.model.estimatedDocumentCount()) > 0) return;
    const records = z.array(restaurantInputSchema).parse(restaurants).map((input) => ({
      ...restaurantFromInput(input),
      rating: ratingOfItems(input.items),
    }));
    try {
      await this.model.insertMany(records, { ordered: false });
    } catch (error) {
      // Another instance starts at the same moment: the unique names let each restaurant in once.
      if (!isDuplicateKey(error)) throw error;
    }
    this.logger.log(`Loaded ${records.length} sample restaurants into the empty database`);
  }
}
