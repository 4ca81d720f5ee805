import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type RestaurantInput, restaurantInputSchema } from '@foodie-express/contracts';
import { OPERATOR, restaurantFromInput } from '@foodie-express/restaurant-data';
import { type Connection, Types } from 'mongoose';
import { z } from 'zod';
import { AuditTrail } from '../../audit/audit-trail';
import { RestaurantWrites } from '../../restaurants/restaurant-writes';
import { RESTAURANTS } from '../../restaurants/restaurant.schema';
import { isDuplicateKey } from '../duplicate-key';
import restaurants from './restaurants.json' with { type: 'json' };

/** The sample restaurants, for a database that has none. */
@Injectable()
export class Seed {
  private readonly logger = new Logger('seed');

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly writes: RestaurantWrites,
    private readonly audit: AuditTrail,
  ) {}

  async run(): Promise<void> {
    if ((await this.connection.model(RESTAURANTS).estimatedDocumentCount()) > 0) return;
    const inputs = z.array(restaurantInputSchema).parse(restaurants);
    for (const input of inputs) await this.insertOnce(input);
    this.logger.log(`Loaded ${inputs.length} sample restaurants into the empty database`);
  }

  /** Another instance may start at the same moment: the unique names let each restaurant in once. */
  private async insertOnce(input: RestaurantInput): Promise<void> {
    const _id = new Types.ObjectId();
    const subject = { kind: 'restaurant' as const, id: _id.toHexString(), name: input.name };
    const entry = this.audit.entry(OPERATOR, { action: 'restaurant.created', subject, before: null, after: input });
    try {
      await this.writes.insert({ _id, entry }, restaurantFromInput(input));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
