import { Inject, Injectable, Logger } from '@nestjs/common';
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
    if (await this.users.ensureAdmin({ username, email, password })) this.logger.log(`Made the first admin: ${username}`);
  }
}
