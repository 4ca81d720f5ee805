import { randomUUID } from 'node:crypto';
import { accessTokenSchema, userSchema } from '@foodie-express/contracts';
import request, { type Test } from 'supertest';

export interface Account {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

export function newAccount(): Account {
  const username = `p-${randomUUID().slice(0, 12)}`;
  return { username, email: `${username}@example.org`, password: 'kept-secret-1' };
}

/** Somebody who calls the API, logged in or not. */
export class Person {
  constructor(
    readonly url: string,
    readonly id = '',
    readonly account: Account = { username: '', email: '', password: '' },
    readonly token?: string,
  ) {}

  static async register(url: string): Promise<Person> {
    const account = newAccount();
    await request(url).post('/users/register').send(account).expect(201);
    return Person.login(url, account);
  }

  static async login(url: string, account: Account): Promise<Person> {
    const { username, password } = account;
    const login = await request(url).post('/users/login').send({ username, password }).expect(200);
    const token = accessTokenSchema.parse(login.body).access_token;
    const me = await request(url).get('/users/me').set('Authorization', `Bearer ${token}`).expect(200);
    return new Person(url, userSchema.parse(me.body).id, account, token);
  }

  get(path: string): Test {
    return this.signed(request(this.url).get(path));
  }

  post(path: string, body?: object): Test {
    return this.signed(request(this.url).post(path)).send(body);
  }

  put(path: string, body?: object): Test {
    return this.signed(request(this.url).put(path)).send(body);
  }

  patch(path: string, body?: object): Test {
    return this.signed(request(this.url).patch(path)).send(body);
  }

  delete(path: string): Test {
    return this.signed(request(this.url).delete(path));
  }

  private signed(test: Test): Test {
    return this.token === undefined ? test : test.set('Authorization', `Bearer ${this.token}`);
  }
}
