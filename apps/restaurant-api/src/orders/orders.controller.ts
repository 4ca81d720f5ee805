import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  type Order,
  type OrderInput,
  orderInputSchema,
  type OrderQuery,
  orderQuerySchema,
  orderSchema,
  type OrderStatus,
  orderStatusInputSchema,
  type Quote,
  quoteSchema,
  type StatusChange,
  statusChangeSchema,
} from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { answerPage } from '../http/next-page';
import { orderExamples } from '../openapi/examples/orders';
import { Operation } from '../openapi/operation.decorator';
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
  @Operation({
    id: 'quoteOrder',
    summary: 'What an order would come to; nothing is placed',
    answer: quoteSchema,
    problems: { 404: orderExamples.unknownRestaurant, 409: orderExamples.notPossibleNow },
    example: { request: orderExamples.input, answer: orderExamples.quote },
  })
  async quote(@Body({ schema: orderInputSchema }) input: OrderInput): Promise<Quote> {
    return quoteAnswer(await this.quotes.quote(input));
  }

  @Post()
  @Authenticated()
  @Operation({
    id: 'placeOrder',
    summary: 'Place an order; a repeated Idempotency-Key gives the same one with 200',
    answer: orderSchema,
    status: 201,
    otherAnswers: { 200: { description: 'The order that the same key has made before', answer: orderSchema, example: orderExamples.placed } },
    problems: { 404: orderExamples.unknownRestaurant, 409: orderExamples.notPossibleNow },
    headers: ['Idempotency-Key'],
    example: { request: orderExamples.input, answer: orderExamples.placed },
  })
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
  @Operation({
    id: 'listOwnOrders',
    summary: 'Own orders, newest first; the next page in X-Next-Cursor',
    answer: z.array(orderSchema),
    problems: { 404: orderExamples.unknownRestaurant },
    example: { answer: [orderExamples.placed] },
    answerHeaders: ['X-Next-Cursor', 'Link'],
  })
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
  @Operation({ id: 'getOrder', summary: 'One order', answer: orderSchema, problems: { 403: orderExamples.ofSomebodyElse }, example: { answer: orderExamples.placed } })
  async one(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Order> {
    return orderAnswer(await this.lists.one(user, id));
  }

  @Get(':id/history')
  @Authenticated()
  @Operation({
    id: 'getOrderHistory',
    summary: 'Every change of its state',
    answer: z.array(statusChangeSchema),
    problems: { 403: orderExamples.ofSomebodyElse },
    example: { answer: orderExamples.history },
  })
  async history(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<StatusChange[]> {
    return historyAnswer(await this.lists.one(user, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Authenticated()
  @Operation({
    id: 'cancelOrder',
    summary: 'Cancel it, until it is being prepared',
    answer: orderSchema,
    problems: { 403: orderExamples.ofSomebodyElse, 409: orderExamples.tooLate },
    example: { answer: orderExamples.cancelled },
  })
  cancel(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<Order> {
    return this.changes.cancel(user, id);
  }

  @Patch(':id/status')
  @Authenticated('staff', 'admin')
  @Operation({
    id: 'setOrderStatus',
    summary: 'Move it on',
    answer: orderSchema,
    problems: { 409: orderExamples.wrongStep },
    example: { request: orderExamples.statusInput, answer: orderExamples.confirmed },
  })
  setStatus(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body({ schema: orderStatusInputSchema }) { status }: { status: OrderStatus },
  ): Promise<Order> {
    return this.changes.setStatus(user, id, status);
  }
}
