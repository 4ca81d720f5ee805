import type { OrderStatus } from '@foodie-express/contracts';
import type { AnyBulkWriteOperation, Db, ObjectId } from 'mongodb';
import type { Write } from '../database/target';
import { KnownRestaurants } from '../known/known-restaurants';
import { KnownReviews } from '../known/known-reviews';
import { KnownUsers } from '../known/known-users';
import type { Mapped } from '../legacy/reading';
import type { LegacyDocument } from '../legacy/values';
import type { OrderSurroundings } from '../mapping/order';
import type { Locality } from '../mapping/restaurant';

export interface StepSettings extends Locality {
  readonly statuses: ReadonlyMap<string, OrderStatus>;
}

/** What a step makes of a document. */
export interface Outcome extends Mapped<Write> {
  /** Writes that make room for it. */
  readonly preparations?: readonly AnyBulkWriteOperation[];
}

/** How the documents of one collection are taken over. */
export interface Step {
  /** One that is not there yet. */
  take(source: LegacyDocument): Outcome;
  /** One that is there already. */
  passOver?(source: LegacyDocument): void;
}

/** What documents point at, or have to be unique among. */
export class Surroundings implements OrderSurroundings {
  private constructor(
    readonly settings: StepSettings,
    readonly users: KnownUsers,
    readonly restaurants: KnownRestaurants,
    readonly reviews: KnownReviews,
  ) {}

  static async load(database: Db, settings: StepSettings): Promise<Surroundings> {
    const [users, restaurants, reviews] = await Promise.all([KnownUsers.load(database), KnownRestaurants.load(database), KnownReviews.load(database)]);
    return new Surroundings(settings, users, restaurants, reviews);
  }

  get currency(): string {
    return this.settings.currency;
  }

  get statuses(): ReadonlyMap<string, OrderStatus> {
    return this.settings.statuses;
  }

  readonly findUser = (reference: unknown) => this.users.find(reference);
  readonly findRestaurant = (name: string) => this.restaurants.find(name);
  readonly idOfLostRestaurant = (name: string) => this.restaurants.idOfLost(name);
}

/** The outcome that inserts a mapped document as it is. */
export function insertion({ document, adaptations, faults }: Mapped<{ readonly _id: ObjectId }>): Outcome {
  const write = document && { _id: document._id, operation: { insertOne: { document } } };
  return { document: write, adaptations, faults };
}
