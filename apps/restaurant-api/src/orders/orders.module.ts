import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module';
import { RestaurantsModule } from '../restaurants/restaurants.module';
import { UsersModule } from '../users/users.module';
import { OrderChangesService } from './order-changes.service';
import { OrderListsService } from './order-lists.service';
import { ORDERS, orderSchema } from './order.schema';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { QuotesService } from './quotes.service';
import { RestaurantOrdersController } from './restaurant-orders.controller';

@Module({
  imports: [MongooseModule.forFeature([{ name: ORDERS, schema: orderSchema }]), AuditModule, RestaurantsModule, UsersModule],
  controllers: [OrdersController, RestaurantOrdersController],
  providers: [OrdersService, OrderListsService, OrderChangesService, QuotesService],
  exports: [OrderListsService, MongooseModule],
})
export class OrdersModule {}
