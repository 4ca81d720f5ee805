import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { TestAgent } from '../testing/test-agent';

describe('the session cookie', () => {
  let api: FakeRestaurantApi;
  let agent: TestAgent;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    api.addAccount('alice', 'S3cret99');
    agent = await TestAgent.start({ apiUrl: api.url });
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  /** A browser, which knows of cookies alone. */
  function browser() {
    const jar = new Map<string, string>();
    return async (userId: string, message: string, path = '/chat') => {
      const response = await fetch(`${agent.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: [...jar].map((cookie) => cookie.join('=')).join('; ') },
        body: JSON.stringify({ user_id: userId, message }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      return { status: response.status, text: await response.text(), cookies: [...jar] };
    };
  }

  it('comes with a stream as well, and is the token that the stream tells of', async () => {
    const { text, cookies } = await browser()(randomUUID(), 'hi', '/chat/stream');
    expect(cookies).toEqual([['foodie_session', /"session_token":"([^"]+)"/.exec(text)?.[1]]]);
  });

  it.each(['/chat', '/chat/stream'])('opens the conversation after a login at %s', async (path) => {
    const [say, userId] = [browser(), randomUUID()];
    for (const message of ['hi', 'login alice S3cret99']) await say(userId, message, path);
    const { status, text } = await say(userId, 'who am i', path);
    expect(status).toBe(200);
    expect(text.replaceAll(/event: token\ndata: .*\n\n/g, '')).toContain('You are logged in as alice');
  });

  it('tells of tools and words in their order where a stream waits for a login', async () => {
    const { text } = await browser()(randomUUID(), 'login alice S3cret99', '/chat/stream');
    expect([...new Set(text.match(/event: \w+/g))]).toEqual(['event: tool', 'event: token', 'event: done']);
  });

  it('keeps several conversations of one browser apart', async () => {
    const say = browser();
    const users = [randomUUID(), randomUUID(), randomUUID()];
    for (const message of ['hi', '2 masala thepla from thepla house', 'show my order']) {
      for (const user of users) expect((await say(user, message)).status).toBe(200);
    }
  });

  it('is not given by a stream to whoever may not enter', async () => {
    const [say, userId] = [browser(), randomUUID()];
    for (const message of ['hi', 'hi again']) await say(userId, message);
    expect(await browser()(userId, 'hi', '/chat/stream')).toMatchObject({ status: 401, cookies: [] });
  });
});
