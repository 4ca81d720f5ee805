import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AdminModule } from './admin/admin.module';
import { AuditModule } from './audit/audit.module';
import { IndexCreation } from './database/create-indexes';
import { DatabaseModule } from './database/database.module';
import { MigrationCheck } from './database/migration-check';
import { FirstAdmin } from './database/seed/first-admin';
import { Seed } from './database/seed/seed';
import { Upkeep } from './database/upkeep';
import { HealthModule } from './health/health.module';
import { ProblemFilter } from './http/problem.filter';
import { SchemaValidationPipe } from './http/schema-validation.pipe';
import { UnexpectedPublicQuery } from './http/unexpected-query';
import { OpenApiModule } from './openapi/openapi.module';
import { OrdersModule } from './orders/orders.module';
import { type Platform, PlatformModule } from './platform/platform.module';
import { RestaurantsModule } from './restaurants/restaurants.module';
import { ReviewsModule } from './reviews/reviews.module';
import { UsersModule } from './users/users.module';

@Module({
  imports: [DatabaseModule, HealthModule, RestaurantsModule, UsersModule, OrdersModule, ReviewsModule, AdminModule, AuditModule, OpenApiModule],
  providers: [
    MigrationCheck,
    IndexCreation,
    Seed,
    FirstAdmin,
    Upkeep,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: SchemaValidationPipe },
    { provide: APP_GUARD, useClass: UnexpectedPublicQuery },
  ],
})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.of(platform)] };
  }
}
