import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type CuisineCount, itemSearchQuerySchema, type Menu, nameSchema, type Restaurant, type RestaurantQuery, restaurantQuerySchema } from '@foodie-express/contracts';
import type { Response } from 'express';
import type { z } from 'zod';
import { RestaurantsService } from './restaurants.service';

@Controller()
export class RestaurantsController {
  constructor(private readonly restaurants: RestaurantsService) {}

  @Get('restaurants')
  async list(@Query({ schema: restaurantQuerySchema }) query: RestaurantQuery, @Res({ passthrough: true }) response: Response): Promise<Restaurant[]> {
    const page = await this.restaurants.list(query);
    response.setHeader('X-Total-Count', page.total);
    return page.restaurants;
  }

  @Get('restaurants/:name')
  one(@Param('name', { schema: nameSchema }) name: string): Promise<Restaurant> {
    return this.restaurants.one(name);
  }

  @Get('restaurants/:name/menu')
  menu(@Param('name', { schema: nameSchema }) name: string): Promise<Menu> {
    return this.restaurants.menu(name);
  }

  @Get('cuisines')
  cuisines(): Promise<CuisineCount[]> {
    return this.restaurants.cuisines();
  }

  @Get('search/items')
  serving(@Query({ schema: itemSearchQuerySchema }) { item_name }: z.infer<typeof itemSearchQuerySchema>): Promise<Restaurant[]> {
    return this.restaurants.serving(item_name);
  }
}
