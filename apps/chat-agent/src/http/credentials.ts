import { LoginRequiredError } from '@foodie-express/error-messages';
import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { Caller } from '../conversation/access';
import { sessionTokensOf } from './session-cookie';

/** How long a bearer token that the API accepted is believed, in milliseconds: every order is checked by the API anyway. */
const ACCOUNT_AGE_MS = 60_000;
const MAX_ACCOUNTS = 10_000;
const MAX_TOKEN_LENGTH = 4_096;

type Account = NonNullable<Caller['account']>;

/** Reads from a request who calls: a session token (header or cookie) and a bearer token, which the API is asked about. */
export class CallerReader {
  private readonly accounts = new LRUCache<string, Account>({ max: MAX_ACCOUNTS, ttl: ACCOUNT_AGE_MS });

  constructor(private readonly api: RestaurantClient) {}

  /** @throws AppError `login_required` where the bearer token is not valid */
  async read(request: Request, userId: string): Promise<Caller> {
    const token = bearerToken(request);
    const account = token === undefined ? undefined : await this.accountOf(token);
    return { account, sessionTokens: sessionTokensOf(request, userId) };
  }

  private async accountOf(token: string): Promise<Account> {
    const key = createHash('sha256').update(token).digest('base64');
    const known = this.accounts.get(key);
    if (known !== undefined) return known;
    const { id, username } = await this.api.getUser(token);
    const account = { userId: id, username, token };
    this.accounts.set(key, account);
    return account;
  }
}

function bearerToken(request: Request): string | undefined {
  const match = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '');
  const token = match?.[1];
  if (token !== undefined && token.length > MAX_TOKEN_LENGTH) throw new LoginRequiredError('The bearer token is not valid.');
  return token;
}
