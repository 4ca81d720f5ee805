import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { RestaurantCatalogue } from './catalogue/restaurant-catalogue';
import { RestaurantWrites } from './restaurant-writes';
import { restaurantSchema, RESTAURANTS } from './restaurant.schema';
import { RestaurantsController } from './restaurants.controller';
import { RestaurantsService } from './restaurants.service';

@Module({
  imports: [MongooseModule.forFeature([{ name: RESTAURANTS, schema: restaurantSchema }])],
  controllers: [RestaurantsController],
  providers: [RestaurantsService, RestaurantCatalogue, RestaurantWrites],
  exports: [RestaurantsService, RestaurantCatalogue, RestaurantWrites],
})
export class RestaurantsModule {}
