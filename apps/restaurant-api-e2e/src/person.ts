import { randomUUID } from 'node:crypto';
import { accessTokenSchema, userSchema } from '@foodie-express/contracts';
import type { ApiDocument } from '@foodie-express/testing';
import request, { type Response, type Test } from 'supertest';

export interface Account {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

export function newAccount(): Account {
  const username = `p-${randomUUID().slice(0, 12)}`;
  return { username, email: `${username}@example.org`, password: 'kept-secret-1' };
}

/** An API with what it says of itself. */
export interface Api {
  readonly url: string;
  readonly document: ApiDocument;
}

/** Somebody who calls the API, logged in or not. Every answer is held against the API's own document. */
export class Person {
  constructor(
    readonly api: Api,
    readonly id = '',
    readonly account: Account = { username: '', email: '', password: '' },
    readonly token?: string,
  ) {}

  static async register(api: Api): Promise<Person> {
    const account = newAccount();
    await request(api.url).post('/users/register').send(account).expect(201);
    return Person.login(api, account);
  }

  static async login(api: Api, account: Account): Promise<Person> {
    const { username, password } = account;
    const login = await request(api.url).post('/users/login').send({ username, password }).expect(200);
    const token = accessTokenSchema.parse(login.body).access_token;
    const me = await request(api.url).get('/users/me').set('Authorization', `Bearer ${token}`).expect(200);
    return new Person(api, userSchema.parse(me.body).id, account, token);
  }

  get(path: string): Test {
    return this.signed(request(this.api.url).get(path));
  }

  post(path: string, body?: object): Test {
    return this.signed(request(this.api.url).post(path)).send(body);
  }

  put(path: string, body?: object): Test {
    return this.signed(request(this.api.url).put(path)).send(body);
  }

  patch(path: string, body?: object): Test {
    return this.signed(request(this.api.url).patch(path)).send(body);
  }

  delete(path: string): Test {
    return this.signed(request(this.api.url).delete(path));
  }

  private signed(test: Test): Test {
    const documented = test.expect((response) => {
      requireDocumented(this.api.document, test.method, response);
    });
    return this.token === undefined ? documented : documented.set('Authorization', `Bearer ${this.token}`);
  }
}

/** @throws Error where the answer is not as the document says */
function requireDocumented(document: ApiDocument, method: string, { status, headers, text, request: { url } }: Response): void {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const faults = document.faultsOf({ method, path, status, headers, body: text });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
