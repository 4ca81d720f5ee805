import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { Person, TestAgent } from '../testing/test-agent';
import { memoryRateLimits } from './rate-limit';

const LIMIT = 5;

describe('the limits of rate', () => {
  let api: FakeRestaurantApi;
  let agent: TestAgent;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    agent = await TestAgent.start({ apiUrl: api.url, rateLimits: memoryRateLimits(LIMIT, 1_000) });
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  const hello = (userId: string) => ({ user_id: userId, message: 'hi' });

  it('let a user send so many messages, and more of them count for nothing', async () => {
    const person = new Person(agent.url, randomUUID());
    const statuses: number[] = [];
    for (let message = 0; message < LIMIT + 3; message += 1) statuses.push((await person.post('/chat', hello(person.userId))).status);
    expect(statuses).toEqual([...Array.from({ length: LIMIT }, () => 200), 429, 429, 429]);
  });

  it.each(['/chat', '/chat/stream', '/clear-session'])('are not used up by a stranger at %s', async (path) => {
    const person = new Person(agent.url, randomUUID());
    for (let message = 0; message < 2; message += 1) await person.say('hi');
    const stranger = new Person(agent.url, person.userId);
    const body = path === '/clear-session' ? { user_id: person.userId } : hello(person.userId);
    const knocks = await Promise.all(Array.from({ length: 3 * LIMIT }, () => stranger.post(path, body)));
    for (const { status } of knocks) expect([401, 429]).toContain(status);
    for (let message = 2; message < LIMIT; message += 1) expect((await person.post('/chat', hello(person.userId))).status).toBe(200);
  });
});
