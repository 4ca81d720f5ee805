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
import { reviewExamples } from '../openapi/examples/reviews';
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
  @Operation({
    id: 'addReview',
    summary: 'Review a restaurant, once',
    answer: reviewSchema,
    status: 201,
    problems: { 400: reviewExamples.refused },
    example: { request: reviewExamples.input, answer: reviewExamples.review },
  })
  add(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Body({ schema: reviewInputSchema }) input: ReviewInput,
  ): Promise<Review> {
    return this.reviews.add(user, name, input);
  }

  @Get('restaurants/:name/reviews')
  @Operation({
    id: 'listReviews',
    summary: 'Its reviews, newest first; total in X-Total-Count',
    answer: z.array(reviewSchema),
    example: { answer: [reviewExamples.review] },
    answerHeaders: ['X-Total-Count'],
  })
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
  @Operation({ id: 'getReviewStats', summary: 'How its reviews come out', answer: reviewStatsSchema, example: { answer: reviewExamples.stats } })
  stats(@Param('name', { schema: nameSchema }) name: string): Promise<ReviewStats> {
    return this.reviews.stats(name);
  }

  @Get('users/me/reviews')
  @Authenticated()
  @Operation({ id: 'listOwnReviews', summary: 'Own reviews', answer: z.array(reviewSchema), example: { answer: [reviewExamples.review] } })
  own(@CurrentUser() user: AuthenticatedUser, @Query({ schema: pageQuerySchema }) query: PageQuery): Promise<Review[]> {
    return this.reviews.ofUser(user, query);
  }

  @Put('reviews/:id')
  @Authenticated()
  @Operation({
    id: 'changeReview',
    summary: 'Change an own review',
    answer: reviewSchema,
    problems: { 403: reviewExamples.ofSomebodyElse },
    example: { request: reviewExamples.change, answer: reviewExamples.changed },
  })
  change(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string, @Body({ schema: reviewChangeSchema }) change: ReviewChange): Promise<Review> {
    return this.reviews.change(user, id, change);
  }

  @Delete('reviews/:id')
  @HttpCode(204)
  @Authenticated()
  @Operation({ id: 'removeReview', summary: 'Remove an own review', status: 204, problems: { 403: reviewExamples.ofSomebodyElse } })
  remove(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    return this.reviews.remove(user, id);
  }

  @Post('reviews/:id/helpful')
  @HttpCode(200)
  @Authenticated()
  @Operation({
    id: 'markReviewHelpful',
    summary: 'Say that a review helped, once',
    answer: reviewSchema,
    problems: { 403: reviewExamples.own },
    example: { answer: reviewExamples.helpful },
  })
  markHelpful(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Review> {
    return this.reviews.markHelpful(user, id);
  }
}
