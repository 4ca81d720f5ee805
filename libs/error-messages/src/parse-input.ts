import { ValidationError } from './app-error';
import { fieldErrors } from './field-errors';

/** What `parseInput` needs of a zod schema. */
export interface InputSchema<Output> {
  safeParse(input: unknown): { success: true; data: Output } | { success: false; error: { issues: readonly unknown[] } };
}

/**
 * The input of a caller (body, query, parameters, headers) as the schema gives it.
 * @throws ValidationError that names each field that does not fit, what it should be and what stood there
 */
export function parseInput<Output>(schema: InputSchema<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ValidationError(fieldErrors(result.error.issues, input));
}
