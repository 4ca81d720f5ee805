import { z } from 'zod';
import { DESCRIPTION_LENGTH, menuIdSchema, nameSchema, priceDifferenceSchema, priceSchema } from './field';

/** What an option group offers. `price` is added to the item's price, and may be negative. */
export const choiceSchema = z.strictObject({
  id: menuIdSchema,
  name: nameSchema,
  aliases: z.array(nameSchema).max(50).optional(),
  price: priceDifferenceSchema.optional(),
  /** May be taken several times: "two shots". */
  countable: z.boolean().optional(),
  /** `false` while sold out. */
  available: z.boolean().optional(),
});

/** An alias that may mean any of several choices: "cheese" where there are five. */
export const ambiguousAliasSchema = z.strictObject({
  alias: nameSchema,
  choice_ids: z.array(menuIdSchema).min(2).max(50),
});

/** Modifiers of an item. `min` and `max` bound how many choices an order takes; `default` names those taken when nothing is said. */
export const optionGroupSchema = z.strictObject({
  id: menuIdSchema,
  name: nameSchema,
  min: z.number().int().min(0).max(50).optional(),
  max: z.number().int().min(1).max(50).optional(),
  default: z.union([menuIdSchema, z.array(menuIdSchema).max(50)]).optional(),
  countable: z.boolean().optional(),
  /** Choices take "light" and "extra". */
  qualifiable: z.boolean().optional(),
  /** Choices take "no" and "without". */
  negatable: z.boolean().optional(),
  choices: z.array(choiceSchema).min(1).max(100),
  ambiguous_aliases: z.array(ambiguousAliasSchema).max(50).optional(),
});

/** `names`: words for any item of the category, such as "sandwich". */
export const categorySchema = z.strictObject({
  id: menuIdSchema,
  names: z.array(nameSchema).max(20),
});

/** An item as a menu lists it, with its price as a decimal in the restaurant's currency. */
export const menuItemSchema = z.strictObject({
  id: menuIdSchema,
  name: nameSchema,
  category: menuIdSchema,
  aliases: z.array(nameSchema).max(50).optional(),
  option_groups: z.array(menuIdSchema).max(20).optional(),
  price: priceSchema,
  description: z.string().max(DESCRIPTION_LENGTH).optional(),
  dietary: z.array(z.string().max(30)).max(20).optional(),
  calories: z.number().int().min(0).max(100_000).optional(),
  preparation_time: z.string().max(50).optional(),
  rating: z.number().min(0).max(5).optional(),
  total_ratings: z.number().int().min(0).optional(),
  image_url: z.url().max(2_000).optional(),
  available: z.boolean().optional(),
});

/** Answers are open where bodies are strict: a newer API may add fields that an older agent does not know. */
export const answeredOptionGroupSchema = z.object({ ...optionGroupSchema.shape, choices: z.array(z.object(choiceSchema.shape)) });

/** `GET /restaurants/{name}/menu`: the format that `order-language` compiles, with prices. */
export const menuSchema = z.object({
  restaurant: nameSchema,
  currency: z.string(),
  categories: z.array(z.object(categorySchema.shape)),
  items: z.array(z.object(menuItemSchema.shape)),
  option_groups: z.array(answeredOptionGroupSchema),
});

export type Choice = z.infer<typeof choiceSchema>;
export type OptionGroup = z.infer<typeof optionGroupSchema>;
export type Category = z.infer<typeof categorySchema>;
export type MenuItem = z.infer<typeof menuItemSchema>;
export type Menu = z.infer<typeof menuSchema>;
