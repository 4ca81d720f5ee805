import { Body, Controller, Get, Header, HttpCode, Ip, Post, Put, Req } from '@nestjs/common';
import {
  type AccessToken,
  accessTokenSchema,
  type Credentials,
  credentialsSchema,
  type PasswordChange,
  passwordChangeSchema,
  type RefreshInput,
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
import { RequestLimit } from '../http/request-limit';
import { accountExamples } from '../openapi/examples/accounts';
import { Operation } from '../openapi/operation.decorator';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly auth: AuthService,
    private readonly requestLimit: RequestLimit,
  ) {}

  @Post('register')
  @Operation({
    id: 'register',
    summary: 'Open an account',
    answer: userSchema,
    status: 201,
    problems: { 400: accountExamples.taken },
    example: { request: accountExamples.registration, answer: accountExamples.asha },
    isCounted: true,
  })
  async register(@Body({ schema: registrationSchema }) registration: Registration, @Req() request: Request): Promise<User> {
    await this.requestLimit.count(request, request.ip ?? '');
    return this.users.register(registration);
  }

  @Post('login')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Operation({
    id: 'login',
    summary: 'Log in, with JSON or a form; five times a minute for each address and name',
    answer: accessTokenSchema,
    problems: { 401: accountExamples.wrongPassword, 429: [{ code: 'rate_limited', detail: 'Too many requests. Please try again in 42 s.' }] },
    example: { request: accountExamples.credentials, answer: accountExamples.token },
    takesForm: true,
    isCounted: true,
  })
  async login(@Body({ schema: credentialsSchema }) credentials: Credentials, @Ip() address: string, @Req() request: Request): Promise<AccessToken> {
    await this.requestLimit.count(request, address);
    return this.auth.login(credentials, address);
  }

  @Post('refresh')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Operation({
    id: 'refresh',
    summary: 'Renew a login; each refresh token is good once',
    answer: accessTokenSchema,
    problems: { 401: accountExamples.overLogin },
    example: { request: accountExamples.refresh, answer: accountExamples.token },
    isCounted: true,
  })
  async refresh(@Body({ schema: refreshInputSchema }) { refresh_token }: RefreshInput, @Req() request: Request): Promise<AccessToken> {
    await this.requestLimit.count(request, request.ip ?? '');
    return this.auth.refresh(refresh_token);
  }

  @Post('logout')
  @HttpCode(204)
  @Operation({ id: 'logout', summary: 'End a login', status: 204, example: { request: accountExamples.refresh }, isCounted: true })
  async logout(@Body({ schema: refreshInputSchema }) { refresh_token }: RefreshInput, @Req() request: Request): Promise<void> {
    await this.requestLimit.count(request, request.ip ?? '');
    return this.auth.logout(refresh_token);
  }

  @Put('me/password')
  @HttpCode(204)
  @Authenticated()
  @Operation({ id: 'changePassword', summary: 'Change the password, which ends every login', status: 204, example: { request: accountExamples.passwordChange } })
  changePassword(
    @CurrentUser() user: AuthenticatedUser,
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
    @Ip() address: string,
  ): Promise<void> {
    return this.auth.changePassword(user, change, address);
  }

  @Get('me')
  @Authenticated()
  @Operation({ id: 'getOwnAccount', summary: 'The account that is logged in', answer: userSchema, example: { answer: accountExamples.asha } })
  me(@CurrentUser() user: AuthenticatedUser): Promise<User> {
    return this.users.one(user.id);
  }
}
