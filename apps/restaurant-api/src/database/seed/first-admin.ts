import { Inject, Injectable, Logger } from '@nestjs/common';
import { AppError } from '@foodie-express/error-messages';
import type { Configuration } from '../../configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UsersService } from '../../users/users.service';

/** Makes the admin that `ADMIN_USERNAME`, `ADMIN_EMAIL` and `ADMIN_PASSWORD` describe, where there is none yet. */
@Injectable()
export class FirstAdmin {
  private readonly logger = new Logger('first-admin');

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly users: UsersService,
  ) {}

  async run(): Promise<void> {
    const { ADMIN_USERNAME: username, ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = this.configuration;
    if (username === undefined || email === undefined || password === undefined) return;
    try {
      if (await this.users.ensureAdmin({ username, email, password })) this.logger.log(`Made the first admin: ${username}`);
    } catch (error) {
      // Guests are served without an admin, too, and no later attempt would do better.
      if (!(error instanceof AppError)) throw error;
      this.logger.error(`There is no admin, and ${username} could not be made one: ${error.message}. Take another name, or npm run admin -- grant --username ${username}`);
    }
  }
}
