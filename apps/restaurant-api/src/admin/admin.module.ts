import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { OrdersModule } from '../orders/orders.module';
import { RestaurantsModule } from '../restaurants/restaurants.module';
import { UsersModule } from '../users/users.module';
import { AdminStatsService } from './admin-stats.service';
import { AdminUsersService } from './admin-users.service';
import { AdminController } from './admin.controller';
import { AuditListsService } from './audit/audit-lists.service';
import { PlacedOrders } from './audit/placed-orders';

@Module({
  imports: [AuditModule, OrdersModule, RestaurantsModule, UsersModule],
  controllers: [AdminController],
  providers: [AdminStatsService, AdminUsersService, AuditListsService, PlacedOrders],
})
export class AdminModule {}
