import { z } from 'zod';
import { errorCode } from '../platform/error-code';

const DUPLICATE_KEY = 11_000;

const keyPatternSchema = z.object({ keyPattern: z.record(z.string(), z.unknown()).default({}) });

/** Whether a write failed on a unique index. @param field only where that index holds this field */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (errorCode(error) !== DUPLICATE_KEY) return false;
  if (field === undefined) return true;
  const { keyPattern } = keyPatternSchema.parse(error);
  return field in keyPattern;
}
