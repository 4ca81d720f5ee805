import { Body, Controller, Get, HttpCode, Ip, Post, Put, Req } from '@nestjs/common';
import {
  type AccessToken,
  accessTokenSchema,
  type Credentials,
  credentialsSchema,
  type PasswordChange,
  passwordChangeSchema,
  refreshInputSchema,
  type Registration,
  registrationSchema,
  type User,
  userSchema,
} from '@foodie-express/contracts';
import type { Request } from 'express';
import { AuthService } from '../auth/auth.service';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { WriteLimit } from '../http/write-limit';
import { examples } from '../openapi/examples';
import { Operation } from '../openapi/operation.decorator';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly auth: AuthService,
    private readonly writeLimit: WriteLimit,
  ) {}

  @Post('register')
  @Operation({ summary: 'Open an account', answer: userSchema, status: 201, example: { request: examples.registration } })
  async register(@Body({ schema: registrationSchema }) registration: Registration, @Req() request: Request): Promise<User> {
    await this.writeLimit.count(request, request.ip ?? '');
    return this.users.register(registration);
  }

  @Post('login')
  @HttpCode(200)
  @Operation({ summary: 'Log in, with JSON or a form', answer: accessTokenSchema, problems: [401], example: { request: examples.credentials } })
  login(@Body({ schema: credentialsSchema }) credentials: Credentials, @Ip() address: string): Promise<AccessToken> {
    return this.auth.login(credentials, address);
  }

  @Post('refresh')
  @HttpCode(200)
  @Operation({ summary: 'Renew a login; each refresh token is good once', answer: accessTokenSchema, problems: [401], example: { request: examples.refresh } })
  refresh(@Body({ schema: refreshInputSchema }) { refresh_token }: { refresh_token: string }): Promise<AccessToken> {
    return this.auth.refresh(refresh_token);
  }

  @Post('logout')
  @HttpCode(204)
  @Operation({ summary: 'End a login', status: 204, example: { request: examples.refresh } })
  logout(@Body({ schema: refreshInputSchema }) { refresh_token }: { refresh_token: string }): Promise<void> {
    return this.auth.logout(refresh_token);
  }

  @Put('me/password')
  @HttpCode(204)
  @Authenticated()
  @Operation({ summary: 'Change the password, which ends every login', status: 204, example: { request: examples.passwordChange } })
  changePassword(
    @CurrentUser() user: AuthenticatedUser,
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
    @Ip() address: string,
  ): Promise<void> {
    return this.auth.changePassword(user, change, address);
  }

  @Get('me')
  @Authenticated()
  @Operation({ summary: 'The account that is logged in', answer: userSchema })
  me(@CurrentUser() user: AuthenticatedUser): Promise<User> {
    return this.users.one(user.id);
  }
}
