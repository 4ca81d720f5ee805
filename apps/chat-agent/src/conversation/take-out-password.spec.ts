import { describe, expect, it } from '@jest/globals';
import { PASSWORD_MARK, takeOutPassword } from './take-out-password';

const SECRET = 'S3cret99';

describe('takeOutPassword', () => {
  it.each([
    ['login alice S3cret99', 'alice'],
    ['Login alice S3cret99', 'alice'],
    ['log in alice S3cret99', 'alice'],
    ['log in as alice with password S3cret99', 'alice'],
    ['please log me in: alice S3cret99', 'alice'],
    ['login alice, S3cret99', 'alice'],
    ['login alice/S3cret99'.replace('/', ' / '), 'alice'],
    ['sign in alice S3cret99', 'alice'],
    ['login username: alice password: S3cret99', 'alice'],
    ['login with username alice and password S3cret99', 'alice'],
    ['I want to login alice S3cret99', 'alice'],
    ['login "alice" "S3cret99"', 'alice'],
    ['login alice@example.com S3cret99', 'alice@example.com'],
  ])('finds name and password in: %s', (message, username) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect(given).toMatchObject({ purpose: 'login', username, password: SECRET });
    expect(hidden).not.toContain(SECRET);
    expect(hidden).toContain(PASSWORD_MARK);
  });

  it.each(['register alice alice@example.com S3cret99', 'register alice S3cret99 alice@example.com', 'sign up alice alice@example.com S3cret99', 'create an account for alice alice@example.com password S3cret99', 'register as alice with email alice@example.com and password S3cret99'])(
    'finds name, address and password in: %s',
    (message) => {
      const { message: hidden, given } = takeOutPassword(message, undefined);
      expect(given).toEqual({ purpose: 'registration', username: 'alice', email: 'alice@example.com', password: SECRET });
      expect(hidden).not.toContain(SECRET);
    },
  );

  it.each([
    ['login alice S3cret99 and order 2 masala dosa', `login alice ${PASSWORD_MARK} and order 2 masala dosa`],
    ['register alice alice@example.com S3cret99, then 2 idli please', `register alice alice@example.com ${PASSWORD_MARK} then 2 idli please`],
    ['2 dosa, login alice S3cret99', `2 dosa, login alice ${PASSWORD_MARK}`],
  ])('leaves what else is said in: %s', (message, hidden) => {
    expect(takeOutPassword(message, undefined)).toMatchObject({ message: hidden, given: { username: 'alice', password: SECRET } });
  });

  it.each(['login alice correct and order 7', 'login alice S3cret99 and horse', 'login alice salt and 2 peppers 9'])('hides all that may be a password of several words: %s', (message) => {
    expect(takeOutPassword(message, undefined).message).toBe(`login alice ${PASSWORD_MARK}`);
  });

  it('keeps blanks inside of a password', () => {
    expect(takeOutPassword('login alice correct horse 7', undefined).given?.password).toBe('correct horse 7');
  });

  it.each(['my password is S3cret99', 'password: S3cret99', 'pw = S3cret99', 'alice, my password is "S3cret99"'])('hides a password that nobody asked for: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect([hidden.includes(SECRET), given]).toEqual([false, undefined]);
  });

  it.each(['S3cret99', '  S3cret99 ', 'my password is S3cret99', "it's S3cret99", 'correct horse battery 7'])('takes "%s" for the answer to "your password?"', (message) => {
    const { message: hidden, given } = takeOutPassword(message, { purpose: 'login', username: 'alice' });
    expect(given).toMatchObject({ purpose: 'login', username: 'alice' });
    expect(hidden).not.toMatch(/S3cret99|horse/);
  });

  it.each(['cancel', 'never mind', 'what is on the menu', 'no thanks'])('does not take "%s" for the answer to "your password?"', (message) => {
    expect(takeOutPassword(message, { purpose: 'login', username: 'alice' })).toEqual({ message });
  });

  it.each(['hi', 'login', 'how do I login?', 'login please', 'I forgot my password', 'register', 'how do I register', '2 masala thepla from thepla house', 'can I sign in to order', 'login alice', 'sign up now'])(
    'leaves alone: %s',
    (message) => {
      expect(takeOutPassword(message, undefined)).toEqual({ message });
    },
  );

  it.each([
    ['alice S3cret99', {}, 'alice'],
    ['ok, alice / S3cret99', {}, 'alice'],
    ['alice@example.com S3cret99', {}, 'alice@example.com'],
    ['S3cret99', { username: 'alice' }, 'alice'],
    ['sorry, S3cret99', { username: 'alice' }, 'alice'],
  ])('finds "%s", said to "please log in", without a word for it', (message, asked, username) => {
    const { message: hidden, given } = takeOutPassword(message, undefined, asked);
    expect(given).toMatchObject({ purpose: 'login', username, password: SECRET });
    expect(hidden).not.toContain(SECRET);
  });

  it('registers where an address is among them', () => {
    expect(takeOutPassword('alice alice@example.com S3cret99', undefined, {}).given).toEqual({ purpose: 'registration', username: 'alice', email: 'alice@example.com', password: SECRET });
  });

  it.each(['alice', 'alice2024', '2 masala dosa', 'menu', 'yes', 'where is my order', 'dosa'])('leaves "%s" as it is, also behind "please log in"', (message) => {
    expect(takeOutPassword(message, undefined, {})).toEqual({ message });
  });
});
