import type { OpeningHours, Tax } from '@foodie-express/contracts';
import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

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

export interface RestaurantRecord {
  _id: Types.ObjectId;
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
  /** How many reviews gave 1, 2, 3, 4 and 5. */
  reviews: number[];
  /** Counts the recounts of reviews, so that of two at once the later one stands. */
  recounts: number;
  /** Since when reviews may have changed that are not in the counts yet. */
  recountSince?: Date | undefined;
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

const choice = new Schema<StoredChoice>(
  {
    id: String,
    name: String,
    aliases: [String],
    price: Number,
    countable: Boolean,
    available: Boolean,
  },
  { _id: false, id: false },
);
requireFields(choice);

const ambiguousAlias = new Schema<StoredOptionGroup['ambiguousAliases'][number]>({ alias: String, choiceIds: [String] }, { _id: false });

const optionGroup = new Schema<StoredOptionGroup>(
  {
    id: String,
    name: String,
    min: Number,
    max: Number,
    defaults: [String],
    countable: Boolean,
    qualifiable: Boolean,
    negatable: Boolean,
    choices: [choice],
    ambiguousAliases: [ambiguousAlias],
  },
  { _id: false, id: false },
);
requireFields(optionGroup, { except: ['max'] });

const item = new Schema<StoredItem>(
  {
    id: String,
    name: String,
    category: String,
    categoryId: String,
    aliases: [String],
    optionGroups: [String],
    price: Number,
    available: Boolean,
    description: String,
    dietary: [String],
    calories: Number,
    preparationTime: String,
    rating: Number,
    totalRatings: Number,
    imageUrl: String,
  },
  { _id: false, id: false },
);
requireFields(item, { except: ['description', 'calories', 'preparationTime', 'rating', 'totalRatings', 'imageUrl'] });

const tax = new Schema<Tax>(
  { name: String, rate: Number, included_in_prices: Boolean },
  { _id: false },
);
requireFields(tax);

const hours = new Schema<OpeningHours>(
  { days: [String], opens: String, closes: String },
  { _id: false },
);
requireFields(hours);

export const RESTAURANTS = 'restaurants';

export const restaurantSchema = new Schema<RestaurantRecord>(
  {
    name: String,
    nameKey: String,
    area: String,
    areaKey: String,
    cuisine: String,
    cuisineKey: String,
    description: String,
    currency: String,
    timezone: String,
    tax,
    hours: [hours],
    delivers: Boolean,
    acceptsPreorders: Boolean,
    minimumOrder: Number,
    optionGroups: [optionGroup],
    items: [item],
    itemsRating: Number,
    reviews: [Number],
    recounts: Number,
    recountSince: Date,
    revision: Number,
    changes: Number,
    createdAt: Date,
    changedAt: Date,
    deletedAt: Date,
  },
  { collection: RESTAURANTS, versionKey: false, strict: 'throw' },
);
requireFields(restaurantSchema, { except: ['description', 'tax', 'minimumOrder', 'itemsRating', 'recountSince', 'deletedAt'] });

restaurantSchema.index({ nameKey: 1 }, { unique: true });
/** What has changed since an instance last looked. */
restaurantSchema.index({ changedAt: 1 });
/** Those whose reviews wait to be counted. */
restaurantSchema.index({ recountSince: 1 }, { sparse: true });
restaurantSchema.index({ deletedAt: 1 }, { expireAfterSeconds: 86_400 });
