import { errorCode } from '../platform/error-code';

const DUPLICATE_KEY = 11_000;

/** Whether a write failed on a unique index. @param field only where that index holds this field */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (errorCode(error) !== DUPLICATE_KEY) return false;
  if (field === undefined) return true;
  return typeof error === 'object' && error !== null && 'keyPattern' in error && typeof error.keyPattern === 'object' && error.keyPattern !== null && field in error.keyPattern;
}
