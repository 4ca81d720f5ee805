import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module';
import { AccessTokens } from '../auth/access-tokens';
import { AuthGuard } from '../auth/auth.guard';
import { AuthService } from '../auth/auth.service';
import { LoginThrottle } from '../auth/login-throttle';
import { SESSIONS, sessionSchema } from '../auth/session.schema';
import { Sessions } from '../auth/sessions';
import { RequestLimit } from '../http/request-limit';
import { USERS, userSchema } from './user.schema';
import { UsersController } from './users.controller';
import { UsersService } from './users.service';

/** Users and how they prove who they are: other modules import it to use `@Authenticated()`. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: USERS, schema: userSchema },
      { name: SESSIONS, schema: sessionSchema },
    ]),
    AuditModule,
  ],
  controllers: [UsersController],
  providers: [UsersService, AuthService, AccessTokens, AuthGuard, LoginThrottle, Sessions, RequestLimit],
  exports: [UsersService, AccessTokens, AuthGuard, Sessions, RequestLimit, MongooseModule],
})
export class UsersModule {}
