import { z } from 'zod';
import { DESCRIPTION_LENGTH, menuIdSchema, nameSchema, pageQuerySchema, priceSchema } from './field';
import { answeredOptionGroupSchema, menuItemSchema, optionGroupSchema } from './menu';
import { currencySchema } from './money';

/** The most items one restaurant may list. */
export const MAX_ITEMS = 200;

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time such as 11:00');

export const weekdaySchema = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Opening hours in the restaurant's time zone. `closes` at or before `opens` means the next day. */
export const openingHoursSchema = z.strictObject({
  days: z.array(weekdaySchema).min(1).max(7),
  opens: timeOfDaySchema,
  closes: timeOfDaySchema,
});

/** `rate` is a fraction: 0.05 is 5 %. */
export const taxSchema = z.strictObject({
  name: nameSchema,
  rate: z.number().min(0).max(1),
  included_in_prices: z.boolean(),
});

const timezoneSchema = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'should be an IANA time zone such as Asia/Kolkata');

/**
 * An item as restaurants write and list it; clients of the Python service know it by `item_name`. An `id` is made of the name
 * where none is given; one that is given survives a change of the name.
 */
export const restaurantItemSchema = menuItemSchema.omit({ id: true, name: true, category: true }).extend({
  id: menuIdSchema.optional(),
  item_name: nameSchema,
  price: priceSchema,
  category: nameSchema.optional(),
});

const restaurantFields = {
  name: nameSchema,
  area: nameSchema,
  cuisine: nameSchema,
  description: z.string().max(DESCRIPTION_LENGTH).optional(),
  currency: currencySchema.default('INR'),
  timezone: timezoneSchema.default('Asia/Kolkata'),
  tax: taxSchema.optional(),
  hours: z.array(openingHoursSchema).max(50).default([]),
  delivers: z.boolean().default(true),
  accepts_preorders: z.boolean().default(false),
  minimum_order: priceSchema.optional(),
  option_groups: z.array(optionGroupSchema).max(50).default([]),
  items: z.array(restaurantItemSchema).max(MAX_ITEMS).default([]),
};

/** Body of `POST /restaurants/`; also one restaurant of the seed file. */
export const restaurantInputSchema = z.strictObject(restaurantFields);

/** One restaurant as the API answers it. `rating` is null while nobody has rated. */
export const restaurantSchema = z.object({
  ...restaurantFields,
  id: z.string(),
  rating: z.number().min(0).max(5).nullable(),
  open_now: z.boolean(),
  /** When it opens next (ISO 8601 UTC); null while it is open, or where it has no hours. */
  opens_at: z.iso.datetime().nullable(),
  option_groups: z.array(answeredOptionGroupSchema),
  items: z.array(z.object({ ...restaurantItemSchema.shape, id: menuIdSchema })),
});

/** Query of `GET /restaurants/`. */
export const restaurantQuerySchema = pageQuerySchema.extend({
  cuisine: nameSchema.optional().describe('Only those of this cuisine, without regard to case.'),
  area: nameSchema.optional().describe('Only those in this area.'),
  q: nameSchema.optional().describe('Words of the name, the cuisine, the area or a dish; the best match comes first.'),
  open_now: z.enum(['true', 'false']).optional().describe('Only those that are open now, or closed.'),
});

/** Query of `GET /search/items`. */
export const itemSearchQuerySchema = pageQuerySchema.extend({ item_name: nameSchema.meta({ description: 'Words of the dish.', example: 'masala dosa' }) });

export const cuisineCountSchema = z.object({ cuisine: z.string(), restaurants: z.number().int() });

export type OpeningHours = z.infer<typeof openingHoursSchema>;
export type Tax = z.infer<typeof taxSchema>;
export type RestaurantItem = z.infer<typeof restaurantItemSchema>;
export type RestaurantInput = z.infer<typeof restaurantInputSchema>;
export type Restaurant = z.infer<typeof restaurantSchema>;
export type RestaurantQuery = z.infer<typeof restaurantQuerySchema>;
export type ItemSearchQuery = z.infer<typeof itemSearchQuerySchema>;
export type CuisineCount = z.infer<typeof cuisineCountSchema>;
