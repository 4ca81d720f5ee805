import { createFailure, type Failure } from './failure';
import type { FailureCode } from './failure-code';
import { fieldErrors, isIssueList } from './field-errors';
import { codeOfRequestStatus } from './status-failure';
import { numberProperty, property, textProperty } from './unknown-error';

/** The `type` of an error of body-parser and raw-body. */
const bodyParserCodes: Readonly<Record<string, FailureCode>> = {
  'entity.parse.failed': 'invalid_json',
  'entity.too.large': 'body_too_large',
  'parameters.too.many': 'body_too_large',
  'encoding.unsupported': 'unsupported_media_type',
  'charset.unsupported': 'unsupported_media_type',
};

/** What a web framework or a schema says about the request itself; `undefined` where the error is not of that kind. */
export function requestFailure(error: unknown): Failure | undefined {
  const issues = property(error, 'issues');
  if (isIssueList(issues)) return createFailure('validation_failed', { errors: fieldErrors(issues) });
  const status = httpErrorStatus(error);
  if (status !== undefined) return createFailure(bodyParserCode(error) ?? codeOfRequestStatus(status));
  const milliseconds = numberProperty(error, 'msBeforeNext');
  if (milliseconds !== undefined) return createFailure('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1_000)) });
  return undefined;
}

/** Nest wraps the errors of body-parser. */
function bodyParserCode(error: unknown): FailureCode | undefined {
  const type = textProperty(error, 'type') ?? textProperty(property(error, 'cause'), 'type') ?? '';
  return Object.hasOwn(bodyParserCodes, type) ? bodyParserCodes[type] : undefined;
}

/**
 * The status of an error that was made to become this service's own answer: of `http-errors` (it has `expose`), of Nest (it has
 * `getStatus`), or of Express where a path is not well encoded. Others that bear a status speak of another service.
 */
function httpErrorStatus(error: unknown): number | undefined {
  const getStatus = property(error, 'getStatus');
  const nestStatus: unknown = typeof getStatus === 'function' ? Reflect.apply(getStatus, error, []) : undefined;
  if (typeof nestStatus === 'number') return nestStatus;
  const ours = typeof property(error, 'expose') === 'boolean' || error instanceof URIError;
  return ours ? (numberProperty(error, 'statusCode') ?? numberProperty(error, 'status')) : undefined;
}
