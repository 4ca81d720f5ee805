import { Body, Controller, Get, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { type AccessToken, type Credentials, credentialsSchema, type PasswordChange, passwordChangeSchema, refreshInputSchema, type Registration, registrationSchema, type User } from '@foodie-express/contracts';
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

  @Post('refresh')
  @HttpCode(200)
  refresh(@Body({ schema: refreshInputSchema }) { refresh_token }: { refresh_token: string }): Promise<AccessToken> {
    return this.auth.refresh(refresh_token);
  }

  @Post('logout')
  @HttpCode(204)
  logout(@Body({ schema: refreshInputSchema }) { refresh_token }: { refresh_token: string }): Promise<void> {
    return this.auth.logout(refresh_token);
  }

  @Put('me/password')
  @HttpCode(204)
  @Authenticated()
  changePassword(
    @CurrentUser() user: AuthenticatedUser,
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
    @Ip() address: string,
  ): Promise<void> {
    return this.auth.changePassword(user, change, address);
  }

  @Get('me')
  @Authenticated()
  me(@CurrentUser() user: AuthenticatedUser): Promise<User> {
    return this.users.one(user.id);
  }
}
