import { idempotencyKeySchema } from '@foodie-express/contracts';
import { jsonSchema, type JsonSchema } from './component-schemas';

export type RequestHeader = 'Idempotency-Key' | 'If-Match' | 'If-None-Match';

/** Headers of a good answer that come with certain calls alone. */
export type AnswerHeader = 'ETag' | 'X-Total-Count' | 'X-Next-Cursor' | 'Link';

interface DescribedHeader {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

const text = { type: 'string' };
const number = { type: 'integer', minimum: 0 };
const REQUEST_ID = '9f2c1a52-7d2f-4c0e-8a53-0b7c8a1f6d11';
const TAG = '"7-p3bGWv0cYd2kX9aQ"';

/** Headers that a call may bring; `X-Request-ID` may come with any. Without examples, which the pages of /docs would send. */
export const requestHeaders: Readonly<Record<RequestHeader | 'X-Request-ID', DescribedHeader>> = {
  'Idempotency-Key': {
    description: 'A key of your own making: the same order again is answered with the one that it made, for 24 hours.',
    schema: jsonSchema(idempotencyKeySchema, 'input'),
  },
  'If-Match': { description: 'The ETag that you have read: the change is refused with 412 where it no longer holds.', schema: text },
  'If-None-Match': { description: 'The ETag that you have: the answer is 304 while it holds.', schema: text },
  'X-Request-ID': {
    description: '1 to 128 of A-Z, a-z, 0-9, . _ : and -. It comes back with the answer and stands in the log; without one the answer brings a new one.',
    schema: { type: 'string', maxLength: 128 },
  },
};

/** Headers that an answer may bring. */
export const answerHeaders = {
  'X-Request-ID': { description: 'The ID of the request: the one that was sent, or a new one.', schema: text, example: REQUEST_ID },
  ETag: { description: 'Of this answer, for If-None-Match; of a restaurant, for If-Match too.', schema: text, example: TAG },
  'X-Total-Count': { description: 'How many entries there are on all pages.', schema: number, example: 9 },
  'X-Next-Cursor': { description: 'The cursor of the next page; absent on the last one.', schema: text, example: 'WzE3NzIzNjM0NjA3MzQsIjY5YTQxZjNjZWFhMzE0OTViNDY2NTJkOCJd' },
  Link: { description: 'The next page (RFC 8288); absent on the last one.', schema: text, example: '</api/v1/orders/?limit=50&cursor=Wz>; rel="next"' },
  'RateLimit-Limit': { description: 'How many requests a minute you have, where RATE_LIMIT bounds them.', schema: number, example: 600 },
  'RateLimit-Remaining': { description: 'How many of them are left.', schema: number, example: 599 },
  'RateLimit-Reset': { description: 'In how many seconds they begin anew.', schema: number, example: 60 },
  'Retry-After': { description: 'In how many seconds to come back.', schema: number, example: 42 },
  'WWW-Authenticate': { description: 'How to log in: with a bearer token.', schema: text, example: 'Bearer' },
} satisfies Record<string, DescribedHeader>;

export type HeaderName = keyof typeof answerHeaders;

/** Headers of every call that counts as a write. */
export const rateLimitHeaders: readonly HeaderName[] = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The `headers` of a response, each by its component. */
export function headerReferences(names: readonly HeaderName[]): Record<string, JsonSchema> {
  return Object.fromEntries([...new Set<HeaderName>([...names, 'X-Request-ID'])].map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
