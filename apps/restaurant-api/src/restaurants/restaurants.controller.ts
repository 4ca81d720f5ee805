import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  type CuisineCount,
  cuisineCountSchema,
  type ItemSearchQuery,
  itemSearchQuerySchema,
  menuSchema,
  nameSchema,
  type RestaurantQuery,
  restaurantQuerySchema,
  restaurantSchema,
} from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { restaurantExamples } from '../openapi/examples/restaurants';
import { Operation } from '../openapi/operation.decorator';
import { type HotAnswer, HotReads, sendHotAnswer } from './hot-reads';
import { RestaurantsService } from './restaurants.service';

@Controller()
export class RestaurantsController {
  constructor(
    private readonly restaurants: RestaurantsService,
    private readonly hotReads: HotReads,
  ) {}

  @Get('restaurants')
  @Operation({
    id: 'listRestaurants',
    summary: 'Restaurants by name, or the best match first; total in X-Total-Count',
    answer: z.array(restaurantSchema),
    example: { answer: [restaurantExamples.restaurant] },
    answerHeaders: ['ETag', 'X-Total-Count'],
  })
  async list(@Query({ schema: restaurantQuerySchema }) query: RestaurantQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.list(query), request, response);
  }

  @Get('restaurants/:name')
  @Operation({
    id: 'getRestaurant',
    summary: 'One restaurant, by name without regard to case or by id',
    answer: restaurantSchema,
    example: { answer: restaurantExamples.restaurant },
    answerHeaders: ['ETag'],
  })
  async one(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.one(name), request, response);
  }

  @Get('restaurants/:name/menu')
  @Operation({
    id: 'getMenu',
    summary: 'Its menu: categories, items and option groups with prices',
    answer: menuSchema,
    example: { answer: restaurantExamples.menu },
    answerHeaders: ['ETag'],
  })
  async menu(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.menu(name), request, response);
  }

  @Get('cuisines')
  @Operation({ id: 'listCuisines', summary: 'Cuisines, each with its number of restaurants', answer: z.array(cuisineCountSchema), example: { answer: restaurantExamples.cuisines } })
  cuisines(): Promise<CuisineCount[]> {
    return this.restaurants.cuisines();
  }

  @Get('search/items')
  @Operation({
    id: 'searchItems',
    summary: 'Restaurants that serve a dish, the best match first: part of its name is enough, and typos are forgiven; total in X-Total-Count',
    answer: z.array(restaurantSchema),
    example: { answer: [restaurantExamples.restaurant] },
    answerHeaders: ['ETag', 'X-Total-Count'],
  })
  async serving(@Query({ schema: itemSearchQuerySchema }) query: ItemSearchQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.serving(query), request, response);
  }

  private answer(answer: HotAnswer, request: Request, response: Response): Promise<void> {
    this.hotReads.keep(request.url, answer);
    return sendHotAnswer(answer, request, response);
  }
}
