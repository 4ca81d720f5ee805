import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTokenSchema } from '@foodie-express/contracts';
import { Person } from './person';
import { Stack } from './stack';

describe('a conversation and its owner', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  const knock = (userId: string, headers: Readonly<Record<string, string>>, path = '/chat') =>
    new Person().post(`${stack.agent.url}${path}`, { user_id: userId, ...(path === '/chat' && { message: 'my orders' }) }, headers);

  async function bearerOf(person: Person): Promise<string> {
    const response = await person.post(`${stack.api.url}/users/login`, { username: person.username, password: person.password });
    return `Bearer ${accessTokenSchema.parse(await response.json()).access_token}`;
  }

  it('is open to whoever knows the user_id while nobody is logged in', async () => {
    const person = new Person();
    await person.say(stack.agent.url, 'hi');
    expect((await knock(person.userId, {})).status).toBe(200);
  });

  it('gives a second client a token of its own, and lets it neither use that after the login of the first nor log in itself', async () => {
    const person = new Person();
    await person.converse(stack.agent.url, ['hi', '2 masala thepla from thepla house']);
    const second = new Person(person.userId);
    const { session_token: secondToken } = await second.say(stack.agent.url, 'hello');
    const { session_token: firstToken } = await person.say(stack.agent.url, 'show my order');
    expect(secondToken).not.toBe(firstToken);
    expect((await second.say(stack.agent.url, second.registration)).response).toContain('start a new conversation');
    expect((await person.say(stack.agent.url, person.registration)).response).toContain('Welcome');
    expect((await knock(person.userId, { 'x-session-token': secondToken })).status).toBe(403);
    expect((await person.say(stack.agent.url, 'my orders')).response).toContain('no orders yet');
  });

  it('keeps clients that never send a token back working until a login', async () => {
    const { userId, registration } = new Person();
    for (const message of ['hi', '2 masala thepla from thepla house', registration]) {
      const response = await new Person().post(`${stack.agent.url}/chat`, { user_id: userId, message });
      expect(response.status).toBe(200);
    }
    expect((await knock(userId, {})).status).toBe(401);
  });

  it('is closed to others from the login on: without a token, with an older one, with a made-up one', async () => {
    const person = new Person();
    const before = await person.say(stack.agent.url, 'hi');
    await person.say(stack.agent.url, person.registration);
    expect((await knock(person.userId, {})).status).toBe(401);
    expect((await knock(person.userId, { 'x-session-token': before.session_token })).status).toBe(403);
    expect((await knock(person.userId, { 'x-session-token': 'made-up' })).status).toBe(403);
    expect((await knock(person.userId, {}, '/clear-session')).status).toBe(401);
    expect((await person.say(stack.agent.url, 'my orders')).response).toContain('no orders yet');
  });

  it('opens with the cookie that the answers set', async () => {
    const person = new Person();
    const response = await person.post(`${stack.agent.url}/chat`, { user_id: person.userId, message: person.registration });
    const cookie = response.headers.getSetCookie().join(';');
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await knock(person.userId, { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });

  it('belongs to the account of its first bearer token', async () => {
    const [owner, other] = [new Person(), new Person()];
    for (const person of [owner, other]) await person.say(stack.agent.url, person.registration);
    const userId = `${owner.userId}-page`;
    const [ownerToken, otherToken] = [await bearerOf(owner), await bearerOf(other)];
    expect((await knock(userId, { authorization: ownerToken })).status).toBe(200);
    expect((await knock(userId, { authorization: otherToken })).status).toBe(403);
    expect((await knock(userId, {})).status).toBe(401);
    expect((await knock(userId, { authorization: ownerToken })).status).toBe(200);
  });
});
