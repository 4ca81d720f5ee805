import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chatResponseSchema, problemSchema } from '@foodie-express/contracts';
import { Person } from './person';
import { Stack } from './stack';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('bad input', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  it.each<[string, unknown, number, string]>([
    ['no JSON', '{"user_id": "me", ', 400, 'JSON'],
    ['nothing', '', 400, 'should'],
    ['a list', [], 400, 'should'],
    ['a text', '"hello"', 400, 'should'],
    ['null', 'null', 400, 'should'],
    ['no user_id', { message: 'hi' }, 400, 'user_id'],
    ['no message', { user_id: 'me' }, 400, 'message'],
    ['a number for a message', { user_id: 'me', message: 42 }, 400, 'message'],
    ['an object for a user_id', { user_id: { $gt: '' }, message: 'hi' }, 400, 'user_id'],
    ['a user_id with blanks', { user_id: 'me and you', message: 'hi' }, 400, 'user_id'],
    ['a user_id with a line break', { user_id: 'me\n', message: 'hi' }, 400, 'user_id'],
    ['a long user_id', { user_id: 'x'.repeat(129), message: 'hi' }, 400, 'user_id'],
    ['an unknown field', { user_id: 'me', message: 'hi', admin: true }, 400, 'admin'],
    ['a message over 4,000 characters', { user_id: 'me', message: 'x'.repeat(4_001) }, 400, 'message'],
    ['a body over 64 KiB', { user_id: 'me', message: 'x'.repeat(70_000) }, 413, 'large'],
  ])('%s is refused by /chat and /chat/stream alike', async (_name, body, status, named) => {
    for (const path of ['/chat', '/chat/stream', '/api/v1/chat']) {
      const response = await new Person().post(`${stack.agent.url}${path}`, body);
      const problem = problemSchema.parse(await response.json());
      expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
      expect(`${problem.detail} ${JSON.stringify(problem.errors ?? [])}`).toContain(named);
      expect(problem.request_id).toBe(response.headers.get('x-request-id'));
    }
  });

  it.each<[string, string, string, RequestInit, number]>([
    ['another content type', 'POST', '/chat', { headers: { 'content-type': 'text/plain' }, body: 'hi' }, 415],
    ['another method', 'GET', '/chat', {}, 405],
    ['an unknown path', 'GET', '/nothing', {}, 404],
    ['a broken escape', 'GET', '/%zz', {}, 404],
    ['a bearer token that is none', 'POST', '/chat', { headers: { ...JSON_TYPE, authorization: 'Bearer no.token' }, body: '{"user_id":"me","message":"hi"}' }, 401],
    ['a compression bomb', 'POST', '/chat', { headers: { ...JSON_TYPE, 'content-encoding': 'br' }, body: 'x' }, 400],
    ['clearing nobody', 'POST', '/clear-session', { headers: JSON_TYPE, body: '{}' }, 400],
  ])('%s is answered with problem details', async (_name, method, path, init, status) => {
    const response = await fetch(`${stack.agent.url}${path}`, { method, ...init });
    const problem = problemSchema.parse(await response.json());
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|at .*\.js|Error:/);
  });

  it.each(['x'.repeat(10_000), 'with blank', 'semi;colon', '<script>'])('replaces the odd request ID %.20s', async (id) => {
    const response = await fetch(`${stack.agent.url}/`, { headers: { 'x-request-id': id } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['', '   ', '\u0000\u0001', '🍕🍕🍕', '{{7*7}}', '__proto__', 'constructor', '../../etc/passwd', 'x'.repeat(4_000), '😀'.repeat(1_000), '1'.repeat(4_000), 'a '.repeat(2_000), 'من فضلك'])(
    'gives the message %.30j a friendly answer',
    async (message) => {
      const response = await new Person().post(`${stack.agent.url}/chat`, { user_id: 'odd', message });
      const { response: text } = chatResponseSchema.parse(await response.json());
      expect([response.status, text.length > 10]).toEqual([200, true]);
    },
  );

  it('accepts what older clients send along', async () => {
    const response = await new Person().post(`${stack.agent.url}/chat/`, { user_id: 'old', message: 'hi', restaurant: null, history: [{ role: 'user', content: 'x' }] });
    expect(response.status).toBe(200);
  });

  it('changes nothing', async () => {
    const person = new Person();
    await person.converse(stack.agent.url, [person.registration, '2 masala dosa']);
    await person.post(`${stack.agent.url}/chat`, { user_id: person.userId, message: 7 });
    await person.post(`${stack.agent.url}/chat`, { user_id: person.userId, message: 'cancel', extra: 1 });
    expect((await person.say(stack.agent.url, 'yes')).response).toContain('Your order is placed');
  });

  it('limits how much one user says in a minute, over all instances', async () => {
    const limits = { MESSAGES_PER_MINUTE: '4' };
    const [one, other] = [await stack.addAgent(limits), await stack.addAgent(limits)];
    const person = new Person();
    for (const agent of [one, other, one, other]) await person.say(agent.url, 'hi');
    const refused = await person.post(`${one.url}/chat`, { user_id: person.userId, message: 'hi' });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(problemSchema.parse(await refused.json()).code).toBe('rate_limited');
    expect((await new Person().say(one.url, 'hi')).response).toContain('Hello');
  });
});
