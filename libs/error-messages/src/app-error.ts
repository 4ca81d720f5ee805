import type { FieldError } from '@foodie-express/contracts';
import { createFailure, type Failure, type FailureOptions } from './failure';
import type { FailureCode } from './failure-code';

export interface AppErrorOptions extends FailureOptions {
  readonly cause?: unknown;
}

/** A failure that our own code foresaw. Its `detail` is shown to people; its `cause` goes to the log only. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly failure: Failure;

  constructor(code: FailureCode, options: AppErrorOptions = {}) {
    const failure = createFailure(code, options);
    super(failure.detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.failure = failure;
  }
}

/** What was asked for does not exist: `Restaurant 'X' not found`. */
export class NotFoundError extends AppError {
  override readonly name = 'NotFoundError';

  constructor(detail?: string, options?: AppErrorOptions) {
    super('not_found', { ...options, detail });
  }
}

/** The input does not fit; the detail is made of `errors` where none is given. */
export class ValidationError extends AppError {
  override readonly name = 'ValidationError';

  constructor(errors: readonly FieldError[], options?: AppErrorOptions) {
    super('validation_failed', { ...options, errors });
  }
}

/** The input is fine, the present state does not allow it: `The order is being prepared already`. */
export class ConflictError extends AppError {
  override readonly name = 'ConflictError';

  constructor(detail: string, options?: AppErrorOptions) {
    super('conflict', { ...options, detail });
  }
}

/** Nobody is logged in, or the token is no longer valid. */
export class LoginRequiredError extends AppError {
  override readonly name = 'LoginRequiredError';

  constructor(detail?: string, options?: AppErrorOptions) {
    super('login_required', { ...options, detail });
  }
}

/** Somebody is logged in who may not do this. */
export class ForbiddenError extends AppError {
  override readonly name = 'ForbiddenError';

  constructor(detail?: string, options?: AppErrorOptions) {
    super('forbidden', { ...options, detail });
  }
}

/** Too many requests; whole seconds until the next one is taken. */
export class RateLimitedError extends AppError {
  override readonly name = 'RateLimitedError';

  constructor(retryAfterSeconds: number, options?: AppErrorOptions) {
    super('rate_limited', { ...options, retryAfterSeconds });
  }
}

/** A part that is needed is busy or down; a later attempt may succeed. */
export class UnavailableError extends AppError {
  override readonly name = 'UnavailableError';

  constructor(detail?: string, options?: AppErrorOptions) {
    super('service_unavailable', { ...options, detail });
  }
}

/** Another service did not answer within its time. */
export class UpstreamTimeoutError extends AppError {
  override readonly name = 'UpstreamTimeoutError';

  constructor(options?: AppErrorOptions) {
    super('upstream_timeout', options);
  }
}
