/**
 * Every kind of failure with its HTTP status. A code is part of the wire contract: it is never renamed, and clients may
 * decide by it.
 */
export const failureStatuses = {
  bad_request: 400,
  invalid_json: 400,
  login_required: 401,
  login_failed: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  request_timeout: 408,
  conflict: 409,
  already_exists: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  rate_limited: 429,
  headers_too_large: 431,
  internal_error: 500,
  upstream_failed: 502,
  upstream_unreachable: 503,
  circuit_open: 503,
  service_unavailable: 503,
  upstream_timeout: 504,
} as const;

export type FailureCode = keyof typeof failureStatuses;

/** Whether a text, from the wire for instance, is one of the codes. */
export function isFailureCode(text: unknown): text is FailureCode {
  return typeof text === 'string' && Object.hasOwn(failureStatuses, text);
}
