import { Injectable } from '@nestjs/common';
import type { AccessToken, Credentials } from '@foodie-express/contracts';
import { AppError } from '@foodie-express/error-messages';
import { UsersService } from '../users/users.service';
import { AccessTokens } from './access-tokens';
import { LoginThrottle } from './login-throttle';
import { isPassword } from './password';

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly tokens: AccessTokens,
    private readonly throttle: LoginThrottle,
  ) {}

  /** @throws RateLimitedError, or AppError `login_failed` with the same words for an unknown name and a wrong password */
  async login({ username, password }: Credentials, address: string): Promise<AccessToken> {
    await this.throttle.count(address, username);
    const user = await this.users.findForLogin(username);
    const matches = await isPassword(password, user?.passwordHash);
    if (user === null || !matches) throw new AppError('login_failed');
    const access_token = await this.tokens.sign({ userId: user._id.toHexString(), sessionGeneration: user.sessionGeneration });
    return { access_token, token_type: 'bearer', expires_in: this.tokens.lifetime };
  }
}
