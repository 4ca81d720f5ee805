import { createFailure, type Failure } from './failure';
import type { FailureCode } from './failure-code';
import { fieldErrors, isIssueList } from './field-errors';
import { codeOfRequestStatus } from './status-failure';
import { numberProperty, property, textProperty } from './unknown-error';

interface BodyFault {
  readonly code: FailureCode;
  /** Where the code's own sentence does not say what to mend. */
  readonly detail?: string;
}

/** By the `type` of an error of body-parser and raw-body. */
const bodyFaults: Readonly<Record<string, BodyFault>> = {
  'entity.parse.failed': { code: 'invalid_json' },
  'entity.too.large': { code: 'body_too_large' },
  'parameters.too.many': { code: 'body_too_large' },
  'encoding.unsupported': { code: 'unsupported_media_type', detail: 'Content-Encoding should be gzip, deflate or br, or be left out.' },
  'charset.unsupported': { code: 'unsupported_media_type', detail: 'The body should be in UTF-8: the charset of its Content-Type is another one.' },
};

/** Errors of zlib have no type, but a code: Z_DATA_ERROR, ERR__ERROR_FORMAT_PADDING_1. */
const DECOMPRESSION_FAILED = /^(?:Z_|ERR__ERROR_)/;

const badCompression: BodyFault = { code: 'bad_request', detail: 'The body is not compressed in the way that its Content-Encoding says.' };

/** What a web framework or a schema says about the request itself; `undefined` where the error is not of that kind. */
export function requestFailure(error: unknown): Failure | undefined {
  const issues = property(error, 'issues');
  if (isIssueList(issues)) return createFailure('validation_failed', { errors: fieldErrors(issues) });
  const status = httpErrorStatus(error);
  if (status !== undefined) {
    const { code, detail } = bodyFault(error) ?? { code: codeOfRequestStatus(status) };
    return createFailure(code, { detail });
  }
  const milliseconds = numberProperty(error, 'msBeforeNext');
  if (milliseconds !== undefined) return createFailure('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1_000)) });
  return undefined;
}

/** Nest wraps the errors of body-parser. */
function bodyFault(error: unknown): BodyFault | undefined {
  const type = textProperty(error, 'type') ?? textProperty(property(error, 'cause'), 'type') ?? '';
  if (Object.hasOwn(bodyFaults, type)) return bodyFaults[type];
  return DECOMPRESSION_FAILED.test(textProperty(error, 'code') ?? '') ? badCompression : undefined;
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
