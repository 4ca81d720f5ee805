import { problemSchema } from '@foodie-express/contracts';
import { describe, expect, it } from '@jest/globals';
import { NotFoundError, RateLimitedError, ValidationError } from './app-error';
import { describeFailure } from './describe-failure';
import { createFailure } from './failure';
import { failureFromResponse } from './failure-from-response';
import { toProblem, toProblemResponse } from './problem';

describe('toProblemResponse', () => {
  it('is a problem of the wire contract', () => {
    const { status, headers, body } = toProblemResponse(new NotFoundError("Restaurant 'X' not found").failure, 'r-1');
    expect({ status, headers }).toEqual({ status: 404, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } });
    expect(problemSchema.strict().parse(body)).toEqual({
      type: 'urn:foodie-express:problem:not_found',
      title: 'Not found',
      status: 404,
      detail: "Restaurant 'X' not found",
      code: 'not_found',
      request_id: 'r-1',
    });
  });

  it('says when to come back, and how to log in', () => {
    expect(toProblemResponse(new RateLimitedError(9).failure, 'r').headers).toMatchObject({ 'Retry-After': '9' });
    expect(toProblemResponse(createFailure('login_required'), 'r').headers).toMatchObject({ 'WWW-Authenticate': 'Bearer' });
  });

  it('keeps a detail one bounded line', () => {
    const { detail } = createFailure('not_found', { detail: `a\r\nb\u2028c\0${'😀'.repeat(400)}` });
    expect(detail).toMatch(/^a b c 😀+…$/u);
    expect(detail.length).toBeLessThanOrEqual(500);
  });
});

describe('failureFromResponse', () => {
  it.each([
    new NotFoundError("Restaurant 'X' not found").failure,
    new ValidationError([{ path: 'items.0.quantity', message: 'should be at most 100' }]).failure,
    createFailure('login_failed'),
    createFailure('already_exists', { status: 400, detail: 'Username already registered' }),
  ])('tells a person what the API told the agent: $detail', (failure) => {
    const { status, body } = toProblemResponse(failure, 'r');
    expect(failureFromResponse({ status, body })).toMatchObject({ code: failure.code, detail: failure.detail, userMessage: failure.userMessage });
  });

  it.each([
    [401, 'login_required', '🔒'],
    [403, 'forbidden', '🔒'],
    [404, 'not_found', '😔'],
    [418, 'bad_request', '❌'],
    [429, 'rate_limited', '🐢'],
    [500, 'upstream_failed', '⚙️'],
    [502, 'upstream_failed', '⚙️'],
    [503, 'service_unavailable', '⚙️'],
    [504, 'upstream_timeout', '⏱️'],
    [302, 'upstream_failed', '⚙️'],
  ])('knows %i without a problem of ours, and repeats nothing of it', (status, code, emoji) => {
    for (const body of ['<html>nginx</html>', null, undefined, [], { detail: 'Error: at x.js:1' }, { code: 'toString', detail: 'at x.js' }]) {
      const failure = failureFromResponse({ status, body });
      expect(failure).toMatchObject({ code, userMessage: expect.stringMatching(new RegExp(`^${emoji} `)) });
      expect(JSON.stringify(failure)).not.toMatch(/nginx|x\.js/);
    }
  });

  it('takes a bug of the API for what it is to the agent, without its words', () => {
    const body = { ...toProblem(describeFailure(new Error('x')), 'r'), detail: 'at x.js:1' };
    expect(failureFromResponse({ status: 500, body })).toEqual(createFailure('upstream_failed'));
  });

  it.each([['7', 7], ['soon', undefined], ['-1', undefined], [null, undefined]])('reads Retry-After: %s', (retryAfter, seconds) => {
    expect(failureFromResponse({ status: 429, body: null, retryAfter }).retryAfterSeconds).toBe(seconds);
  });
});
