import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { nameSchema, type RestaurantInput, restaurantInputSchema, restaurantSchema } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { revisionToMatch, sendRepresentation } from '../http/representation';
import { examples } from '../openapi/examples';
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
  @Operation({ summary: 'Add a restaurant', answer: restaurantSchema, status: 201, problems: [409], example: { request: examples.restaurant } })
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
    summary: 'Change fields of a restaurant; those left out stay',
    answer: restaurantSchema,
    problems: [409, 412],
    headers: ['If-Match'],
    example: { request: examples.restaurantChange },
  })
  async update(
    @CurrentUser() user: AuthenticatedUser,
    @Param('name', { schema: nameSchema }) name: string,
    @Body({ schema: changeSchema }) change: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(await this.management.update(user, name, withoutComputed(change), revisionToMatch(request)), request, response);
  }

  @Delete(':name')
  @Authenticated('admin')
  @Operation({ summary: 'Remove a restaurant; its orders stay', answer: removedSchema })
  async remove(@CurrentUser() user: AuthenticatedUser, @Param('name', { schema: nameSchema }) name: string): Promise<{ message: string }> {
    return { message: `Restaurant '${await this.management.remove(user, name)}' removed` };
  }

  private answer(entry: CatalogueEntry, request: Request, response: Response): Promise<void> {
    return sendRepresentation(entry.at(this.clock()).representation, request, response);
  }
}
