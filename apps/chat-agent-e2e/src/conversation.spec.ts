import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { Person } from './person';
import { Stack } from './stack';

describe('a conversation with both services up', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  it('ends in an order that the API has, once, with the prices that were shown', async () => {
    const person = new Person();
    const { url } = stack.agent;
    expect((await person.say(url, 'show me gujarati places')).response).toContain('Thepla House');
    const shown = await person.say(url, '2 masala thepla from thepla house');
    expect(shown.response).toContain('Total: ₹126');
    expect(shown.pending_order).toMatchObject({ restaurant_name: 'Thepla House', total_price: 126 });
    expect((await person.say(url, 'yes')).response).toMatch(/log in/);
    expect((await person.say(url, person.registration)).response).toContain('Shall I place it?');
    const placed = await person.say(url, 'yes please');
    expect(placed.response).toContain('Your order is placed');
    expect(placed.pending_order).toBeUndefined();
    const orders = await person.orders(stack.api.url);
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ restaurant_name: 'Thepla House', total_price: 126, items: [{ item_name: 'Masala Thepla', quantity: 2 }] });
    expect((await person.say(url, 'my orders')).response).toContain('2 × Masala Thepla');
  });

  it('places nothing that was not confirmed', async () => {
    const person = new Person();
    const { url } = stack.agent;
    await person.converse(url, [person.registration, '2 masala dosa', 'maybe', 'yes, but make it 3', 'what is the menu of swati snacks', 'no']);
    expect((await person.say(url, 'yes')).response).not.toContain('placed');
    expect(await person.orders(stack.api.url)).toEqual([]);
  });

  it('forgets a conversation on request', async () => {
    const person = new Person();
    const { url } = stack.agent;
    await person.converse(url, [person.registration, '2 masala dosa']);
    const cleared = await person.post(`${url}/clear-session`, { user_id: person.userId });
    expect([cleared.status, await cleared.json()]).toEqual([200, expect.objectContaining({ status: 'cleared' })]);
    expect((await person.say(url, 'yes')).response).not.toContain('placed');
    expect((await person.say(url, 'my orders')).response).toContain('log in');
  });

  it('keeps what is said on one instance for the next one', async () => {
    const person = new Person();
    const second = stack.agents[1] ?? (await stack.addAgent());
    await person.say(stack.agent.url, '1 masala dosa');
    await person.say(second.url, person.registration);
    expect((await person.say(stack.agent.url, 'yes')).response).toContain('Your order is placed');
  });

  it('handles two messages of one user at two instances one after the other', async () => {
    const person = new Person();
    const second = stack.agents[1] ?? (await stack.addAgent());
    await person.converse(stack.agent.url, [person.registration, '1 masala dosa']);
    await Promise.all([person.say(stack.agent.url, 'add 2 idli'), person.say(second.url, 'add 3 idli')]);
    const shown = await person.say(stack.agent.url, 'show my order');
    expect(shown.response).toContain('5 × Idli Sambar');
    const both = await Promise.all([person.say(stack.agent.url, 'yes'), person.say(second.url, 'yes')]);
    expect(both.filter(({ response }) => response.includes('Your order is placed'))).toHaveLength(1);
    expect(await person.orders(stack.api.url)).toHaveLength(1);
  });

  it.each([0, 5, 10, 20, 40])('places one order where the instance is killed %d ms after the yes', async (milliseconds) => {
    const person = new Person();
    const doomed = await stack.addAgent();
    await person.converse(doomed.url, [person.registration, '1 masala dosa']);
    const answer = person.say(doomed.url, 'yes').catch(() => undefined);
    await delay(milliseconds);
    await doomed.kill();
    await answer;
    // The instance died holding the user, or not: whichever, the next one answers within seconds.
    const { response } = await person.say(stack.agent.url, 'yes');
    const orders = await person.orders(stack.api.url);
    expect([response, orders.length]).toEqual([expect.any(String), 1]);
  });

  it('follows one request ID from the answer through both logs', async () => {
    const person = new Person();
    const response = await person.post(`${stack.agent.url}/chat`, { user_id: person.userId, message: '1 masala thepla from thepla house' }, { 'x-request-id': 'followed-42' });
    expect(response.headers.get('x-request-id')).toBe('followed-42');
    // A request is logged when its answer is out, which a client may see first.
    await eventually(() => {
      const ofAgent = stack.agent.logs(({ request_id }) => request_id === 'followed-42');
      const ofApi = stack.api.logs(({ request_id }) => request_id === 'followed-42');
      expect(ofAgent.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['tool', 'request']));
      expect(ofApi).toContainEqual(expect.objectContaining({ path: '/orders/quote', status: 200 }));
    });
    const lines = [...stack.agent.logs(), ...stack.api.logs()];
    expect(lines.filter((line) => !('request_id' in line))).toEqual([]);
  });

  it.each(['Passw0rd99', 'secret99', 'S3cret#99'])('writes %s nowhere, at whatever step of a registration it is told', async (password) => {
    const person = new Person();
    const { url } = stack.agent;
    const name = `n${lettersOf(person.username)}`;
    const replies: unknown[] = [];
    for (const message of ['I want an account', password, 'what is on the menu of swati snacks?', password, `my user name is ${name}`, password, `${name}@example.com`, 'short1', password, 'log out', 'log me in', password, `my user name is ${name}`, password]) replies.push(await person.say(url, message));
    expect(JSON.stringify(replies.at(-1))).toContain(`logged in as ${name}`);
    for (const seen of [JSON.stringify(replies), stack.agent.output, stack.api.output, await redisContents(stack)]) expect(seen).not.toContain(password);
  });

  it('writes no password and no token anywhere', async () => {
    const person = new Person();
    await person.converse(stack.agent.url, [person.registration, 'login', person.username, person.password, `my password is ${person.password}`, `login ${person.username} ${person.password}`]);
    const output = `${stack.agent.output}\n${stack.api.output}`;
    expect(output).not.toContain(person.password);
    expect(output).not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(await redisContents(stack)).not.toContain(person.password);
    expect(await redisContents(stack)).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });
});

/** A name of letters alone, as long as the one it is made of: a name with a digit may be a password. */
function lettersOf(username: string): string {
  return username.replace(/[^a-z0-9]/gi, '').replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

/** Every string value that Redis holds. */
async function redisContents({ redis }: Stack): Promise<string> {
  const client = new Redis(redis.url);
  try {
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map(async (key) => ((await client.type(key)) === 'hash' ? JSON.stringify(await client.hgetall(key)) : client.get(key))));
    return values.join('\n');
  } finally {
    client.disconnect();
  }
}
