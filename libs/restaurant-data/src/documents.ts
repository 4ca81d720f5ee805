import type { OpeningHours, OrderStatus, Role, Tax } from '@foodie-express/contracts';
import type { PricedOrder } from './priced-order';

// The documents of each collection. `Id` is the ObjectId of whoever reads or writes them, the driver's or Mongoose's.

/** An option's choice as stored: `price` in minor units. */
export interface StoredChoice {
  id: string;
  name: string;
  aliases: string[];
  price: number;
  countable: boolean;
  available: boolean;
}

export interface StoredOptionGroup {
  id: string;
  name: string;
  min: number;
  /** Absent: no upper bound. */
  max?: number | undefined;
  defaults: string[];
  countable: boolean;
  qualifiable: boolean;
  negatable: boolean;
  choices: StoredChoice[];
  ambiguousAliases: { alias: string; choiceIds: string[] }[];
}

/** An item as stored: `price` in minor units, `categoryId` a slug of `category`. */
export interface StoredItem {
  id: string;
  name: string;
  category: string;
  categoryId: string;
  aliases: string[];
  optionGroups: string[];
  price: number;
  available: boolean;
  description?: string | undefined;
  dietary: string[];
  calories?: number | undefined;
  preparationTime?: string | undefined;
  rating?: number | undefined;
  totalRatings?: number | undefined;
  imageUrl?: string | undefined;
}

/** What a restaurant says of itself: prices in minor units, keys of names, ids of items. */
export interface RestaurantContent {
  name: string;
  nameKey: string;
  area: string;
  areaKey: string;
  cuisine: string;
  cuisineKey: string;
  description?: string | undefined;
  currency: string;
  timezone: string;
  tax?: Tax | undefined;
  hours: OpeningHours[];
  delivers: boolean;
  acceptsPreorders: boolean;
  /** Minor units. */
  minimumOrder?: number | undefined;
  optionGroups: StoredOptionGroup[];
  items: StoredItem[];
  /** What its items' ratings come to: 0 to 5; null where none has any. */
  itemsRating: number | null;
}

export interface RestaurantDocument<Id> extends RestaurantContent {
  _id: Id;
  /** How many reviews gave 1, 2, 3, 4 and 5. */
  reviews: number[];
  /** Counts the recounts of reviews, so that of two at once the later one stands. */
  recounts: number;
  /** Counts the changes of what the restaurant says of itself: who writes must have seen the last one. */
  revision: number;
  createdAt: Date;
  /** Counts every change of the document. */
  changes: number;
  /** The database's own clock: by it every instance finds what has changed. */
  changedAt: Date;
  /** Set where the restaurant is gone: the rest of the document stays for a day, to tell every instance. */
  deletedAt?: Date | undefined;
}

export interface UserDocument<Id> {
  _id: Id;
  username: string;
  /**
   * Lower case: two names that differ in case alone would be the same person to a reader. Of those that the Python service let
   * differ so, each may have its exact name here.
   */
  usernameKey: string;
  email: string;
  emailKey: string;
  passwordHash: string;
  role: Role;
  /** Where a user with the role `staff` works. */
  restaurantId?: Id | undefined;
  /** Raised to end all sessions: tokens of an earlier generation are refused. */
  sessionGeneration: number;
  createdAt: Date;
  updatedAt: Date;
}

/** One change of an order's state. */
export interface StatusChange {
  from: OrderStatus | null;
  to: OrderStatus;
  at: Date;
  by: { id: string; username: string; role: Role };
  requestId: string;
}

/** Lets a repeated request find the order that the first one made. */
export interface Idempotency {
  key: string;
  /** Of the validated body: the same key with another body is a mistake of the client. */
  bodyHash: string;
}

/** An order is one document, written at once: lines, price breakdown, history and idempotency key. Amounts are minor units. */
export interface OrderDocument<Id> extends PricedOrder {
  _id: Id;
  userId: Id;
  username: string;
  restaurantId: Id;
  restaurantName: string;
  status: OrderStatus;
  scheduledFor: Date | null;
  placedAt: Date;
  history: StatusChange[];
  idempotency?: Idempotency | undefined;
}

export interface ReviewDocument<Id> {
  _id: Id;
  restaurantId: Id;
  restaurantName: string;
  userId: Id;
  username: string;
  /** 1 to 5. */
  rating: number;
  /** Without markup. */
  comment: string;
  createdAt: Date;
  isVerifiedPurchase: boolean;
  helpfulCount: number;
  /** Who found it helpful, each once. */
  helpfulTo: Id[];
}
