import { AppError } from './app-error';
import { dependencyFailureCode } from './dependency-failure';
import { createFailure, type Failure } from './failure';
import { requestFailure } from './request-failure';
import { causes } from './unknown-error';

/**
 * What any thrown value means to people and clients. Only an AppError speaks in its own words; of everything else the kind is
 * told and never the message. What is unknown is `internal_error`. Never throws.
 *
 * A ZodError counts as bad input of the caller: parse what comes from elsewhere with `safeParse` and throw an AppError.
 */
export function describeFailure(error: unknown): Failure {
  try {
    return requestFailure(error) ?? causedFailure(error) ?? createFailure('internal_error');
  } catch {
    // A thrown value may have getters that throw.
    return createFailure('internal_error');
  }
}

function causedFailure(error: unknown): Failure | undefined {
  for (const cause of causes(error)) {
    if (cause instanceof AppError) return cause.failure;
    const code = dependencyFailureCode(cause);
    if (code !== undefined) return createFailure(code);
  }
  return undefined;
}
