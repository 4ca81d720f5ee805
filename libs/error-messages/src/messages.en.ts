import type { FailureCode } from './failure-code';

/** What is said about one kind of failure. */
export interface FailureMessage {
  /** A few words for developers, the `title` of a problem. */
  readonly title: string;
  /** A plain sentence, the `detail` of a problem where the code that failed gives none of its own. */
  readonly detail: string;
  /** What the person is told; `{detail}` stands for the sentence above or the one given instead. The emoji is part of the contract. */
  readonly sentence: string;
}

/** All that people are told when something fails, in English. A translation is a file like this one, texts only. */
export const messages: Readonly<Record<FailureCode, FailureMessage>> = {
  bad_request: {
    title: 'Bad request',
    detail: 'The request could not be understood.',
    sentence: '❌ {detail}',
  },
  invalid_json: {
    title: 'Invalid JSON',
    detail: 'The body is not valid JSON.',
    sentence: '❌ {detail}',
  },
  login_required: {
    title: 'Login required',
    detail: 'Please log in first.',
    sentence: '🔒 {detail}',
  },
  login_failed: {
    title: 'Login failed',
    detail: 'Incorrect username or password',
    sentence: '🔒 {detail}. Please try again.',
  },
  forbidden: {
    title: 'Forbidden',
    detail: 'This account is not allowed to do that.',
    sentence: '🔒 {detail}',
  },
  not_found: {
    title: 'Not found',
    detail: 'That could not be found.',
    sentence: '😔 {detail}',
  },
  method_not_allowed: {
    title: 'Method not allowed',
    detail: 'This address does not take that method.',
    sentence: '❌ {detail}',
  },
  not_acceptable: {
    title: 'Not acceptable',
    detail: 'The answer is not available in the format that was asked for.',
    sentence: '❌ {detail}',
  },
  request_timeout: {
    title: 'Request timeout',
    detail: 'The request took too long to arrive.',
    sentence: '⏱️ {detail} Please try again.',
  },
  conflict: {
    title: 'Conflict',
    detail: 'That does not fit the present state. Please look again and retry.',
    sentence: '❌ {detail}',
  },
  already_exists: {
    title: 'Already exists',
    detail: 'That exists already.',
    sentence: '❌ {detail}',
  },
  body_too_large: {
    title: 'Body too large',
    detail: 'The request is too large.',
    sentence: '❌ {detail}',
  },
  unsupported_media_type: {
    title: 'Unsupported media type',
    detail: 'The body should be JSON in UTF-8, with Content-Type: application/json.',
    sentence: '❌ {detail}',
  },
  validation_failed: {
    title: 'Validation failed',
    detail: 'Some of the input is not valid.',
    sentence: '❌ {detail}',
  },
  rate_limited: {
    title: 'Too many requests',
    detail: 'Too many requests. Please wait a moment and try again.',
    sentence: '🐢 {detail}',
  },
  headers_too_large: {
    title: 'Headers too large',
    detail: 'The headers of the request are too large.',
    sentence: '❌ {detail}',
  },
  internal_error: {
    title: 'Internal error',
    detail: 'Something went wrong on our side. Please try again in a moment.',
    sentence: '⚙️ {detail}',
  },
  upstream_failed: {
    title: 'Upstream failed',
    detail: 'A service that is needed for this did not answer properly. Please try again in a moment.',
    sentence: '⚙️ {detail}',
  },
  upstream_unreachable: {
    title: 'No connection',
    detail: 'There is no connection to a service that is needed for this. Please try again in a moment.',
    sentence: '🔌 {detail}',
  },
  circuit_open: {
    title: 'Circuit open',
    detail: 'A service that is needed for this is having trouble and gets a short rest. Please try again in a moment.',
    sentence: '⚙️ {detail}',
  },
  service_unavailable: {
    title: 'Service unavailable',
    detail: 'The service is busy or down. Please try again in a moment.',
    sentence: '⚙️ {detail}',
  },
  upstream_timeout: {
    title: 'Time-out',
    detail: 'That took too long. Please try again in a moment.',
    sentence: '⏱️ {detail}',
  },
};

/** The `detail` of `rate_limited` where the wait is known. */
export const rateLimitedWithWait = 'Too many requests. Please try again in {seconds} s.';
