import type { FailureCode } from './failure-code';
import { codeOfUpstreamStatus } from './status-failure';
import { numberProperty, property, textProperty } from './unknown-error';

/** By the `code` of errors of Node, undici and opossum. */
const codesByCode: Readonly<Record<string, FailureCode>> = {
  ETIMEDOUT: 'upstream_timeout',
  ESOCKETTIMEDOUT: 'upstream_timeout',
  ECONNABORTED: 'upstream_timeout',
  UND_ERR_CONNECT_TIMEOUT: 'upstream_timeout',
  UND_ERR_HEADERS_TIMEOUT: 'upstream_timeout',
  UND_ERR_BODY_TIMEOUT: 'upstream_timeout',
  UND_ERR_ABORTED: 'upstream_timeout',
  ABORT_ERR: 'upstream_timeout',
  ECONNREFUSED: 'upstream_unreachable',
  ECONNRESET: 'upstream_unreachable',
  ENOTFOUND: 'upstream_unreachable',
  EAI_AGAIN: 'upstream_unreachable',
  EHOSTUNREACH: 'upstream_unreachable',
  EHOSTDOWN: 'upstream_unreachable',
  ENETUNREACH: 'upstream_unreachable',
  ENETDOWN: 'upstream_unreachable',
  EPIPE: 'upstream_unreachable',
  ERR_STREAM_PREMATURE_CLOSE: 'upstream_unreachable',
  UND_ERR_SOCKET: 'upstream_unreachable',
  UND_ERR_CLOSED: 'upstream_unreachable',
  UND_ERR_DESTROYED: 'upstream_unreachable',
  CERT_HAS_EXPIRED: 'upstream_unreachable',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'upstream_unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'upstream_unreachable',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'upstream_unreachable',
  ERR_TLS_CERT_ALTNAME_INVALID: 'upstream_unreachable',
  EPROTO: 'upstream_unreachable',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'upstream_failed',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'upstream_failed',
  EOPENBREAKER: 'circuit_open',
  ESEMLOCKED: 'service_unavailable',
  ESHUTDOWN: 'service_unavailable',
};

/** By the `name` of errors of the platform and of the drivers, which the libraries keep stable while messages change. */
const codesByName: Readonly<Record<string, FailureCode>> = {
  TimeoutError: 'upstream_timeout',
  AbortError: 'upstream_timeout',
  APIConnectionTimeoutError: 'upstream_timeout',
  APIUserAbortError: 'upstream_timeout',
  MongoNetworkTimeoutError: 'upstream_timeout',
  MongoOperationTimeoutError: 'upstream_timeout',
  MongoNetworkError: 'upstream_unreachable',
  MongoServerSelectionError: 'upstream_unreachable',
  MongooseServerSelectionError: 'upstream_unreachable',
  MongoTopologyClosedError: 'upstream_unreachable',
  MongoNotConnectedError: 'upstream_unreachable',
  MongoPoolClosedError: 'upstream_unreachable',
  MongoPoolClearedError: 'upstream_unreachable',
  MongoPoolClearedOnNetworkError: 'upstream_unreachable',
  MongoClientClosedError: 'upstream_unreachable',
  MongoExpiredSessionError: 'upstream_unreachable',
  MongoWaitQueueTimeoutError: 'service_unavailable',
  MaxRetriesPerRequestError: 'upstream_unreachable',
  ClusterAllFailedError: 'upstream_unreachable',
  APIConnectionError: 'upstream_unreachable',
  VersionError: 'conflict',
  CastError: 'bad_request',
};

/** By the number that a MongoDB server gives: the names are DuplicateKey, MaxTimeMSExpired, WriteConflict. */
const codesByMongoCode: Readonly<Record<number, FailureCode>> = {
  11000: 'already_exists',
  50: 'upstream_timeout',
  112: 'conflict',
};

/** What an error of a driver, a client or the network means; `undefined` where it is not of that kind. */
export function dependencyFailureCode(error: unknown): FailureCode | undefined {
  const name = nameOf(error);
  const code = property(error, 'code');
  if (typeof code === 'number' && name.startsWith('Mongo')) return codesByMongoCode[code] ?? 'upstream_failed';
  if (typeof code === 'string' && Object.hasOwn(codesByCode, code)) return codesByCode[code];
  if (Object.hasOwn(codesByName, name)) return codesByName[name];
  return byMessage(error, name) ?? byStatus(error);
}

/** Classes of the openai package leave `name` as it is. */
function nameOf(error: unknown): string {
  const name = textProperty(error, 'name') ?? '';
  return name === 'Error' ? (textProperty(property(error, 'constructor'), 'name') ?? name) : name;
}

/** The two failures that bear nothing but a message: a closed ioredis connection, and an answer that is not JSON. */
function byMessage(error: unknown, name: string): FailureCode | undefined {
  const message = textProperty(error, 'message') ?? '';
  if (message === 'Connection is closed.') return 'upstream_unreachable';
  return name === 'SyntaxError' && /\bJSON\b/.test(message) ? 'upstream_failed' : undefined;
}

function byStatus(error: unknown): FailureCode | undefined {
  const status = numberProperty(error, 'status') ?? numberProperty(error, 'statusCode') ?? numberProperty(property(error, 'response'), 'status');
  return status === undefined || status < 300 ? undefined : codeOfUpstreamStatus(status);
}
