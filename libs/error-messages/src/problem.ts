import { type Problem, PROBLEM_CONTENT_TYPE } from '@foodie-express/contracts';
import type { Failure } from './failure';

/** All that an error handler answers with. */
export interface ProblemResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem;
}

/** A failure on the wire: RFC 9457 problem details with a stable code and the request's ID. */
export function toProblem({ code, title, status, detail, errors }: Failure, requestId: string): Problem {
  const type = `urn:foodie-express:problem:${code}`;
  return { type, title, status, detail, code, request_id: requestId, ...(errors !== undefined && { errors: [...errors] }) };
}

/** The answer to a request that failed: `application/problem+json`, with `Retry-After` and `WWW-Authenticate` where they belong. */
export function toProblemResponse(failure: Failure, requestId: string): ProblemResponse {
  const { status, retryAfterSeconds } = failure;
  return {
    status,
    headers: {
      'Content-Type': `${PROBLEM_CONTENT_TYPE}; charset=utf-8`,
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
    body: toProblem(failure, requestId),
  };
}
