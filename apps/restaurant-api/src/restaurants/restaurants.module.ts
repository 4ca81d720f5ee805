import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuditModule } from '../audit/audit.module';
import { UsersModule } from '../users/users.module';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import { HotReads } from './hot-reads';
import { RestaurantManagementController } from './restaurant-management.controller';
import { RestaurantManagementService } from './restaurant-management.service';
import { RestaurantWrites } from './restaurant-writes';
import { RESTAURANTS, restaurantSchema } from './restaurant.schema';
import { RestaurantsController } from './restaurants.controller';
import { RestaurantsService } from './restaurants.service';

@Module({
  imports: [MongooseModule.forFeature([{ name: RESTAURANTS, schema: restaurantSchema }]), AuditModule, UsersModule],
  controllers: [RestaurantsController, RestaurantManagementController],
  providers: [RestaurantsService, RestaurantCatalogue, RestaurantWrites, RestaurantManagementService, HotReads],
  exports: [HotReads, RestaurantCatalogue, RestaurantWrites, MongooseModule],
})
export class RestaurantsModule {}
