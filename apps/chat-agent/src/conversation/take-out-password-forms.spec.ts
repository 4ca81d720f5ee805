import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { Person, TestAgent } from '../testing/test-agent';
import { PASSWORD_MARK, takeOutPassword } from './take-out-password';

const SECRET = 'S3cret99';

describe('takeOutPassword, in whatever form a password comes', () => {
  it.each([
    '{"action":"login","user":"alice","pass":"S3cret99"}',
    '{"login":{"name":"alice","passwd":"S3cret99"}}',
    '{"username":"alice","email":"alice@example.com","password":"S3cret99","action":"log_in"}',
    ' {"credentials":[{"user_name":"alice","pwd":"S3cret99","confirmPassword":"S3cret99"}]}\n',
    'log on alice S3cret99',
    'logon alice S3cret99',
    'log into my account alice S3cret99',
    'sign into my account: alice, S3cret99',
    'relogin alice S3cret99',
    'lgoin alice S3cret99',
    'auth alice S3cret99',
    'authenticate me as alice with S3cret99',
    'alice S3cret99 login',
    'alice:S3cret99 login',
    'alice secret99 please log in'.replace('secret99', SECRET),
    'log alice in, S3cret99',
    'please log alice in with S3cret99',
    'let me in, alice S3cret99',
    'here are my details alice S3cret99',
  ])('finds name and password in: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect(given).toMatchObject({ purpose: 'login', username: 'alice', password: SECRET });
    expect(hidden).not.toContain(SECRET);
    expect(hidden).toContain(PASSWORD_MARK);
  });

  it.each([
    '{"username":"alice","email":"alice@example.com","password":"S3cret99"}',
    'new user alice alice@example.com S3cret99',
    'join as alice alice@example.com S3cret99',
    'alice alice@example.com S3cret99',
    'register alice, S3cret99, alice@example.com',
    'register alice S3cret99 and my email is alice@example.com',
    'register me as alice, S3cret99; mail: alice@example.com',
  ])('finds name, address and password in: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect(given).toEqual({ purpose: 'registration', username: 'alice', email: 'alice@example.com', password: SECRET });
    expect(hidden).not.toContain(SECRET);
  });

  it.each(['I logged in with alice S3cret99, show my orders', 'mi contraseña es S3cret99', 'senha: S3cret99', 'mot de passe: S3cret99', 'मेरा पासवर्ड S3cret99 है', 'પાસવર્ડ: S3cret99', 'пароль S3cret99', '密码 S3cret99', 'p@ssword: S3cret99', 'u/n alice p/w S3cret99', '{"token":"S3cret99","password":"Other123","old_password":"S3cret99"}'.replace('"token":"S3cret99",', '')])('hides the password of: %s', (message) => {
    expect(takeOutPassword(message, undefined).message).not.toContain(SECRET);
  });

  it('takes no end of a sentence for the end of a password', () => {
    expect(takeOutPassword('Hi, my name is alice. Password S3cret99. Show me my orders.', undefined).given).toMatchObject({ username: 'alice', password: SECRET });
  });

  it('reads any password out of JSON, whatever has to be escaped in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 30, unit: 'grapheme' }), (password) => {
        const { message, given } = takeOutPassword(JSON.stringify({ username: 'alice', password, remember: true }), undefined);
        expect(given).toEqual({ purpose: 'login', username: 'alice', password });
        expect(JSON.parse(message)).toEqual({ username: 'alice', password: PASSWORD_MARK, remember: true });
      }),
    );
  });

  it.each(['I was logged in yesterday evening', 'am I logged in?', 'can I log on to order', 'the authentic gujarati thali', 'log into my account please', 'log into the app and order 2 dosa', 'is there a sign in page', 'new user here, what is good', 'my details please', 'I logged in, where is order 66b6e15133bc45c0a45cee79?', 'let me in on the offers', 'write to alice@example.com about 2 masala dosa', '{"item":"Masala Thepla","quantity":2}', '{ not json', 'log on and show my orders', 'do logon ke liye punjabi thali patel se', 'teen logon ka khana chahiye'])('leaves alone: %s', (message) => {
    expect(takeOutPassword(message, undefined)).toEqual({ message });
  });

  it.each(['{"action":"login","user":"alice","pass":"S3cret99"}', 'alice S3cret99 login', 'log into my account alice S3cret99', 'log alice in, S3cret99'])('logs in with: %s', async (message) => {
    const api = await FakeRestaurantApi.start();
    api.addAccount('alice', SECRET);
    const agent = await TestAgent.start({ apiUrl: api.url });
    try {
      const person = new Person(agent.url, randomUUID());
      await person.say(message);
      expect((await person.say('who am i')).response).toContain('logged in as alice');
      expect(agent.logLines.join('')).not.toContain(SECRET);
    } finally {
      await agent.stop();
      await api.stop();
    }
  });
});
