import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type CuisineCount, itemSearchQuerySchema, nameSchema, type RestaurantQuery, restaurantQuerySchema } from '@foodie-express/contracts';
import type { Response } from 'express';
import type { z } from 'zod';
import { sendJson } from '../http/json-answer';
import { RestaurantsService } from './restaurants.service';

@Controller()
export class RestaurantsController {
  constructor(private readonly restaurants: RestaurantsService) {}

  @Get('restaurants')
  async list(@Query({ schema: restaurantQuerySchema }) query: RestaurantQuery, @Res() response: Response): Promise<void> {
    const { json, total } = await this.restaurants.list(query);
    response.setHeader('X-Total-Count', total);
    sendJson(response, json);
  }

  @Get('restaurants/:name')
  async one(@Param('name', { schema: nameSchema }) name: string, @Res() response: Response): Promise<void> {
    sendJson(response, await this.restaurants.one(name));
  }

  @Get('restaurants/:name/menu')
  async menu(@Param('name', { schema: nameSchema }) name: string, @Res() response: Response): Promise<void> {
    sendJson(response, await this.restaurants.menu(name));
  }

  @Get('cuisines')
  cuisines(): Promise<CuisineCount[]> {
    return this.restaurants.cuisines();
  }

  @Get('search/items')
  async serving(@Query({ schema: itemSearchQuerySchema }) { item_name }: z.infer<typeof itemSearchQuerySchema>, @Res() response: Response): Promise<void> {
    sendJson(response, await this.restaurants.serving(item_name));
  }
}
