import type { OpeningHours, Tax } from '@foodie-express/contracts';
import { collections, type RestaurantDocument, type StoredChoice, type StoredItem, type StoredOptionGroup } from '@foodie-express/restaurant-data';
import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

export type RestaurantRecord = RestaurantDocument<Types.ObjectId>;

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

export const RESTAURANTS = collections.restaurants;

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
