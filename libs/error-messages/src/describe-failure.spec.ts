import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { AppError, ForbiddenError, LoginRequiredError, NotFoundError, RateLimitedError, UnavailableError, UpstreamTimeoutError, ValidationError } from './app-error';
import { describeFailure } from './describe-failure';
import type { FailureCode } from './failure-code';

const withProperties = (properties: object, message = 'secret at 10.0.0.1:27017') => Object.assign(new Error(message), properties);

describe('describeFailure', () => {
  it('lets errors of our own speak in their words', () => {
    expect(describeFailure(new NotFoundError("Restaurant 'X' not found"))).toEqual({
      code: 'not_found',
      status: 404,
      title: 'Not found',
      detail: "Restaurant 'X' not found",
      userMessage: "😔 Restaurant 'X' not found",
    });
  });

  it.each<[AppError, FailureCode, number]>([
    [new ValidationError([{ path: 'name', message: 'should be text' }]), 'validation_failed', 422],
    [new LoginRequiredError(), 'login_required', 401],
    [new ForbiddenError(), 'forbidden', 403],
    [new RateLimitedError(7), 'rate_limited', 429],
    [new UnavailableError(), 'service_unavailable', 503],
    [new UpstreamTimeoutError(), 'upstream_timeout', 504],
    [new AppError('already_exists', { status: 400, detail: 'Username already registered' }), 'already_exists', 400],
  ])('knows %s', (error, code, status) => {
    expect(describeFailure(error)).toMatchObject({ code, status });
    expect(describeFailure(new Error('wrapped', { cause: error }))).toMatchObject({ code, status });
  });

  it('says how long to wait', () => {
    expect(describeFailure(new RateLimitedError(7))).toMatchObject({ retryAfterSeconds: 7, userMessage: '🐢 Too many requests. Please try again in 7 s.' });
    expect(describeFailure({ msBeforeNext: 1_001, remainingPoints: 0 })).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 2 });
  });

  it('tells the fields of a schema error', () => {
    const { error } = z.object({ quantity: z.number() }).safeParse({ quantity: 'x' });
    expect(describeFailure(error)).toMatchObject({ code: 'validation_failed', errors: [{ path: 'quantity', message: 'should be a number' }] });
  });

  it.each<[FailureCode, unknown]>([
    ['upstream_timeout', withProperties({ code: 'ETIMEDOUT' })],
    ['upstream_timeout', withProperties({ name: 'MongoServerError', code: 50 })],
    ['upstream_unreachable', withProperties({ code: 'ENOTFOUND' })],
    ['upstream_unreachable', withProperties({ name: 'MongooseServerSelectionError' })],
    ['upstream_unreachable', new AggregateError([withProperties({ code: 'ECONNREFUSED' })], 'all failed')],
    ['upstream_unreachable', new TypeError('fetch failed', { cause: withProperties({ code: 'UND_ERR_SOCKET' }) })],
    ['circuit_open', withProperties({ code: 'EOPENBREAKER' })],
    ['service_unavailable', withProperties({ code: 'ESEMLOCKED' })],
    ['service_unavailable', withProperties({ status: 429 })],
    ['service_unavailable', withProperties({ response: { status: 503 } })],
    ['upstream_timeout', withProperties({ statusCode: 504 })],
    ['upstream_failed', withProperties({ status: 401 })],
    ['upstream_failed', withProperties({ status: 500 })],
    ['upstream_failed', withProperties({ name: 'MongoServerError', code: 8_000 })],
    ['already_exists', withProperties({ name: 'MongoServerError', code: 11_000 })],
    ['conflict', withProperties({ name: 'VersionError' })],
    ['bad_request', withProperties({ name: 'CastError', path: '_id' })],
    ['not_found', withProperties({ expose: true, status: 404 })],
    ['internal_error', withProperties({ expose: false, status: 500 })],
    ['internal_error', new TypeError('undefined is not a function')],
    ['internal_error', withProperties({ code: 'toString' })],
    ['internal_error', withProperties({ status: 200 })],
    ['internal_error', 'a text'],
    ['internal_error', undefined],
    ['internal_error', null],
    ['internal_error', 404],
    ['internal_error', { issues: [] }],
  ])('answers %s, without a word of the error, for %p', (code, error) => {
    const failure = describeFailure(error);
    expect(failure.code).toBe(code);
    expect(JSON.stringify(failure)).not.toMatch(/secret|10\.0\.0\.1|undefined|fetch/);
  });

  it('follows causes that go round in a circle', () => {
    const [first, second] = [new Error('first'), new Error('second')];
    first.cause = second;
    second.cause = first;
    expect(describeFailure(first).code).toBe('internal_error');
  });

  it('never throws and never repeats what an unknown error says', () => {
    const marked = fc.string().map((text) => `Zq${text}Zq`);
    const names = fc.constantFrom('message', 'name', 'code', 'status', 'statusCode', 'cause', 'errors', 'issues', 'response', 'expose', 'getStatus', 'type', 'msBeforeNext', 'stack', 'detail');
    const values = fc.oneof(marked, fc.integer(), fc.double(), fc.constant(null), fc.array(marked), fc.object());
    fc.assert(
      fc.property(fc.dictionary(names, values), (properties) => {
        expect(JSON.stringify(describeFailure(properties))).not.toContain('Zq');
        expect(JSON.stringify(describeFailure(Object.defineProperties(new Error('Zq'), Object.getOwnPropertyDescriptors(properties))))).not.toContain('Zq');
      }),
    );
  });

  it('takes values whose getters throw', () => {
    const hostile = new Proxy({}, { get: () => { throw new Error('no'); } });
    expect(describeFailure(hostile).code).toBe('internal_error');
  });
});
