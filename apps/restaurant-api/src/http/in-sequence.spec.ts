import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { problemSchema } from '@foodie-express/contracts';
import { NotFoundError } from '@foodie-express/error-messages';
import { inSequence, type NodeMiddleware } from './in-sequence';

const seen: NodeMiddleware = (_request, response, next) => {
  response.setHeader('X-Request-ID', 'r-1').appendHeader('X-Seen', 'yes');
  next();
};

async function ask(handlers: readonly NodeMiddleware[], last: RequestListener): Promise<Response> {
  const server = createServer(inSequence(handlers, last)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await fetch(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const never: RequestListener = () => {
  throw new Error('should not be reached');
};

describe('handlers in sequence', () => {
  it('all see a request before the last one answers it', async () => {
    const answer = await ask([seen, seen], (_request, response) => response.end('last'));
    expect([await answer.text(), answer.headers.get('X-Seen')]).toEqual(['last', 'yes, yes']);
  });

  it('keep from those behind them what they answer', async () => {
    const answer = await ask([seen, (_request, response) => { response.end('first'); }], never);
    expect(await answer.text()).toBe('first');
  });

  it('answer a failure with a problem of known length', async () => {
    const answer = await ask([seen, (_request, _response, next) => { next(new NotFoundError('There is nothing')); }], never);
    const text = await answer.text();
    expect(problemSchema.parse(JSON.parse(text))).toMatchObject({ status: 404, detail: 'There is nothing', request_id: 'r-1' });
    expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Content-Length')]).toEqual([404, 'application/problem+json; charset=utf-8', String(text.length)]);
  });

  it('break off an answer that fails when it has begun', async () => {
    const failing: NodeMiddleware = (_request, response, next) => {
      response.write('half of', () => { next(new Error('expected')); });
    };
    await expect(ask([seen, failing], never).then((answer) => answer.text())).rejects.toThrow();
  });
});
