import {
  accessTokenSchema,
  adminStatsSchema,
  apiHealthSchema,
  auditEntrySchema,
  credentialsSchema,
  cuisineCountSchema,
  menuSchema,
  orderInputSchema,
  orderSchema,
  orderStatusInputSchema,
  passwordChangeSchema,
  problemSchema,
  quoteSchema,
  refreshInputSchema,
  registrationSchema,
  restaurantInputSchema,
  restaurantSchema,
  reviewChangeSchema,
  reviewInputSchema,
  reviewSchema,
  reviewStatsSchema,
  roleInputSchema,
  statusChangeSchema,
  userSchema,
} from '@foodie-express/contracts';
import { z, type ZodType } from 'zod';

/** Schemas that the document names, so that generated clients have types with names. */
const named: Readonly<Record<string, ZodType>> = {
  AccessToken: accessTokenSchema,
  AdminStats: adminStatsSchema,
  AuditEntry: auditEntrySchema,
  Credentials: credentialsSchema,
  CuisineCount: cuisineCountSchema,
  Health: apiHealthSchema,
  Menu: menuSchema,
  Order: orderSchema,
  OrderInput: orderInputSchema,
  OrderStatusInput: orderStatusInputSchema,
  PasswordChange: passwordChangeSchema,
  Problem: problemSchema,
  Quote: quoteSchema,
  RefreshInput: refreshInputSchema,
  Registration: registrationSchema,
  Restaurant: restaurantSchema,
  RestaurantInput: restaurantInputSchema,
  Review: reviewSchema,
  ReviewChange: reviewChangeSchema,
  ReviewInput: reviewInputSchema,
  ReviewStats: reviewStatsSchema,
  RoleInput: roleInputSchema,
  StatusChange: statusChangeSchema,
  User: userSchema,
};

/** A JSON Schema (2020-12), the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every named schema by its name, as `components.schemas`. */
export function componentSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, jsonSchema(schema)]));
}

/** A reference to a named schema, or to a list of one; any other schema in full. */
export function schemaReference(schema: ZodType): JsonSchema {
  const name = Object.entries(named).find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodType
    ? { type: 'array', items: schemaReference(schema.element) }
    : jsonSchema(schema);
}

/** As a client writes it: defaults need not be sent. */
export function jsonSchema(schema: ZodType): JsonSchema {
  const full = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(full).filter(([key]) => key !== '$schema'));
}
