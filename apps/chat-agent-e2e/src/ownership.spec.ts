import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTokenSchema, chatResponseSchema } from '@foodie-express/contracts';
import { Person } from './person';
import { Stack } from './stack';

describe('a conversation and its owner', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  const knock = (userId: string, headers: Readonly<Record<string, string>>, path = '/chat') =>
    new Person().post(`${stack.agent.url}${path}`, { user_id: userId, ...(path !== '/clear-session' && { message: 'my orders' }) }, headers);

  async function bearerOf(person: Person): Promise<string> {
    const response = await person.post(`${stack.api.url}/users/login`, { username: person.username, password: person.password });
    return `Bearer ${accessTokenSchema.parse(await response.json()).access_token}`;
  }

  it.each(['/chat', '/chat/stream', '/clear-session'])('is bound at %s to the client of its first turn, once that sends its token back', async (path) => {
    const person = new Person();
    await person.say(stack.agent.url, 'hi');
    const other = chatResponseSchema.parse(await (await knock(person.userId, {})).json()).session_token;
    await person.say(stack.agent.url, '2 masala thepla from thepla house');
    expect((await knock(person.userId, {}, path)).status).toBe(401);
    expect((await knock(person.userId, { 'x-session-token': other }, path)).status).toBe(403);
    expect((await knock(person.userId, { 'x-session-token': 'made.up' }, path)).status).toBe(403);
    expect((await person.say(stack.agent.url, 'show my order')).pending_order).toBeDefined();
  });

  it('is not handed to a stranger with an account of their own', async () => {
    const [person, stranger] = [new Person(), new Person()];
    await stranger.say(stack.agent.url, stranger.registration);
    await person.converse(stack.agent.url, ['hi', '2 masala thepla from thepla house']);
    expect((await knock(person.userId, { authorization: await bearerOf(stranger) })).status).toBe(401);
    expect((await person.say(stack.agent.url, person.registration)).response).toContain('Welcome');
  });

  it('cannot be taken by a second client that sends its own token back first', async () => {
    const person = new Person();
    await person.say(stack.agent.url, 'hi');
    const second = new Person(person.userId);
    await second.converse(stack.agent.url, ['hello', 'hello again']);
    await person.say(stack.agent.url, '2 masala thepla from thepla house');
    await expect(second.say(stack.agent.url, 'show my order')).rejects.toThrow('403');
  });

  it('takes the cookie where the header is of an earlier conversation, as in a second tab', async () => {
    const person = new Person();
    const first = await person.post(`${stack.agent.url}/chat`, { user_id: person.userId, message: 'hi' });
    const [cookie = ''] = first.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    expect((await knock(person.userId, { cookie })).status).toBe(200);
    expect((await knock(person.userId, { cookie, 'x-session-token': 'of.before' })).status).toBe(200);
    expect((await knock(person.userId, { 'x-session-token': 'of.before' })).status).toBe(403);
  });

  it('begins anew with the token of a conversation that is forgotten', async () => {
    const person = new Person();
    await person.converse(stack.agent.url, ['hi', 'show restaurants']);
    await person.post(`${stack.agent.url}/clear-session`, { user_id: person.userId });
    await person.converse(stack.agent.url, ['hi', 'show restaurants']);
    expect((await knock(person.userId, {})).status).toBe(401);
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
