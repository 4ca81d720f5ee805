import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { RestaurantsModule } from '../restaurants/restaurants.module';
import { UsersModule } from '../users/users.module';
import { orderSchema, ORDERS } from './order.schema';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { QuotesService } from './quotes.service';

@Module({
  imports: [MongooseModule.forFeature([{ name: ORDERS, schema: orderSchema }]), RestaurantsModule, UsersModule],
  controllers: [OrdersController],
  providers: [OrdersService, QuotesService],
})
export class OrdersModule {}
