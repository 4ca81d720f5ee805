import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ApiUnderTest } from './api-under-test';
import { newAccount } from './person';
import { invalidPaths, problemOf } from './problem';

describe('bad input', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ ALLOWED_ORIGINS: 'https://shop.example' });
  });
  afterAll(() => api.stop());

  const raw = (body: string, type = 'application/json') => request(api.url).post('/orders/quote').set('Content-Type', type).send(body);

  it('names what is wrong with a body', async () => {
    expect((await problemOf(raw('{"restaurant_name":'), 400)).code).toBe('invalid_json');
    expect((await problemOf(raw('[]'), 422)).errors).toEqual([{ path: '', message: expect.stringContaining('should be an object') }]);
    expect((await problemOf(raw('x=1', 'application/x-www-form-urlencoded'), 415)).code).toBe('unsupported_media_type');
    expect((await problemOf(raw('<order/>', 'application/xml'), 415)).code).toBe('unsupported_media_type');
    expect(await invalidPaths(api.anonymous.post('/orders/quote'))).toEqual(['']);
  });

  it('says of JSON that is no object what it should be', async () => {
    for (const [body, shown] of [['null', 'null'], ['"x"', '"x"'], ['5', '5'], ['true', 'true']] as const) {
      expect((await problemOf(raw(body), 422)).errors).toEqual([{ path: '', message: `should be an object, got ${shown}` }]);
    }
  });

  it('says what to send in place of a body that it does not take', async () => {
    const detailOf = async (headers: Record<string, string>, status: number, path = '/orders/quote') =>
      (await problemOf(request(api.url).post(path).set({ 'Content-Type': 'application/json', ...headers }).send('{"a": 1}'), status)).detail;
    expect(await detailOf({ 'Content-Type': 'text/xml' }, 415)).toBe('The body should be JSON in UTF-8, with Content-Type: application/json.');
    expect(await detailOf({ 'Content-Type': 'text/xml' }, 415, '/users/login')).toContain('or a form (application/x-www-form-urlencoded)');
    expect(await detailOf({ 'Content-Type': 'application/json; charset=koi8-r' }, 415)).toContain('should be in UTF-8');
    expect(await detailOf({ 'Content-Encoding': 'compress' }, 415)).toBe('Content-Encoding should be gzip, deflate or br, or be left out.');
    for (const encoding of ['gzip', 'deflate', 'br']) {
      expect(await detailOf({ 'Content-Encoding': encoding }, 400)).toBe('The body is not compressed in the way that its Content-Encoding says.');
    }
  });

  it('refuses a huge body', async () => {
    expect((await problemOf(raw(JSON.stringify({ restaurant_name: 'x'.repeat(2_000_000) })), 413)).code).toBe('body_too_large');
  });

  it('refuses operators and other objects where a text belongs', async () => {
    expect(await invalidPaths(api.anonymous.post('/users/login', { username: { $gt: '' }, password: { $gt: '' } }))).toEqual(['username', 'password']);
    expect(await invalidPaths(api.anonymous.post('/users/register', { ...newAccount(), $where: '1' }))).toEqual(['$where']);
  });

  it('answers unknown addresses with 404 and unknown methods with 405', async () => {
    expect((await problemOf(api.anonymous.get('/nowhere'), 404)).detail).toBe('There is nothing at /nowhere');
    await problemOf(api.anonymous.get('/api/v1nowhere'), 404);
    await api.anonymous.get('/api/v1').expect(200);
    const refused = api.anonymous.delete('/users/me').expect('Allow', 'GET');
    expect((await problemOf(refused, 405)).detail).toBe('/users/me takes GET, not DELETE');
  });

  it('says with OPTIONS what an address takes, to others than browsers that ask for a page', async () => {
    for (const [path, methods] of [['/users/me', 'GET'], ['/restaurants/', 'GET, POST'], ['/restaurants/x', 'DELETE, GET, PUT']] as const) {
      const asked = await request(api.url).options(path).expect(204).expect('Allow', methods);
      expect(asked.headers).not.toHaveProperty('access-control-allow-methods');
    }
    await request(api.url).options('/nowhere').expect(404);
    const preflight = await request(api.url).options('/users/me').set({ Origin: 'https://shop.example', 'Access-Control-Request-Method': 'GET' }).expect(204);
    expect(preflight.headers).toMatchObject({ 'access-control-allow-origin': 'https://shop.example', 'access-control-allow-methods': expect.stringContaining('PUT') });
    const byPage = await request(api.url).options('/users/me').set('Origin', 'https://shop.example').expect(204).expect('Allow', 'GET');
    expect(byPage.headers).toMatchObject({ 'access-control-allow-origin': 'https://shop.example' });
  });

  it('refuses a query where there is none to take, but for questions whether the service lives', async () => {
    expect(await invalidPaths(api.anonymous.get('/cuisines?limit=5'))).toEqual(['limit']);
    expect(await invalidPaths(api.anonymous.get('/restaurants/Thepla%20House?lang=en'))).toEqual(['lang']);
    expect(await invalidPaths(api.anonymous.get('/restaurants/Thepla%20House/menu?%24where=1'))).toEqual(['$where']);
    await problemOf(api.anonymous.get('/users/me?fields=id'), 401);
    await api.anonymous.get('/cuisines?').expect(200);
    for (const path of ['/', '/health', '/health/live', '/health/ready', '/openapi.json', '/docs']) await api.anonymous.get(`${path}?t=1`).expect(200);
  });

  it('lets no cache keep what is for one user', async () => {
    const person = await api.register();
    for (const path of ['/users/me', '/orders/', '/users/me/reviews']) expect((await person.get(path).expect(200)).headers['cache-control']).toBe('no-store');
    const { username, password } = person.account;
    expect((await api.anonymous.post('/users/login', { username, password }).expect(200)).headers['cache-control']).toBe('no-store');
  });

  it('answers a path that is not well encoded with 400', async () => {
    await problemOf(api.anonymous.get('/restaurants/%E0%A4%A'), 400);
  });

  it('takes a request ID, and replaces one that is none', async () => {
    const id = randomUUID();
    expect((await api.anonymous.get('/health').set('X-Request-ID', id)).headers['x-request-id']).toBe(id);
    for (const odd of ['a b', 'x'.repeat(129), '<script>', '{}']) {
      const { headers } = await api.anonymous.get('/health').set('X-Request-ID', odd);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('says nothing of what it is made of, and lets only the named origins in', async () => {
    const { headers } = await api.anonymous.get('/restaurants/').set('Origin', 'https://shop.example');
    expect(headers).toMatchObject({ 'access-control-allow-origin': 'https://shop.example', 'access-control-allow-credentials': 'true', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('x-powered-by');
    const readable = ['X-Request-ID', 'X-Total-Count', 'X-Next-Cursor', 'Link', 'ETag', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];
    expect(headers['access-control-expose-headers']?.split(',')).toEqual(readable);
    const other = await api.anonymous.get('/restaurants/').set('Origin', 'https://evil.example');
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
