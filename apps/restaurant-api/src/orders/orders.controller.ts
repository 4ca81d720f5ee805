import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  type Order,
  type OrderInput,
  orderInputSchema,
  type OrderQuery,
  orderQuerySchema,
  type OrderStatus,
  orderStatusInputSchema,
  type Quote,
  type StatusChange,
} from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { Authenticated } from '../auth/authenticated.decorator';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { answerPage } from '../http/next-page';
import { IdempotencyKey } from './idempotency-key.decorator';
import { historyAnswer, orderAnswer, quoteAnswer } from './order-answer';
import { OrderChangesService } from './order-changes.service';
import { OrderListsService } from './order-lists.service';
import { OrdersService } from './orders.service';
import { QuotesService } from './quotes.service';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly lists: OrderListsService,
    private readonly changes: OrderChangesService,
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
  async list(
    @CurrentUser() user: AuthenticatedUser,
    @Query({ schema: orderQuerySchema }) query: OrderQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Order[]> {
    return answerPage(await this.lists.page({ ...query, user_id: user.id }), request, response);
  }

  @Get(':id')
  @Authenticated()
  async one(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Order> {
    return orderAnswer(await this.lists.one(user, id));
  }

  @Get(':id/history')
  @Authenticated()
  async history(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<StatusChange[]> {
    return historyAnswer(await this.lists.one(user, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Authenticated()
  cancel(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Order> {
    return this.changes.cancel(user, id);
  }

  @Patch(':id/status')
  @Authenticated('staff', 'admin')
  setStatus(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body({ schema: orderStatusInputSchema }) { status }: { status: OrderStatus },
  ): Promise<Order> {
    return this.changes.setStatus(user, id, status);
  }
}
