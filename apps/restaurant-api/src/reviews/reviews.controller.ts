import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  nameSchema,
  pageQuerySchema,
  type Review,
  type ReviewChange,
  reviewChangeSchema,
  type ReviewInput,
  reviewInputSchema,
  type ReviewStats,
} from '@foodie-express/contracts';
import type { Response } from 'express';
import { Authenticated } from '../auth/authenticated.decorator';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { ReviewsService } from './reviews.service';

interface PageQuery {
  readonly skip: number;
  readonly limit: number;
}

@Controller()
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Post('restaurants/:name/reviews')
  @Authenticated()
  add(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Body({ schema: reviewInputSchema }) input: ReviewInput,
  ): Promise<Review> {
    return this.reviews.add(user, name, input);
  }

  @Get('restaurants/:name/reviews')
  async list(
    @Param('name', { schema: nameSchema }) name: string,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Review[]> {
    const { reviews, total } = await this.reviews.ofRestaurant(name, query);
    response.setHeader('X-Total-Count', total);
    return reviews;
  }

  @Get('restaurants/:name/reviews/stats')
  stats(@Param('name', { schema: nameSchema }) name: string): Promise<ReviewStats> {
    return this.reviews.stats(name);
  }

  @Get('users/me/reviews')
  @Authenticated()
  own(@CurrentUser() user: AuthenticatedUser, @Query({ schema: pageQuerySchema }) query: PageQuery): Promise<Review[]> {
    return this.reviews.ofUser(user, query);
  }

  @Put('reviews/:id')
  @Authenticated()
  change(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string, @Body({ schema: reviewChangeSchema }) change: ReviewChange): Promise<Review> {
    return this.reviews.change(user, id, change);
  }

  @Delete('reviews/:id')
  @HttpCode(204)
  @Authenticated()
  remove(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    return this.reviews.remove(user, id);
  }

  @Post('reviews/:id/helpful')
  @HttpCode(200)
  @Authenticated()
  markHelpful(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Review> {
    return this.reviews.markHelpful(user, id);
  }
}
