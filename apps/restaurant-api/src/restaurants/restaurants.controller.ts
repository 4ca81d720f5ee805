import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type CuisineCount, itemSearchQuerySchema, nameSchema, type RestaurantQuery, restaurantQuerySchema } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { sendRepresentation } from '../http/representation';
import { RestaurantsService } from './restaurants.service';

@Controller()
export class RestaurantsController {
  constructor(private readonly restaurants: RestaurantsService) {}

  @Get('restaurants')
  async list(@Query({ schema: restaurantQuerySchema }) query: RestaurantQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.restaurants.list(query);
    response.setHeader('X-Total-Count', page.total);
    sendRepresentation(page, request, response);
  }

  @Get('restaurants/:name')
  async one(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendRepresentation(await this.restaurants.one(name), request, response);
  }

  @Get('restaurants/:name/menu')
  async menu(@Param('name', { schema: nameSchema }) name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendRepresentation(await this.restaurants.menu(name), request, response);
  }

  @Get('cuisines')
  cuisines(): Promise<CuisineCount[]> {
    return this.restaurants.cuisines();
  }

  @Get('search/items')
  async serving(@Query({ schema: itemSearchQuerySchema }) query: { item_name: string }, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendRepresentation(await this.restaurants.serving(query.item_name), request, response);
  }
}
