import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { type Order, type OrderInput, orderInputSchema, pageQuerySchema, type Quote } from '@foodie-express/contracts';
import type { Response } from 'express';
import { Authenticated } from '../auth/authenticated.decorator';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { IdempotencyKey } from './idempotency-key.decorator';
import { quoteAnswer } from './order-answer';
import { OrdersService } from './orders.service';
import { QuotesService } from './quotes.service';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly quotes: QuotesService,
  ) {}

  @Post('quote')
  @HttpCode(200)
  async quote(@Body({ schema: orderInputSchema }) input: OrderInput): Promise<Quote> {
    return quoteAnswer(await this.quotes.quote(input));
  }

  @Post()
  @Authenticated()
  async place(
    @CurrentUser() user: AuthenticatedUser,
    @Body({ schema: orderInputSchema }) input: OrderInput,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Order> {
    const { order, isNew } = await this.orders.place(user, input, key);
    response.status(isNew ? 201 : 200);
    return order;
  }

  @Get()
  @Authenticated()
  list(@CurrentUser() user: AuthenticatedUser, @Query({ schema: pageQuerySchema }) { limit }: { limit: number }): Promise<Order[]> {
    return this.orders.list(user, limit);
  }

  @Get(':id')
  @Authenticated()
  one(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Order> {
    return this.orders.one(user, id);
  }
}
