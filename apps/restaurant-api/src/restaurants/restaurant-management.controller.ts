import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { nameSchema, type RestaurantInput, restaurantInputSchema, restaurantSchema } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { revisionsToMatch, sendRepresentation } from '../http/representation';
import { restaurantExamples } from '../openapi/examples/restaurants';
import { Operation } from '../openapi/operation.decorator';
import { CLOCK, type Clock } from '../platform/tokens';
import type { CatalogueEntry } from './catalogue/catalogue-entry';
import { withoutComputed } from './restaurant-input-of';
import { RestaurantManagementService } from './restaurant-management.service';

const removedSchema = z.object({ message: z.string() });

/** Any fields: which of them are wrong is known once they stand beside those that stay. */
const changeSchema = z.looseObject({});

@Controller('restaurants')
export class RestaurantManagementController {
  constructor(
    private readonly management: RestaurantManagementService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Authenticated('admin')
  @Operation({
    id: 'addRestaurant',
    summary: 'Add a restaurant',
    answer: restaurantSchema,
    status: 201,
    problems: { 409: restaurantExamples.nameTaken },
    example: { request: restaurantExamples.input, answer: restaurantExamples.restaurant },
    answerHeaders: ['ETag'],
  })
  async create(
    @CurrentUser() user: AuthenticatedUser,
    @Body({ schema: restaurantInputSchema }) input: RestaurantInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(await this.management.create(user, input), request, response.status(201));
  }

  @Put(':name')
  @Authenticated('staff', 'admin')
  @Operation({
    id: 'changeRestaurant',
    summary: 'Change fields of a restaurant; those left out stay',
    answer: restaurantSchema,
    problems: { 409: restaurantExamples.nameTaken, 412: restaurantExamples.lostUpdate },
    headers: ['If-Match'],
    example: { request: restaurantExamples.change, answer: restaurantExamples.changed },
    answerHeaders: ['ETag'],
  })
  async update(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Body({ schema: changeSchema }) change: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(await this.management.update(user, name, withoutComputed(change), revisionsToMatch(request)), request, response);
  }

  @Delete(':name')
  @Authenticated('admin')
  @Operation({
    id: 'removeRestaurant',
    summary: 'Remove a restaurant; its orders stay',
    answer: removedSchema,
    problems: { 412: restaurantExamples.lostUpdate },
    headers: ['If-Match'],
    example: { answer: restaurantExamples.removed },
  })
  async remove(@CurrentUser() user: AuthenticatedUser, @Param('name', { schema: nameSchema }) name: string, @Req() request: Request): Promise<{ message: string }> {
    return { message: `Restaurant '${await this.management.remove(user, name, revisionsToMatch(request))}' removed` };
  }

  private answer(entry: CatalogueEntry, request: Request, response: Response): Promise<void> {
    return sendRepresentation(entry.at(this.clock()).representation, request, response);
  }
}
