import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
    ['can i sign in? login alice S3cret99', 'alice'],
    ['login alice@example.com S3cret99', 'alice@example.com'],
    ['login alice:S3cret99', 'alice'],
    ['login alice/S3cret99', 'alice'],
    ['sign in: alice|S3cret99', 'alice'],
    ['login as alice (S3cret99)', 'alice'],
    ['login please, alice S3cret99', 'alice'],
    ["login, it's alice and S3cret99", 'alice'],
    ['I forgot to log in, here: alice / S3cret99', 'alice'],
    ['please log me in as alice. password S3cret99', 'alice'],
    ['log in with my account alice, the password should be S3cret99', 'alice'],
    ['login\nalice\nS3cret99', 'alice'],
    ['my credentials are alice S3cret99', 'alice'],
    ['my username is alice and my password is S3cret99', 'alice'],
    ['Username: alice\nPassword: S3cret99', 'alice'],
    ["I'm alice, my password is S3cret99", 'alice'],
    ['user alice99 password S3cret99', 'alice99'],
    ['username=alice&password=S3cret99', 'alice'],
    ['{"username":"alice","password":"S3cret99"}', 'alice'],
  ])('finds name and password in: %s', (message, username) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect(given).toMatchObject({ purpose: 'login', username, password: SECRET });
    expect(hidden).not.toContain(SECRET);
    expect(hidden).toContain(PASSWORD_MARK);
  });

  it.each(['register alice alice@example.com S3cret99', 'register alice S3cret99 alice@example.com', 'sign up alice alice@example.com S3cret99', 'create an account for alice alice@example.com password S3cret99', 'register as alice with email alice@example.com and password S3cret99', 'register: name alice, mail alice@example.com, password S3cret99', 'Register me\nalice\nalice@example.com\nS3cret99',
    'My user name is alice, my email is alice@example.com and the password should be S3cret99', 'my name is alice, email alice@example.com, password S3cret99', 'I would like to register. User name alice, email alice@example.com. The password is S3cret99.',
    'make me an account with the name alice and the mail alice@example.com and S3cret99 as the password', 'can I sign up? alice alice@example.com S3cret99', 'Here are my details, register alice alice@example.com S3cret99', 'I have never used this before, so register alice alice@example.com S3cret99',
    'my username is alice, the password is S3cret99 and my email is alice@example.com', 'The password should be S3cret99, the name alice, the email alice@example.com', 'open an account, username: alice, email: alice@example.com, password: S3cret99 please',
    'Before anything else I want an account. Register alice alice@example.com S3cret99', 'I want to sign up, so please register alice alice@example.com S3cret99',
  ])(
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

  it.each(['meera', 'asha', 'mehul', 'user_one', 'users', 'forest', 'withers', 'using1', 'android', 'isha', 'thea', 'my_name', 'namita', 'emaan', 'account7', 'withjoy', 'asME'])('takes no part of a name for a word around it: %s', (username) => {
    for (const message of [`login ${username} S3cret99`, `log me in as ${username} S3cret99`, `login with ${username} S3cret99`]) expect(takeOutPassword(message, undefined).given).toMatchObject({ purpose: 'login', username, password: 'S3cret99' });
    for (const message of [`register ${username} a@example.com S3cret99`, `register me as ${username} a@example.com S3cret99`, `sign up ${username}, a@example.com, S3cret99`]) expect(takeOutPassword(message, undefined).given).toMatchObject({ purpose: 'registration', username, email: 'a@example.com', password: 'S3cret99' });
  });

  it.each(['login alice correct and order 7', 'login alice S3cret99 and horse', 'login alice salt and 2 peppers 9'])('hides all that may be a password of several words: %s', (message) => {
    expect(takeOutPassword(message, undefined).message).toBe(`login alice ${PASSWORD_MARK}`);
  });

  it('keeps blanks inside of a password', () => {
    expect(takeOutPassword('login alice correct horse 7', undefined).given?.password).toBe('correct horse 7');
  });

  it.each([
    ['password: S3cret99\nplease order 2 dosa', `password: ${PASSWORD_MARK} please order 2 dosa`],
    ['my password is "S3cret99" and order 2 dosa', `my password is ${PASSWORD_MARK} and order 2 dosa`],
    ['login alice S3cret99\nthen 2 dosa', `login alice ${PASSWORD_MARK} then 2 dosa`],
  ])('ends a password where the next line or a quotation mark does: %s', (message, hidden) => {
    expect(takeOutPassword(message, undefined).message).toBe(hidden);
  });

  it.each([
    'my password is\nS3cret99',
    'my pwd S3cret99',
    'password S3cret99',
    'pass: S3cret99',
    'my pass is S3cret99',
    'password - S3cret99',
    'password → S3cret99',
    'password (S3cret99)',
    'password “S3cret99”',
    'Password=>S3cret99',
    "my password's S3cret99",
    'change my password to S3cret99',
    'S3cret99 is my password',
    'use S3cret99 as password',
    'the password I use is S3cret99',
    'no wait, my password is Secret88 not S3cret99',
    'pasword: S3cret99',
    'passwrod S3cret99',
  ])('hides a password however it is put: %s', (message) => {
    expect(takeOutPassword(message, undefined).message).not.toContain(SECRET);
  });

  it.each(['S3cret99', 'sorry, S3cret99', "oops it's S3cret99", 'I meant S3cret99', 'try S3cret99', 'alice S3cret99', 'alice:S3cret99', 'alice / S3cret99', 'name alice, S3cret99'])(
    'takes "%s" for a password by the way',
    (message) => {
      const { message: hidden, given } = takeOutPassword(message, { purpose: 'login', username: 'alice', isByTheWay: true });
      expect(given).toMatchObject({ purpose: 'login', username: 'alice', password: SECRET });
      expect(hidden).not.toContain(SECRET);
    },
  );

  it('hides all that may be a password where a name looks like one', () => {
    expect(takeOutPassword('alice2024 S3cret99', { purpose: 'login', isByTheWay: true })).toEqual({
      message: `${PASSWORD_MARK} ${PASSWORD_MARK}`,
      given: { purpose: 'login', username: 'alice2024', email: undefined, password: SECRET },
    });
  });

  it.each(['login S3cret99', 'alice wants to log in with S3cret99', 'log me in using S3cret99', 'login abc12345!'])('hides a password that comes without a name: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect(given).toMatchObject({ purpose: 'login', password: message.split(' ').at(-1) });
    expect([given?.username, hidden.includes('99') || hidden.includes('12345')]).toEqual([undefined, false]);
  });

  it('takes a name, an address and a password by the way for a registration', () => {
    const { given } = takeOutPassword('bob bob@example.com S3cret99', { purpose: 'login', isByTheWay: true });
    expect(given).toEqual({ purpose: 'registration', username: 'bob', email: 'bob@example.com', password: SECRET });
  });

  it.each(['okay, I am back, login alice S3cret99 thanks', 'my name is alice and my password is S3cret99.', 'my password is S3cret99 and my user name is alice', 'my password is S3cret99, thank you. I am alice'])('keeps what is said behind it out of it: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect([hidden.includes(SECRET), given?.username, given?.password]).toEqual([false, 'alice', SECRET]);
  });

  it('hides and finds any password of a sentence that tells who they are', () => {
    const sentences = [
      'My user name is alice, my email is alice@example.com and the password should be PASSWORD',
      'I would like to register. User name alice, email alice@example.com. The password is PASSWORD.',
      'my username is alice, the password is PASSWORD and my email is alice@example.com',
      'make me an account with the name alice and the mail alice@example.com and PASSWORD as the password',
      'okay, I am back, login alice PASSWORD thanks',
    ];
    const password = fc.tuple(fc.stringMatching(/^[A-Za-z0-9!#%&_+-]{6,14}$/), fc.constantFrom('a1', 'Z9')).map(([begin, end]) => begin + end);
    fc.assert(
      fc.property(fc.constantFrom(...sentences), password, (sentence, secret) => {
        const { message, given } = takeOutPassword(sentence.replace('PASSWORD', () => secret), undefined);
        expect([message.includes(secret), given?.username, given?.password]).toEqual([false, 'alice', secret]);
      }),
    );
  });

  it('is for the address where no name is told', () => {
    expect(takeOutPassword('my email is alice@example.com and my password is S3cret99', undefined).given).toEqual({ purpose: 'login', username: 'alice@example.com', password: SECRET });
  });

  it.each(['menu', 'show restaurants', '2 masala thepla from thepla house', 'what is open at 9pm', 'how do I reset it?'])('does not take "%s" for a password by the way', (message) => {
    expect(takeOutPassword(message, { purpose: 'login', username: 'alice', isByTheWay: true })).toEqual({ message });
  });

  it.each(['my password is S3cret99', 'password: S3cret99', 'pw = S3cret99', 'alice, my password is "S3cret99"'])('hides a password that nobody asked for: %s', (message) => {
    const { message: hidden, given } = takeOutPassword(message, undefined);
    expect([hidden.includes(SECRET), given]).toEqual([false, undefined]);
  });

  it.each(['S3cret99', '  S3cret99 ', 'my password is S3cret99', "it's S3cret99", 'correct horse battery 7'])('takes "%s" for the answer to "your password?"', (message) => {
    const { message: hidden, given } = takeOutPassword(message, { purpose: 'login', username: 'alice' });
    expect(given).toMatchObject({ purpose: 'login', username: 'alice', password: message.includes('horse') ? message : SECRET });
    expect(hidden).not.toMatch(/S3cret99|horse/);
  });

  it.each(['cancel', 'never mind', 'what is on the menu', 'no thanks', 'yes', 'ok'])('does not take "%s" for the answer to "your password?"', (message) => {
    expect(takeOutPassword(message, { purpose: 'login', username: 'alice' })).toEqual({ message });
  });

  it.each(['hi', 'login', 'how do I login?', 'login please', 'I forgot my password', 'register', 'how do I register', '2 masala thepla from thepla house', 'can I sign in to order', 'login alice', 'login alice please', 'log in as alice again, thanks!', 'sign up now', 'log in and order 2 masala thepla from thepla house', 'login first, then show my orders', 'sign in but do not order', 'register and add 2 dosa', 'login fails, can you check', 'log in when the order is ready', 'login alice99', 'login Alice2024', 'login p-0ef36f8a', 'what is the password policy', 'my password must have 8 characters and 1 digit', 'pass me 2 samosas', 'can I change my password', 'login to order 2 dosa'])(
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
    const { message: hidden, given } = takeOutPassword(message, { purpose: 'login', isByTheWay: true, ...asked });
    expect(given).toMatchObject({ purpose: 'login', username, password: SECRET });
    expect(hidden).not.toContain(SECRET);
  });

  it('registers where an address is among them', () => {
    expect(takeOutPassword('alice alice@example.com S3cret99', { purpose: 'login', isByTheWay: true }).given).toEqual({ purpose: 'registration', username: 'alice', email: 'alice@example.com', password: SECRET });
  });

  it.each(['alice', '2 masala dosa', 'menu', 'yes', 'where is my order', 'dosa'])('leaves "%s" as it is, also behind "please log in"', (message) => {
    expect(takeOutPassword(message, { purpose: 'login', isByTheWay: true })).toEqual({ message });
  });
});
