import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { type AccessToken, type Credentials, credentialsSchema, type Registration, registrationSchema, type User } from '@foodie-express/contracts';
import { Authenticated } from '../auth/authenticated.decorator';
import { AuthService } from '../auth/auth.service';
import { CurrentUser } from '../auth/current-user.decorator';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly auth: AuthService,
  ) {}

  @Post('register')
  register(@Body({ schema: registrationSchema }) registration: Registration): Promise<User> {
    return this.users.register(registration);
  }

  @Post('login')
  @HttpCode(200)
  login(@Body({ schema: credentialsSchema }) credentials: Credentials, @Ip() address: string): Promise<AccessToken> {
    return this.auth.login(credentials, address);
  }

  @Get('me')
  @Authenticated()
  me(@CurrentUser() user: AuthenticatedUser): Promise<User> {
    return this.users.one(user.id);
  }
}
