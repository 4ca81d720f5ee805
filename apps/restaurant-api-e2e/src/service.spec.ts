import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppProcess, eventually, freePort } from '@foodie-express/testing';
import request from 'supertest';
import { ApiUnderTest } from './api-under-test';
import { newAccount } from './person';
import { problemOf } from './problem';
import { addRestaurant } from './test-restaurant';

describe('the service', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-service-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe('does not start, and says why in a sentence,', () => {
    const refusal = async (environment: Record<string, string>) => {
      const app = await AppProcess.launch('restaurant-api', { DATA_DIR: join(folder, 'refused'), LOG_LEVEL: 'error', ...environment });
      expect(await app.exit).toMatchObject({ code: 1 });
      return app.lines;
    };

    it('in production without a database and a secret', async () => {
      expect(await refusal({ NODE_ENV: 'production' })).toEqual([
        'MONGODB_URI should name the database in production (or set EMBEDDED_MONGO=true to mean the embedded one)',
        'JWT_SECRET should be set in production: a secret of at least 32 characters, the same for all instances',
      ]);
    });

    it('with variables that do not fit', async () => {
      expect(await refusal({ SEED: 'perhaps', JWT_SECRET: 'hunter2' })).toEqual([
        'SEED should be true or false, got "perhaps"',
        'JWT_SECRET should be a secret of at least 32 characters',
      ]);
    });

    it('with an address of the database that cannot be read', async () => {
      expect(await refusal({ MONGODB_URI: 'mongodb://127.0.0.1:27017/x?directConnection=perhaps' })).toEqual([
        expect.stringMatching(/^MONGODB_URI should name a database that lets this service in: /),
      ]);
    });

    it('on a port that is in use', async () => {
      const port = await freePort();
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      try {
        expect(await refusal({ API_PORT: String(port) })).toEqual([`Port ${port} is in use by another program: stop it, or set API_PORT to another port.`]);
      } finally {
        other.close();
      }
    });

    it('on a data folder that another process holds', async () => {
      const data = join(folder, 'held');
      const holder = await AppProcess.start('restaurant-api', { DATA_DIR: data });
      const lines = await refusal({ DATA_DIR: data });
      expect(lines).toEqual([expect.stringContaining(data)]);
      await holder.stop();
    });
  });

  it('starts while its database is away, and says so', async () => {
    const app = await AppProcess.start('restaurant-api', { DATA_DIR: join(folder, 'away'), MONGODB_URI: `mongodb://127.0.0.1:${await freePort()}/x` });
    const health = await fetch(`${app.url}/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'unhealthy', database: 'disconnected' }]);
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${app.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${app.url}/restaurants/`)).status).toBe(503);
    expect(await app.stop()).toEqual({ code: 0, signal: null });
  });

  it('writes the request ID on every line of a request', async () => {
    const api = await ApiUnderTest.start();
    await api.anonymous.get('/restaurants/Nowhere').set('X-Request-ID', 'follow-me').expect(404);
    await eventually(() => {
      expect(api.process.logs((entry) => entry['request_id'] === 'follow-me')).toContainEqual(expect.objectContaining({ path: '/restaurants/Nowhere', status: 404 }));
    });
    for (const line of api.process.lines) expect(JSON.parse(line)).toHaveProperty('request_id');
    await api.stop();
  });

  it('finishes what is in flight when it is told to end', async () => {
    const api = await ApiUnderTest.start();
    const restaurant = await addRestaurant(await api.admin());
    const person = await api.register();
    const body = JSON.stringify({ restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1 }] });
    const call = httpRequest(`${api.url}/orders/`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${person.token ?? ''}`, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
    });
    const answered = once(call, 'response');
    call.write(body.slice(0, 10));
    await eventually(() => {
      if (call.socket?.connecting !== false) throw new Error('not connected yet');
    });
    const ended = api.process.stop();
    await eventually(async () => {
      const ready = await fetch(`${api.url}/health/ready`).then(({ status }) => status, () => 'refused');
      expect(ready).not.toBe(200);
    });
    call.end(body.slice(10));
    const [response] = (await answered) as [{ statusCode: number; resume: () => void }];
    response.resume();
    expect(response.statusCode).toBe(201);
    expect(await ended).toEqual({ code: 0, signal: null });
    await api.stop();
  });

  it('is not held by a request that does not end in the time of the shutdown', async () => {
    const api = await ApiUnderTest.start({ SHUTDOWN_TIMEOUT: '2' });
    const call = httpRequest(`${api.url}/users/login`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': 100 } });
    const cut = once(call, 'error');
    call.write('{');
    await eventually(() => {
      if (call.socket?.connecting !== false) throw new Error('not connected yet');
    });
    const begin = performance.now();
    expect(await api.process.stop()).toEqual({ code: 0, signal: null });
    expect(performance.now() - begin).toBeLessThan(4_000);
    await cut;
    await api.stop();
  });

  it('serves without an admin where the first one has a name that somebody has taken, and says so', async () => {
    const data = { DATA_DIR: join(folder, 'taken') };
    const account = newAccount();
    const before = await AppProcess.start('restaurant-api', data);
    await eventually(() => request(before.url).post('/users/register').send(account).expect(201));
    await before.stop();
    const { username, email, password } = account;
    const app = await AppProcess.start('restaurant-api', { ...data, ADMIN_USERNAME: username, ADMIN_EMAIL: email, ADMIN_PASSWORD: password });
    await eventually(() => request(app.url).get('/health/ready').expect(200));
    expect(app.output).toContain(`There is no admin, and ${username} could not be made one: Username already registered`);
    expect(app.output).not.toContain(password);
    await app.stop();
  });

  it('bounds what one address writes without a login in a minute, and tells how it stands', async () => {
    const api = await ApiUnderTest.start({ RATE_LIMIT: '3' });
    const account = newAccount();
    const first = await api.anonymous.post('/users/register', account).expect(201);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2', 'ratelimit-reset': expect.stringMatching(/^\d+$/) });
    for (let count = 0; count < 2; count += 1) await api.anonymous.post('/users/register', newAccount()).expect(201);
    const refused = api.anonymous.post('/users/register', newAccount()).expect('Retry-After', /^\d+$/);
    expect((await problemOf(refused, 429)).code).toBe('rate_limited');
    await api.anonymous.get('/restaurants/').expect(200);
    await api.stop();
  });

  it('bounds the logins of one address, whatever names it tries', async () => {
    const api = await ApiUnderTest.start({ RATE_LIMIT: '3' });
    const guess = () => api.anonymous.post('/users/login', { username: newAccount().username, password: 'a-guess-1' });
    for (let left = 2; left >= 0; left -= 1) await guess().expect(401).expect('RateLimit-Remaining', String(left));
    await problemOf(guess().expect('Retry-After', /^\d+$/), 429);
    await api.stop();
  });

  it('bounds what one user asks for in a minute, reads too', async () => {
    const api = await ApiUnderTest.start({ RATE_LIMIT: '4' });
    const person = await api.register();
    for (let left = 2; left >= 0; left -= 1) await person.get('/orders/').expect(200).expect('RateLimit-Remaining', String(left));
    expect((await problemOf(person.get('/orders/').expect('Retry-After', /^\d+$/), 429)).code).toBe('rate_limited');
    await api.anonymous.get('/restaurants/').expect(200);
    await api.stop();
  });

  it('compresses long answers for who takes them so', async () => {
    const api = await ApiUnderTest.start();
    for (const encoding of ['gzip', 'br']) {
      const answer = await api.anonymous.get('/restaurants/').set('Accept-Encoding', encoding).expect(200);
      expect(answer.headers['content-encoding']).toBe(encoding);
    }
    await api.stop();
  });
});
