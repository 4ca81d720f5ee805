import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { nameSchema, type Order, orderSchema, type RestaurantOrderQuery, restaurantOrderQuerySchema } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { answerPage } from '../http/next-page';
import { orderExamples } from '../openapi/examples/orders';
import { Operation } from '../openapi/operation.decorator';
import { OrderListsService } from './order-lists.service';

/** What a kitchen looks at: the orders that it is to prepare, and those before them. */
@Controller('restaurants')
export class RestaurantOrdersController {
  constructor(private readonly lists: OrderListsService) {}

  @Get(':name/orders')
  @Authenticated('staff', 'admin')
  @Operation({
    id: 'listOrdersOfRestaurant',
    summary: 'Orders at a restaurant, newest first; the next page in X-Next-Cursor',
    answer: z.array(orderSchema),
    example: { answer: [orderExamples.placed] },
    answerHeaders: ['X-Next-Cursor', 'Link'],
  })
  async list(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Query({ schema: restaurantOrderQuerySchema }) query: RestaurantOrderQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Order[]> {
    return answerPage(await this.lists.ofRestaurant(user, name, query), request, response);
  }
}
