import { Inject, Injectable } from '@nestjs/common';
import type { OrderInput } from '@foodie-express/contracts';
import { ConflictError, ValidationError } from '@foodie-express/error-messages';
import { CLOCK, type Clock } from '../platform/tokens';
import type { CatalogueEntry } from '../restaurants/catalogue/catalogue-entry';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import type { RestaurantRecord } from '../restaurants/restaurant.schema';
import type { Quotable } from './order-answer';
import { resolveOrder } from './pricing/resolve-order';

export interface RestaurantQuote extends Quotable {
  readonly restaurantId: RestaurantRecord['_id'];
}

/** Prices an order against the menu as it is now. */
@Injectable()
export class QuotesService {
  constructor(
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFoundError for an unknown restaurant, ValidationError where the order does not fit its menu, ConflictError where
   * something is sold out, a price is another one, or the restaurant is closed and takes no orders ahead
   */
  async quote({ restaurant_name, items }: OrderInput): Promise<RestaurantQuote> {
    const entry = await this.catalogue.current(restaurant_name);
    const restaurant = entry.record;
    const resolved = resolveOrder(restaurant, items);
    if (resolved.outcome === 'invalid') throw new ValidationError(resolved.errors);
    if (resolved.outcome === 'conflict') throw new ConflictError(resolved.detail, { errors: resolved.errors });
    return { ...resolved.order, restaurantId: restaurant._id, restaurantName: restaurant.name, scheduledFor: this.preparedAt(entry) };
  }

  /** Null for now; later where the restaurant is closed. */
  private preparedAt(entry: CatalogueEntry): Date | null {
    const { name, timezone, acceptsPreorders } = entry.record;
    const { isOpen, opensAt } = entry.openingAt(this.clock());
    if (isOpen) return null;
    if (opensAt === null) throw new ConflictError(`${name} is closed`);
    if (!acceptsPreorders) throw new ConflictError(`${name} is closed and takes no orders ahead. It opens ${spoken(opensAt, timezone)}.`);
    return opensAt;
  }
}

/** `Tuesday, 3 March at 11:00 (Asia/Kolkata)` */
function spoken(time: Date, timezone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' }).format(time);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(time);
  return `${day} at ${clock} (${timezone})`;
}
