import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTokenSchema } from '@foodie-express/contracts';
import request from 'supertest';
import { ApiUnderTest } from './api-under-test';
import { newAccount, Person } from './person';
import { invalidPaths, problemOf } from './problem';

describe('accounts', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const register = (body: object) => api.anonymous.post('/users/register', body);
  const login = (username: string, password: string) => api.anonymous.post('/users/login', { username, password });

  it('registers a plain user, whatever role is asked for', async () => {
    const account = newAccount();
    const registered = await register({ ...account, role: 'admin' }).expect(201);
    expect(registered.body).toEqual({ id: expect.any(String), username: account.username, email: account.email, role: 'user', created_at: expect.any(String) });
  });

  it('refuses a name or an email in use, without regard to case', async () => {
    const account = newAccount();
    await register(account).expect(201);
    expect((await problemOf(register({ ...newAccount(), username: account.username.toUpperCase() }), 400)).errors?.[0]?.path).toBe('username');
    expect((await problemOf(register({ ...newAccount(), email: account.email.toUpperCase() }), 400)).errors?.[0]?.path).toBe('email');
  });

  it('registers a name once where many ask for it at the same moment', async () => {
    const account = newAccount();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => register({ ...account, email: `${index}${account.email}` })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 400)]);
  });

  it.each([
    ['username', { username: 'ab' }],
    ['username', { username: 'a b c' }],
    ['email', { email: 'nobody' }],
    ['password', { password: 'short1' }],
    ['password', { password: 'onlyletters' }],
    ['password', { password: '1234567890' }],
    ['nickname', { nickname: 'x' }],
  ])('names a %s that does not fit', async (field, change) => {
    expect(await invalidPaths(register({ ...newAccount(), ...change }))).toContain(field);
  });

  it('logs in with JSON and with a form, by the name in any case', async () => {
    const account = newAccount();
    await register(account).expect(201);
    const answer = await login(account.username.toUpperCase(), account.password).expect(200);
    expect(accessTokenSchema.parse(answer.body)).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
    await request(api.url).post('/api/v1/users/login').type('form').send({ username: account.username, password: account.password, grant_type: 'password' }).expect(200);
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const account = newAccount();
    await register(account).expect(201);
    const wrong = await problemOf(login(account.username, 'wrong-secret-1'), 401);
    const unknown = await problemOf(login('nobody-here', 'wrong-secret-1'), 401);
    expect(wrong.detail).toBe('Incorrect username or password');
    expect({ ...unknown, request_id: '' }).toEqual({ ...wrong, request_id: '' });
  });

  it('takes five logins a minute for a name, then none for a while', async () => {
    const account = newAccount();
    await register(account).expect(201);
    for (let attempt = 0; attempt < 5; attempt += 1) await login(account.username, 'wrong-secret-1').expect(401);
    const refused = await login(account.username, account.password).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await login(newAccount().username, 'wrong-secret-1').expect(401);
  });

  it('knows who bears a token, and refuses who bears none, a changed or a foreign one', async () => {
    const person = await api.register();
    expect((await person.get('/users/me').expect(200)).body).toMatchObject({ id: person.id, username: person.account.username, role: 'user' });
    const [header = '', , signature = ''] = (person.token ?? '').split('.');
    const forged = Buffer.from(JSON.stringify({ sub: person.id, gen: 0, iss: 'foodie-express', exp: 4_102_444_800 })).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.x`;
    for (const token of [undefined, 'nonsense', `${header}.${forged}.${signature}`, unsigned]) {
      const answer = await problemOf(new Person(api, '', undefined, token).get('/users/me'), 401);
      expect(answer.code).toBe('login_required');
    }
  });

  it('keeps logins over a restart', async () => {
    const person = await api.register();
    await api.restart();
    await person.get('/users/me').expect(200);
  });

  describe('renewal', () => {
    const pairOf = async (person: Person) => accessTokenSchema.parse((await login(person.account.username, person.account.password).expect(200)).body);
    const refresh = (refresh_token = '') => api.anonymous.post('/users/refresh', { refresh_token });

    it('gives a new pair for a refresh token, once', async () => {
      const person = await api.register();
      const first = await pairOf(person);
      const second = accessTokenSchema.parse((await refresh(first.refresh_token).expect(200)).body);
      expect(second.refresh_token).not.toBe(first.refresh_token);
      await new Person(api, '', undefined, second.access_token).get('/users/me').expect(200);
      await problemOf(refresh(first.refresh_token), 401);
      await problemOf(refresh(second.refresh_token), 401);
    });

    it('ends with every token of a login, and no other login, where a refresh token comes a second time', async () => {
      const person = await api.register();
      const first = await pairOf(person);
      const second = accessTokenSchema.parse((await refresh(first.refresh_token).expect(200)).body);
      await problemOf(refresh(first.refresh_token), 401);
      for (const { access_token } of [first, second]) await problemOf(new Person(api, '', undefined, access_token).get('/users/me'), 401);
      await person.get('/users/me').expect(200);
    });

    it('lets one of many uses at the same moment through', async () => {
      const { refresh_token } = await pairOf(await api.register());
      const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refresh_token)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it('ends with a logout', async () => {
      const { access_token, refresh_token } = await pairOf(await api.register());
      const person = new Person(api, '', undefined, access_token);
      await person.get('/users/me').expect(200);
      await api.anonymous.post('/users/logout', { refresh_token }).expect(204);
      await problemOf(refresh(refresh_token), 401);
      await problemOf(person.get('/users/me'), 401);
    });

    it('ends everywhere with a change of the password', async () => {
      const person = await api.register();
      const { refresh_token } = await pairOf(person);
      expect(await invalidPaths(person.put('/users/me/password', { current_password: 'wrong-secret-1', new_password: 'kept-secret-2' }))).toEqual(['current_password']);
      await person.put('/users/me/password', { current_password: person.account.password, new_password: 'kept-secret-2' }).expect(204);
      await problemOf(person.get('/users/me'), 401);
      await problemOf(refresh(refresh_token), 401);
      await login(person.account.username, 'kept-secret-2').expect(200);
    });
  });
});
