import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Configuration } from '../configuration';
import { CLOCK, type Clock, CONFIGURATION, SIGNING_SECRET } from '../platform/tokens';

const ISSUER = 'foodie-express';

const idSchema = z.string().regex(/^[0-9a-f]{24}$/);

const claimsSchema = z.object({ sub: idSchema, sid: idSchema, gen: z.number().int(), exp: z.number() });

/** A token is signed once and sent with each call: its signature is checked once, too. */
const RECENT_TOKENS = 5_000;

/** What a token says once its signature and its time are checked. */
export interface AccessClaims {
  readonly userId: string;
  /** The login that it came of. */
  readonly sessionId: string;
  readonly sessionGeneration: number;
}

interface VerifiedClaims extends AccessClaims {
  readonly expiresAt: number;
}

/** Signs and reads access tokens: JWT, HS256. */
@Injectable()
export class AccessTokens {
  private readonly key: Uint8Array;
  private readonly verified = new LRUCache<string, VerifiedClaims>({ max: RECENT_TOKENS });
  /** Seconds. */
  readonly lifetime: number;

  constructor(
    @Inject(SIGNING_SECRET) secret: string,
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = new TextEncoder().encode(secret);
    this.lifetime = configuration.ACCESS_TOKEN_TTL;
  }

  sign({ userId, sessionId, sessionGeneration }: AccessClaims): Promise<string> {
    const now = Math.floor(this.clock().getTime() / 1_000);
    return new SignJWT({ sid: sessionId, gen: sessionGeneration })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.lifetime)
      .sign(this.key);
  }

  /** `undefined` where the token is not ours, was changed or is over. */
  async read(token: string): Promise<AccessClaims | undefined> {
    const known = this.verified.get(token);
    if (known !== undefined && this.clock().getTime() < known.expiresAt) return known;
    const claims = await this.verify(token);
    if (claims !== undefined) this.verified.set(token, claims);
    return claims;
  }

  private async verify(token: string): Promise<VerifiedClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'], issuer: ISSUER, currentDate: this.clock() });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return undefined;
      const { sub, sid, gen, exp } = claims.data;
      return { userId: sub, sessionId: sid, sessionGeneration: gen, expiresAt: exp * 1_000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
