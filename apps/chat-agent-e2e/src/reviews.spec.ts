import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person } from './person';
import { Stack } from './stack';

describe('what else a conversation does with the real API', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  const sayings = async (person: Person, exchanges: readonly (readonly [message: string, reply: string])[]): Promise<void> => {
    for (const [message, reply] of exchanges) expect(`> ${message}\n${(await person.say(stack.agent.url, message)).response}`).toContain(reply);
  };

  it('writes and reads reviews', async () => {
    const person = new Person();
    await sayings(person, [
      ['reviews of thepla house', 'Nobody has written a review of Thepla House yet'],
      ['review thepla house 5 stars: lovely fresh theplas, quick delivery', 'log in'],
      // What the login was needed for is done after it.
      [person.registration, 'is published'],
      ['review thepla house 4 stars: and once more for good measure', '❌'],
      ['what do people say about thepla house', 'lovely fresh theplas'],
      ['my reviews', 'lovely fresh theplas'],
    ]);
  });

  it('follows, cancels and repeats orders', async () => {
    const person = new Person();
    await sayings(person, [
      [person.registration, 'Welcome'],
      ['where is my order', 'no orders yet'],
      ['1 plain thepla and 2 methi thepla from thepla house', 'Total: ₹189'],
      ['yes', 'placed'],
      ['where is my order?', 'placed'],
      ['cancel my last order', 'is cancelled'],
      ['my orders', 'cancelled'],
      ['same as last time', '2 × Methi Thepla'],
      ['no thanks', 'nothing was placed'],
      ['who am i', person.username],
      ['logout', 'logged out'],
      ['my orders', 'log in'],
    ]);
    expect(await person.orders(stack.api.url)).toHaveLength(1);
  });

  it('takes options with their prices', async () => {
    const person = new Person();
    await sayings(person, [
      [person.registration, 'Welcome'],
      ['a kebab from kebabalab', 'which size'],
      ['small', 'which meat'],
      ['chicken with cheese', 'Total: $13'],
      ['yes', 'placed'],
      ['large margherita with olives and no onion', 'Total: ₹346.50'],
      ['go ahead', 'placed'],
    ]);
    expect((await person.orders(stack.api.url)).map(({ total_price }) => total_price)).toEqual([346.5, 13]);
  });
});
