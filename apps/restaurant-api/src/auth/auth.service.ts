import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AccessToken, Credentials, PasswordChange } from '@foodie-express/contracts';
import { AppError, LoginRequiredError, ValidationError } from '@foodie-express/error-messages';
import { UsersService } from '../users/users.service';
import { AccessTokens } from './access-tokens';
import type { AuthenticatedUser } from './authenticated-user';
import { LoginThrottle } from './login-throttle';
import { isOutdated, isPassword } from './password';
import { type Session, Sessions } from './sessions';

/**
 * A login is refused this long after it came at the earliest, so that nobody learns which names exist from how long their
 * passwords take: bcrypt of 12 rounds, as the Python service has it, takes longer than argon2id, and both less than this.
 */
const REFUSAL_MS = 500;

/** Logins: how they begin, go on and end. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly tokens: AccessTokens,
    private readonly sessions: Sessions,
    private readonly throttle: LoginThrottle,
  ) {}

  /** @throws RateLimitedError, or AppError `login_failed` with the same words for an unknown name and a wrong password */
  async login({ username, password }: Credentials, address: string): Promise<AccessToken> {
    await this.throttle.count(address, username);
    const earliestRefusal = delay(REFUSAL_MS, undefined, { ref: false });
    const user = await this.users.findForLogin(username);
    const matches = await isPassword(password, user?.passwordHash);
    if (user === null || !matches) {
      await earliestRefusal;
      throw new AppError('login_failed');
    }
    if (isOutdated(user.passwordHash)) await this.users.replaceHash(user, password);
    return this.answer(await this.sessions.begin({ userId: user._id.toHexString(), sessionGeneration: user.sessionGeneration }));
  }

  /** @throws LoginRequiredError where the token was used before, is over or unknown */
  async refresh(refreshToken: string): Promise<AccessToken> {
    const renewed = await this.sessions.renew(refreshToken);
    const user = renewed === undefined ? null : await this.users.find(renewed.userId);
    // A login that began while the password was changed may have outlived that.
    if (renewed === undefined || user?.sessionGeneration !== renewed.sessionGeneration) throw new LoginRequiredError('Your login is over. Please log in again.');
    return this.answer(renewed);
  }

  /** Ends the login with every token that came of it. */
  async logout(refreshToken: string): Promise<void> {
    await this.sessions.end(refreshToken);
  }

  /** Ends every login of the user, this one too. @throws RateLimitedError, ValidationError where the current password is another one */
  async changePassword(user: AuthenticatedUser, { current_password, new_password }: PasswordChange, address: string): Promise<void> {
    await this.throttle.count(address, user.username);
    const record = await this.users.findWithPassword(user.id);
    if (!(await isPassword(current_password, record?.passwordHash))) {
      throw new ValidationError([{ path: 'current_password', message: 'should be your present password' }]);
    }
    await this.users.setPassword(user.id, new_password);
    await this.sessions.endAll(user.id);
  }

  private async answer({ refreshToken, ...claims }: Session): Promise<AccessToken> {
    const access_token = await this.tokens.sign(claims);
    return { access_token, token_type: 'bearer', expires_in: this.tokens.lifetime, refresh_token: refreshToken };
  }
}
