import { type HeaderName, headerReferences, rateLimitHeaders } from './headers';
import { namedExamples, type ProblemExample } from './problem-examples';

/** What a status of a problem means for any call. */
interface ProblemKind {
  readonly description: string;
  readonly headers?: readonly HeaderName[];
  readonly examples?: readonly ProblemExample[];
}

/** The problems that calls have in common, by their names among the document's components. */
export const sharedProblems = {
  MalformedPath: { description: 'The address is not well encoded', examples: [{ code: 'bad_request' }] },
  MalformedBody: {
    description: 'The body cannot be read, or the address',
    examples: [{ code: 'invalid_json' }, { code: 'bad_request', detail: 'The body is not compressed in the way that its Content-Encoding says.' }],
  },
  LoginRequired: { description: 'No valid login', headers: ['WWW-Authenticate'], examples: [{ code: 'login_required' }] },
  Forbidden: { description: 'Not allowed for this user', examples: [{ code: 'forbidden' }] },
  BodyTooLarge: { description: 'The body is over 1 MiB', examples: [{ code: 'body_too_large' }] },
  UnsupportedMediaType: { description: 'The body is of another kind', examples: [{ code: 'unsupported_media_type' }] },
  TooManyRequests: {
    description: 'Too many requests; Retry-After says when to come back',
    headers: ['Retry-After', ...rateLimitHeaders],
    examples: [{ code: 'rate_limited', detail: 'Too many requests. Please try again in 42 s.' }],
  },
  Unavailable: {
    description: 'The service is starting, or the database cannot be reached',
    headers: rateLimitHeaders,
    examples: [{ code: 'service_unavailable', detail: 'The service is starting. Please try again in a moment.' }, { code: 'upstream_unreachable' }],
  },
  Failure: {
    description: 'Anything else that went wrong, with the same body',
    headers: rateLimitHeaders,
    examples: [{ code: 'internal_error' }, { code: 'upstream_timeout' }],
  },
} as const satisfies Record<string, ProblemKind>;

export type SharedProblem = keyof typeof sharedProblems;

const descriptions: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Not logged in by this',
  403: 'Not allowed for this user',
  404: 'There is none',
  409: 'Not possible at present',
  412: 'Changed by somebody else meanwhile',
  422: 'Fields do not fit; errors names each',
  429: 'Too many requests; Retry-After says when to come back',
};

const headersOf: Readonly<Record<number, readonly HeaderName[]>> = { 401: ['WWW-Authenticate'], 429: ['Retry-After'] };

/** `components.responses` */
export function sharedResponses(): Record<string, unknown> {
  return Object.fromEntries(Object.entries<ProblemKind>(sharedProblems).map(([name, kind]) => [name, response(kind)]));
}

/** A response of one call's own: what is shared and what it says itself. @param headers besides those that the status brings */
export function ownResponse(status: number, examples: readonly ProblemExample[], headers: readonly HeaderName[]): Record<string, unknown> {
  return response({ description: descriptions[status] ?? 'Failed', headers: [...(headersOf[status] ?? []), ...headers], examples });
}

function response({ description, headers = [], examples = [] }: ProblemKind): Record<string, unknown> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: namedExamples(examples) } };
  return { description, headers: headerReferences(headers), content };
}
