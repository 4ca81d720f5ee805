import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  type CuisineCount,
  cuisineCountSchema,
  itemSearchQuerySchema,
  menuSchema,
  nameSchema,
  type RestaurantQuery,
  restaurantQuerySchema,
  restaurantSchema,
} from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
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
  @Operation({ summary: 'Restaurants by name, or the best match first; total in X-Total-Count', answer: z.array(restaurantSchema), headers: ['If-None-Match'] })
  async list(@Query({ schema: restaurantQuerySchema }) query: RestaurantQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.list(query), request, response);
  }

  @Get('restaurants/:name')
  @Operation({ summary: 'One restaurant, by name without regard to case or by id', answer: restaurantSchema, headers: ['If-None-Match'] })
  async one(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.one(name), request, response);
  }

  @Get('restaurants/:name/menu')
  @Operation({ summary: 'Its menu: categories, items and option groups with prices', answer: menuSchema, headers: ['If-None-Match'] })
  async menu(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.menu(name), request, response);
  }

  @Get('cuisines')
  @Operation({ summary: 'Cuisines, each with its number of restaurants', answer: z.array(cuisineCountSchema) })
  cuisines(): Promise<CuisineCount[]> {
    return this.restaurants.cuisines();
  }

  @Get('search/items')
  @Operation({ summary: 'Restaurants that serve a dish: part of its name is enough, and typos are forgiven', answer: z.array(restaurantSchema) })
  async serving(@Query({ schema: itemSearchQuerySchema }) query: { item_name: string }, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(await this.restaurants.serving(query.item_name), request, response);
  }

  private answer(answer: HotAnswer, request: Request, response: Response): Promise<void> {
    this.hotReads.keep(request.url, answer);
    return sendHotAnswer(answer, request, response);
  }
}
