import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { OrdersModule } from '../orders/orders.module';
import { RestaurantsModule } from '../restaurants/restaurants.module';
import { UsersModule } from '../users/users.module';
import { ReviewCounts } from './review-counts';
import { REVIEWS, reviewSchema } from './review.schema';
import { ReviewsController } from './reviews.controller';
import { ReviewsService } from './reviews.service';

@Module({
  imports: [MongooseModule.forFeature([{ name: REVIEWS, schema: reviewSchema }]), OrdersModule, RestaurantsModule, UsersModule],
  controllers: [ReviewsController],
  providers: [ReviewsService, ReviewCounts],
  exports: [ReviewCounts, MongooseModule],
})
export class ReviewsModule {}
