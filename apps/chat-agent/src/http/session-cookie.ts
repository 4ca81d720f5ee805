import { createHash } from 'node:crypto';
import { parse } from 'cookie';
import type { Request, Response } from 'express';

export const SESSION_TOKEN_HEADER = 'X-Session-Token';
const SESSION_COOKIE = 'foodie_session';

/** The session tokens that a request carries: the header's, and those of the cookies that may be of this user's conversation. */
export function sessionTokensOf(request: Request, userId: string): string[] {
  const cookies = parse(request.headers.cookie ?? '');
  const tokens = [request.get(SESSION_TOKEN_HEADER), cookies[SESSION_COOKIE], cookies[ownCookie(userId)]];
  return tokens.filter((token): token is string => token !== undefined && token !== '');
}

export interface CookieToken {
  /** Whose conversation the token opens. */
  readonly userId: string;
  readonly sessionToken: string;
  /** The token of the request that opened the conversation; undefined where none did. */
  readonly provenBy: string | undefined;
}

/**
 * Lax: links from elsewhere keep the session, posts from elsewhere do not bear it. Where a browser holds the cookie of another
 * conversation, this one gets a cookie of its own: neither shuts the other out.
 */
export function setSessionCookie(request: Request, response: Response, { userId, sessionToken, provenBy }: CookieToken): void {
  const held = parse(request.headers.cookie ?? '')[SESSION_COOKIE];
  const name = held === undefined || held === provenBy ? SESSION_COOKIE : ownCookie(userId);
  response.cookie(name, sessionToken, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' });
}

function ownCookie(userId: string): string {
  return `${SESSION_COOKIE}_${createHash('sha256').update(userId).digest('hex').slice(0, 12)}`;
}
