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

/** Bodies that the document names, so that generated clients have types with names. */
const bodies: Readonly<Record<string, ZodType>> = {
  Credentials: credentialsSchema,
  OrderInput: orderInputSchema,
  OrderStatusInput: orderStatusInputSchema,
  PasswordChange: passwordChangeSchema,
  RefreshInput: refreshInputSchema,
  Registration: registrationSchema,
  RestaurantInput: restaurantInputSchema,
  ReviewChange: reviewChangeSchema,
  ReviewInput: reviewInputSchema,
  RoleInput: roleInputSchema,
};

/** Answers that it names. */
const answers: Readonly<Record<string, ZodType>> = {
  AccessToken: accessTokenSchema,
  AdminStats: adminStatsSchema,
  AuditEntry: auditEntrySchema,
  CuisineCount: cuisineCountSchema,
  Health: apiHealthSchema,
  Menu: menuSchema,
  Order: orderSchema,
  Problem: problemSchema,
  Quote: quoteSchema,
  Restaurant: restaurantSchema,
  Review: reviewSchema,
  ReviewStats: reviewStatsSchema,
  StatusChange: statusChangeSchema,
  User: userSchema,
};

/** A JSON Schema (2020-12), the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What clients send need not hold defaults; what they are answered does. */
export type Direction = 'input' | 'output';

/** Every named schema by its name, as `components.schemas`. */
export function componentSchemas(): Record<string, JsonSchema> {
  const entries = (schemas: Readonly<Record<string, ZodType>>, direction: Direction) =>
    Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema, direction)] as const);
  return Object.fromEntries([...entries(bodies, 'input'), ...entries(answers, 'output')]);
}

/** A reference to a named schema, or to a list of one; any other schema in full. */
export function schemaReference(schema: ZodType, direction: Direction): JsonSchema {
  const name = Object.entries(direction === 'input' ? bodies : answers).find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodType
    ? { type: 'array', items: schemaReference(schema.element, direction) }
    : jsonSchema(schema, direction);
}

export function jsonSchema(schema: ZodType, direction: Direction): JsonSchema {
  const full = z.toJSONSchema(schema, { target: 'draft-2020-12', io: direction, unrepresentable: 'any', override: leaveOpen });
  return Object.fromEntries(Object.entries(full).filter(([key]) => key !== '$schema'));
}

/** Answers may gain fields: only what refuses others says that there are none. */
function leaveOpen({ zodSchema, jsonSchema: written }: { zodSchema: z.core.$ZodType; jsonSchema: { additionalProperties?: unknown } }): void {
  if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined) delete written.additionalProperties;
}
