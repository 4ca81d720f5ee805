import { z } from 'zod';
import { nameSchema, timestampSchema } from './field';

export const roleSchema = z.enum(['user', 'staff', 'admin']);

export const usernameSchema = z.string().regex(/^[A-Za-z0-9_-]{3,30}$/, 'should be 3 to 30 of A-Z, a-z, 0-9, _ and -');

export const passwordSchema = z
  .string()
  .min(8, 'should be 8 to 128 characters with a letter and a digit')
  .max(128, 'should be 8 to 128 characters with a letter and a digit')
  .regex(/\p{L}/u, 'should hold at least one letter')
  .regex(/\p{Nd}/u, 'should hold at least one digit');

/** Body of `POST /users/register`. A `role` is accepted for old clients and dropped: nobody registers as more than a user. */
export const registrationSchema = z
  .strictObject({
    username: usernameSchema,
    email: z.email().max(254),
    password: passwordSchema,
    role: z.unknown().optional(),
  })
  .transform(({ username, email, password }) => ({ username, email, password }));

/** What a login reads, which is more than registration lets in: old accounts have names and passwords of other rules. */
const loginPasswordSchema = z.string().min(1).max(1_000);

/** Body of `POST /users/login`, as a form or as JSON. OAuth2 form fields of old clients are accepted and dropped. */
export const credentialsSchema = z
  .strictObject({
    username: z.string().min(1).max(254),
    password: loginPasswordSchema,
    grant_type: z.string().max(30).optional(),
    scope: z.string().max(200).optional(),
    client_id: z.string().max(200).optional(),
    client_secret: z.string().max(200).optional(),
  })
  .transform(({ username, password }) => ({ username, password }));

export const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Where staff work; nobody else has one. */
  restaurant_id: z.string().optional(),
  created_at: timestampSchema.optional(),
});

/** `expires_in` is in seconds. The refresh token is good for one use: it answers with a new pair. */
export const accessTokenSchema = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.number().int(),
  refresh_token: z.string().optional(),
});

/** Body of `POST /users/refresh` and `POST /users/logout`. */
export const refreshInputSchema = z.strictObject({ refresh_token: z.string().min(1).max(200) });

/** Body of `PUT /users/me/password`. */
export const passwordChangeSchema = z.strictObject({ current_password: loginPasswordSchema, new_password: passwordSchema });

/** Body of `PUT /admin/users/{id}/role`; staff work for one restaurant, which others must not name. */
export const roleInputSchema = z
  .strictObject({ role: roleSchema, restaurant_name: nameSchema.optional() })
  .refine(({ role, restaurant_name }) => (role === 'staff') === (restaurant_name !== undefined), {
    path: ['restaurant_name'],
    message: 'should be given for staff, and for nobody else',
  });

export type Role = z.infer<typeof roleSchema>;
export type Registration = z.infer<typeof registrationSchema>;
export type Credentials = z.infer<typeof credentialsSchema>;
export type User = z.infer<typeof userSchema>;
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
export type RefreshInput = z.infer<typeof refreshInputSchema>;
export type RoleInput = z.infer<typeof roleInputSchema>;
export type AccessToken = z.infer<typeof accessTokenSchema>;
