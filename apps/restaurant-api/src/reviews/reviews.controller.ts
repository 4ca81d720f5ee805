import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  nameSchema,
  pageQuerySchema,
  type Review,
  type ReviewChange,
  reviewChangeSchema,
  type ReviewInput,
  reviewInputSchema,
  reviewSchema,
  type ReviewStats,
  reviewStatsSchema,
} from '@foodie-express/contracts';
import type { Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { examples } from '../openapi/examples';
import { Operation } from '../openapi/operation.decorator';
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
  @Operation({ summary: 'Review a restaurant, once', answer: reviewSchema, status: 201, example: { request: examples.review } })
  add(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Body({ schema: reviewInputSchema }) input: ReviewInput,
  ): Promise<Review> {
    return this.reviews.add(user, name, input);
  }

  @Get('restaurants/:name/reviews')
  @Operation({ summary: 'Its reviews, newest first; total in X-Total-Count', answer: z.array(reviewSchema) })
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
  @Operation({ summary: 'How its reviews come out', answer: reviewStatsSchema })
  stats(@Param('name', { schema: nameSchema }) name: string): Promise<ReviewStats> {
    return this.reviews.stats(name);
  }

  @Get('users/me/reviews')
  @Authenticated()
  @Operation({ summary: 'Own reviews', answer: z.array(reviewSchema) })
  own(@CurrentUser() user: AuthenticatedUser, @Query({ schema: pageQuerySchema }) query: PageQuery): Promise<Review[]> {
    return this.reviews.ofUser(user, query);
  }

  @Put('reviews/:id')
  @Authenticated()
  @Operation({ summary: 'Change an own review', answer: reviewSchema, problems: [403], example: { request: examples.reviewChange } })
  change(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string, @Body({ schema: reviewChangeSchema }) change: ReviewChange): Promise<Review> {
    return this.reviews.change(user, id, change);
  }

  @Delete('reviews/:id')
  @HttpCode(204)
  @Authenticated()
  @Operation({ summary: 'Remove an own review', status: 204, problems: [403] })
  remove(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    return this.reviews.remove(user, id);
  }

  @Post('reviews/:id/helpful')
  @HttpCode(200)
  @Authenticated()
  @Operation({ summary: 'Say that a review helped, once', answer: reviewSchema, problems: [403] })
  markHelpful(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Review> {
    return this.reviews.markHelpful(user, id);
  }
}
