import type { RestaurantClient } from '@foodie-express/restaurant-client';
import { parse } from 'cookie';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { Caller } from '../conversation/access';

export const SESSION_COOKIE = 'foodie_session';
export const SESSION_TOKEN_HEADER = 'X-Session-Token';

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
  async read(request: Request): Promise<Caller> {
    const token = bearerToken(request);
    const account = token === undefined ? undefined : await this.accountOf(token);
    const tokens = [request.get(SESSION_TOKEN_HEADER), parse(request.headers.cookie ?? '')[SESSION_COOKIE]];
    return { account, sessionTokens: tokens.filter((sent): sent is string => sent !== undefined && sent !== '') };
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
  return token !== undefined && token.length <= MAX_TOKEN_LENGTH ? token : undefined;
}
