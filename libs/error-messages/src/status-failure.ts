import type { FailureCode } from './failure-code';

const requestCodes: Readonly<Record<number, FailureCode>> = {
  401: 'login_required',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  409: 'conflict',
  410: 'not_found',
  412: 'conflict',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  422: 'validation_failed',
  429: 'rate_limited',
  431: 'headers_too_large',
  502: 'upstream_failed',
  503: 'service_unavailable',
  504: 'upstream_timeout',
};

/** For a status with which this service itself turns a request down, or the API that acts for the same person. */
export function codeOfRequestStatus(status: number): FailureCode {
  return requestCodes[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'internal_error');
}

/**
 * For the status of a service that knows nothing of the person, a language model for instance: its 401 means that our key is
 * wrong, not that the person should log in, and its 429 that it is busy.
 */
export function codeOfUpstreamStatus(status: number): FailureCode {
  if (status === 408 || status === 504) return 'upstream_timeout';
  return status === 429 || status === 503 ? 'service_unavailable' : 'upstream_failed';
}
