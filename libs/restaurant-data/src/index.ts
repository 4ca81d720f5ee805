export { caseFolded } from './case-folding';
export { type CollectionName, collections, EMBEDDED_DATABASE, MIGRATIONS, ownFields } from './collections';
export type {
  Idempotency,
  OrderDocument,
  RestaurantContent,
  RestaurantDocument,
  ReviewDocument,
  StatusChange,
  StoredChoice,
  StoredItem,
  StoredOptionGroup,
  UserDocument,
} from './documents';
export { harmlessText } from './harmless-text';
export { oneDecimal, ratingOfItems } from './items-rating';
export { idsOf, nameKey, slug } from './name-key';
export { OPERATOR } from './operator';
export type { PricedLine, PricedOption, PricedOrder, PriceList, TaxAmount } from './priced-order';
export { restaurantFromInput } from './restaurant-from-input';
