import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Configuration } from '../configuration';
import { CLOCK, type Clock, CONFIGURATION, SIGNING_SECRET } from '../platform/tokens';

const ISSUER = 'foodie-express';

const claimsSchema = z.object({ sub: z.string().regex(/^[0-9a-f]{24}$/), gen: z.number().int() });

/** What a token says once its signature and its time are checked. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionGeneration: number;
}

/** Signs and reads access tokens: JWT, HS256. */
@Injectable()
export class AccessTokens {
  private readonly key: Uint8Array;
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

  sign({ userId, sessionGeneration }: AccessClaims): Promise<string> {
    const now = Math.floor(this.clock().getTime() / 1_000);
    return new SignJWT({ gen: sessionGeneration })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.lifetime)
      .sign(this.key);
  }

  /** `undefined` where the token is not ours, was changed or is over. */
  async read(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'], issuer: ISSUER, currentDate: this.clock() });
      const claims = claimsSchema.safeParse(payload);
      return claims.success ? { userId: claims.data.sub, sessionGeneration: claims.data.gen } : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
