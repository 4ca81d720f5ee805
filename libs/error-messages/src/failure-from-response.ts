import type { FieldError } from '@foodie-express/contracts';
import { createFailure, type Failure } from './failure';
import { type FailureCode, isFailureCode } from './failure-code';
import { codeOfRequestStatus } from './status-failure';
import { property, textProperty } from './unknown-error';

/** An answer of the restaurant API that is not a success. */
export interface FailedResponse {
  readonly status: number;
  /** The parsed body; anything that is not a problem of ours (a proxy's page, nothing) is disregarded. */
  readonly body: unknown;
  /** The header `Retry-After` as it came. */
  readonly retryAfter?: string | null | undefined;
}

/** What a failed answer of the restaurant API, which acts for the same person, means to that person. */
export function failureFromResponse({ status, body, retryAfter }: FailedResponse): Failure {
  const code = codeOf(status, body);
  const retryAfterSeconds = secondsOf(retryAfter);
  if (status >= 500 || !isFailureCode(property(body, 'code'))) return createFailure(code, { retryAfterSeconds });
  return createFailure(code, { detail: textProperty(body, 'detail'), errors: errorsOf(body), retryAfterSeconds });
}

/** A bug of the API is no bug of the agent. */
function codeOf(status: number, body: unknown): FailureCode {
  const said = property(body, 'code');
  const code = isFailureCode(said) ? said : codeOfRequestStatus(status);
  return code === 'internal_error' ? 'upstream_failed' : code;
}

function errorsOf(body: unknown): readonly FieldError[] | undefined {
  const errors = property(body, 'errors');
  if (!Array.isArray(errors)) return undefined;
  return errors.flatMap((error: unknown) => {
    const path = textProperty(error, 'path');
    const message = textProperty(error, 'message');
    return path === undefined || message === undefined ? [] : [{ path, message }];
  });
}

/** Whole seconds; the form with a date, which our API never sends, is disregarded. */
function secondsOf(retryAfter: string | null | undefined): number | undefined {
  return typeof retryAfter === 'string' && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
