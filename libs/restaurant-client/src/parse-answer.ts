import { AppError } from '@foodie-express/error-messages';
import type { ZodType } from 'zod';

/**
 * An answer of the API as its schema gives it.
 * @throws AppError `upstream_failed` where it does not fit; its cause says where, for the log
 */
export function parseAnswer<Value>(schema: ZodType<Value>, body: unknown): Value {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new AppError('upstream_failed', { cause: result.error });
}
