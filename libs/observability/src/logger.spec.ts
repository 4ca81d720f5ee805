import { beforeAll, describe, expect, it } from '@jest/globals';
import { createRequestContext, type RequestContext } from '@foodie-express/request-context';
import fc from 'fast-check';
import { LogLines } from './fixtures/log-lines';
import { createLogger, type Logger } from './logger';

let context: RequestContext;

beforeAll(async () => {
  context = await createRequestContext();
});

/** The lines that `write` logs. */
function linesOf(write: (logger: Logger) => void): Record<string, unknown>[] {
  const destination = new LogLines();
  write(createLogger({ service: 'test', context, level: 'trace', destination }));
  return destination.lines;
}

describe('createLogger', () => {
  it('writes the request ID, user and channel on every line of a request', () => {
    const lines = linesOf((logger) => {
      const child = logger.child({ part: 'tools' });
      context.run({ requestId: 'r-1', channel: 'web' }, () => {
        logger.info('text');
        context.user = { id: 'u-1', role: 'admin' };
        logger.warn({ restaurant: 'X' }, 'fields');
        child.error(new Error('failed'));
      });
    });
    expect(lines).toMatchObject([
      { level: 'info', service: 'test', request_id: 'r-1', channel: 'web', msg: 'text', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
      { level: 'warn', request_id: 'r-1', user: 'u-1', channel: 'web', restaurant: 'X', msg: 'fields' },
      { level: 'error', request_id: 'r-1', user: 'u-1', part: 'tools', msg: 'failed', err: { type: 'Error', stack: expect.stringContaining('logger.spec') } },
    ]);
    expect(lines[0]).not.toHaveProperty('user');
  });

  it('writes - outside of a request, or the ID that the caller knows', () => {
    const lines = linesOf((logger) => {
      logger.info('start');
      logger.info({ request_id: 'known' }, 'told');
      context.run({ requestId: 'mine' }, () => { logger.info({ request_id: 'forged' }, 'inside'); });
    });
    expect(lines.map(({ request_id: id }) => id)).toEqual(['-', 'known', 'mine']);
  });

  it('takes secrets out of fields by their key, however deep', () => {
    const headers = { authorization: 'Bearer hunter2hunter2', Cookie: ['hunter2'], 'X-Session-Token': 'hunter2', 'x-api-key': 'hunter2' };
    const deep = { list: [{ body: { password: 'hunter2', passwordHash: 'hunter2', access_token: { value: 'hunter2' } } }] };
    const text = JSON.stringify(linesOf((logger) => {
      logger.info({ headers, deep, sessionToken: 'hunter2', OPENAI_API_KEY: 'hunter2', 'set-cookie': 'hunter2' });
      logger.child({ password: 'hunter2', accessToken: 'hunter2' }).info('child');
    }));
    expect(text).not.toContain('hunter2');
    expect(text.match(/\[redacted\]/g)).toHaveLength(12);
  });

  it.each([
    'redis://:hunter2@10.0.0.1:6379/0',
    'mongodb://shop:hunter2@db:27017/?a=b',
    'mongodb+srv://shop:hunter2@db',
    'Authorization: Bearer hunter2-hunter2',
    'Authorization: Basic hunter2hunter2==',
    'GET /x?access_token=hunter2&a=b',
    'login with password=hunter2',
    'body {"user":"a","password":"hunter2 \\" hunter2"}',
    'body {"session_token":"hunter2"}',
    'token eyJhunter2hunter2.eyJzdWIiOiJ1In0.hunter2',
    'key sk-proj-hunter2hunter2',
  ])('takes secrets out of texts by their form: %s', (secret) => {
    const text = JSON.stringify(linesOf((logger) => {
      logger.info(secret);
      logger.info({ url: secret, nested: [{ secret, note: secret }] }, 'fields: %s', secret);
      logger.error(new Error(secret, { cause: new Error(secret) }), secret);
      logger.error(Object.assign(new Error('with properties'), { command: { args: [secret] } }));
      logger.child({ note: secret }).info('child');
      logger.info({ body: JSON.stringify({ inner: secret }) });
    }));
    expect(text).not.toContain('hunter2');
  });

  it('leaves alone what is no secret', () => {
    const fields = { tokens: 12, max_tokens: 3, author: 'a', path: '/menu', email: 'a@b.c', url: 'https://shop.example/a@b?c=d', keys: ['a'] };
    expect(linesOf((logger) => { logger.info(fields, 'ordered at a@b'); })).toMatchObject([{ ...fields, msg: 'ordered at a@b' }]);
  });

  it('keeps an error whole: cause, code, parts', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const [line] = linesOf((logger) => { logger.error({ err: new AggregateError([cause], 'all failed', { cause }) }); });
    expect(line).toMatchObject({ msg: 'all failed', err: { type: 'AggregateError', message: 'all failed', cause: { code: 'ECONNREFUSED' } } });
  });

  it('bounds a line, whatever it is given', () => {
    const circle: Record<string, unknown> = { text: 'x'.repeat(100_000), list: Array.from({ length: 100_000 }, () => ({ a: 1 })) };
    circle['self'] = circle;
    const texts = Array.from({ length: 400 }, () => 'x'.repeat(100_000));
    const lines = linesOf((logger) => {
      logger.info({ circle, after: 1 });
      logger.info({ texts, after: 1 });
      logger.info(Object.fromEntries(texts.map((text, number) => [`${text}${number}`, 1])));
    });
    for (const line of lines) {
      expect(JSON.stringify(line).length).toBeLessThan(100_000);
      expect(line).toMatchObject({ truncated: true });
    }
  });

  it('takes values of every kind', () => {
    const hostile = { toJSON: () => { throw new Error('toJSON'); } };
    const broken = { get field(): string { throw new Error('getter'); } };
    const fields = { hostile, broken, big: 10n, symbol: Symbol('s'), binary: new Uint8Array(9), map: new Map([['a', 1]]), set: new Set([1]), date: new Date(0) };
    expect(linesOf((logger) => { logger.info(fields); })).toMatchObject([{
      hostile: '[unreadable]',
      broken: { field: '[unreadable]' },
      big: '10',
      symbol: 'Symbol(s)',
      binary: '[9 bytes]',
      map: [['a', 1]],
      set: [1],
      date: '1970-01-01T00:00:00.000Z',
    }]);
  });

  it('writes one JSON object for each call, and never a secret, for any fields and texts', () => {
    const secretKeys = fc.constantFrom('password', 'token', 'Authorization', 'client_secret', 'apiKey');
    const field = fc.tuple(fc.oneof(fc.string(), fc.constantFrom('request_id', 'err', 'msg', 'level', 'time', '__proto__')), fc.anything());
    fc.assert(
      fc.property(fc.array(field), fc.string(), secretKeys, fc.string(), (fields, message, key, rest) => {
        const secret = `Zq9"\\${rest}Zq9`;
        const lines = linesOf((logger) => {
          logger.info({ ...Object.fromEntries(fields), deep: [{ [key]: secret }] }, message);
          logger.info(JSON.stringify({ [key]: secret }));
        });
        expect(lines).toHaveLength(2);
        expect(JSON.stringify(lines)).not.toContain('Zq9');
      }),
    );
  });
});
