import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chatResponseSchema, problemSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { Person } from './person';
import { Stack } from './stack';

interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
}

const tokenSchema = z.object({ text: z.string() });

function readEvents(text: string): ServerEvent[] {
  return text
    .split('\n\n')
    .flatMap((block) => [/^event: (\w+)\ndata: (.*)$/.exec(block)])
    .flatMap((match) => (match?.[1] === undefined || match[2] === undefined ? [] : [{ event: match[1], data: JSON.parse(match[2]) as unknown }]));
}

describe('POST /chat/stream', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  it('sends the tools, the words and at last the whole answer', async () => {
    const person = new Person();
    const response = await person.post(`${stack.agent.url}/chat/stream`, { user_id: person.userId, message: '2 masala thepla from thepla house' });
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-cache, no-transform',
    ]);
    const events = readEvents(await response.text());
    expect(events.filter(({ event }) => event === 'tool').map(({ data }) => data)).toEqual([{ name: 'add_to_order' }, { name: 'prepare_order_for_confirmation' }]);
    const done = chatResponseSchema.parse(events.at(-1)?.data);
    const words = events.filter(({ event }) => event === 'token').map(({ data }) => tokenSchema.parse(data).text);
    expect(words.length).toBeGreaterThan(5);
    expect(words.join('')).toBe(done.response);
    expect(done.pending_order?.total_price).toBe(126);
    expect(done.request_id).toBe(response.headers.get('x-request-id'));
  });

  it('binds a conversation by the token in its last event', async () => {
    const person = new Person();
    const response = await person.post(`${stack.agent.url}/chat/stream`, { user_id: person.userId, message: person.registration });
    const { session_token } = chatResponseSchema.parse(readEvents(await response.text()).at(-1)?.data);
    const refused = await new Person().post(`${stack.agent.url}/chat/stream`, { user_id: person.userId, message: 'my orders' });
    const problem = refused.status === 200 ? readEvents(await refused.text()).at(-1)?.data : await refused.json();
    expect(problemSchema.parse(problem)).toMatchObject({ status: 401, code: 'login_required' });
    const owned = await new Person().post(`${stack.agent.url}/chat`, { user_id: person.userId, message: 'my orders' }, { 'x-session-token': session_token });
    expect(owned.status).toBe(200);
  });

  it('keeps the conversation usable when a client leaves in its middle', async () => {
    const person = new Person();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const left = new AbortController();
      const request = fetch(`${stack.agent.url}/chat/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user_id: person.userId, message: 'show restaurants' }),
        signal: left.signal,
      });
      await request.then(() => {
        left.abort();
      });
    }
    expect((await person.say(stack.agent.url, 'hi')).response).toContain('Hello');
  });

  it('ends what is under way before the process does', async () => {
    const agent = await stack.addAgent();
    const person = new Person();
    const answers = Array.from({ length: 5 }, (_each, index) => new Person(`${person.userId}-${index}`).say(agent.url, 'show restaurants'));
    await Promise.race(answers);
    const [exit, replies] = await Promise.all([agent.stop(), Promise.allSettled(answers)]);
    expect(exit.code).toBe(0);
    expect(replies.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  });
});
