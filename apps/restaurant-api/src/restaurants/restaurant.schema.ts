import type { OpeningHours, Tax } from '@foodie-express/contracts';
import { collections, type RestaurantDocument, type StoredChoice, type StoredItem, type StoredOptionGroup } from '@foodie-express/restaurant-data';
import { Schema, type Types } from 'mongoose';
import { type Audited, prepareOutbox, waitingEntry } from '../audit/audit.schema';
import { requireFields } from '../database/required-fields';

/** A change of a restaurant's reviews that is being made. */
export interface AnnouncedChange {
  _id: Types.ObjectId;
  at: Date;
}

export interface RestaurantRecord extends RestaurantDocument<Types.ObjectId>, Audited {
  _id: Types.ObjectId;
  /** Changes of its reviews that may not be in the counts yet, each with the time of its announcement. */
  reviewChanges?: AnnouncedChange[] | undefined;
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

const announcedChange = new Schema<AnnouncedChange>({ _id: Schema.Types.ObjectId, at: Date });
requireFields(announcedChange);

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
    reviewChanges: [announcedChange],
    revision: Number,
    changes: Number,
    createdAt: Date,
    changedAt: Date,
    deletedAt: Date,
    outbox: [waitingEntry],
  },
  { collection: RESTAURANTS, versionKey: false, strict: 'throw' },
);
prepareOutbox(restaurantSchema);
requireFields(restaurantSchema, { except: ['description', 'tax', 'minimumOrder', 'itemsRating', 'reviewChanges', 'deletedAt', 'outbox'] });

restaurantSchema.index({ nameKey: 1 }, { unique: true });
/** What has changed since an instance last looked. */
restaurantSchema.index({ changedAt: 1 });
/** Those whose reviews wait to be counted. */
restaurantSchema.index({ 'reviewChanges.at': 1 }, { sparse: true });
/** Those that are gone, to be forgotten after a day. No index that expires: it would take a waiting audit entry along. */
restaurantSchema.index({ deletedAt: 1, _id: 1 }, { sparse: true });