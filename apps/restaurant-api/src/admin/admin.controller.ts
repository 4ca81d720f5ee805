import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import {
  type AdminOrderQuery,
  adminOrderQuerySchema,
  type AdminStats,
  adminStatsSchema,
  type AdminUserQuery,
  adminUserQuerySchema,
  auditEntrySchema,
  type AuditQuery,
  auditQuerySchema,
  type Order,
  orderSchema,
  type RoleInput,
  roleInputSchema,
  type User,
  userSchema,
} from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { Authenticated } from '../auth/authenticated.decorator';
import { CurrentUser } from '../auth/current-user.decorator';
import { answerPage } from '../http/next-page';
import { sendInParts } from '../http/send-in-parts';
import { accountExamples } from '../openapi/examples/accounts';
import { administrationExamples } from '../openapi/examples/administration';
import { orderExamples } from '../openapi/examples/orders';
import { Operation } from '../openapi/operation.decorator';
import { OrderListsService } from '../orders/order-lists.service';
import { AdminStatsService } from './admin-stats.service';
import { AdminUsersService } from './admin-users.service';
import { auditCsvParts } from './audit/audit-csv';
import { AuditListsService } from './audit/audit-lists.service';

/** The most entries of one CSV file. */
const CSV_LIMIT = 10_000;

@Controller('admin')
export class AdminController {
  constructor(
    private readonly statistics: AdminStatsService,
    private readonly orders: OrderListsService,
    private readonly users: AdminUsersService,
    private readonly audit: AuditListsService,
  ) {}

  @Get('stats')
  @Authenticated('admin')
  @Operation({ id: 'getStatistics', summary: 'What the platform comes to', answer: adminStatsSchema, example: { answer: administrationExamples.stats } })
  stats(): Promise<AdminStats> {
    return this.statistics.stats();
  }

  @Get('orders')
  @Authenticated('admin')
  @Operation({
    id: 'listOrders',
    summary: 'All orders, newest first',
    answer: z.array(orderSchema),
    problems: { 404: orderExamples.unknownRestaurant },
    example: { answer: [orderExamples.placed] },
    answerHeaders: ['X-Next-Cursor', 'Link'],
  })
  async listOrders(
    @Query({ schema: adminOrderQuerySchema }) query: AdminOrderQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Order[]> {
    return answerPage(await this.orders.page(query), request, response);
  }

  @Get('users')
  @Authenticated('admin')
  @Operation({
    id: 'listUsers',
    summary: 'All users, newest first',
    answer: z.array(userSchema),
    example: { answer: [accountExamples.asha] },
    answerHeaders: ['X-Next-Cursor', 'Link'],
  })
  async listUsers(
    @Query({ schema: adminUserQuerySchema }) query: AdminUserQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<User[]> {
    return answerPage(await this.users.page(query), request, response);
  }

  @Put('users/:id/role')
  @Authenticated('admin')
  @Operation({
    id: 'setRole',
    summary: 'Appoint users, staff and admins',
    answer: userSchema,
    problems: { 404: orderExamples.unknownRestaurant, 409: administrationExamples.lastAdmin },
    example: { request: administrationExamples.role, answer: administrationExamples.appointed },
  })
  setRole(@CurrentUser() admin: AuthenticatedUser, @Param('id') id: string, @Body({ schema: roleInputSchema }) input: RoleInput): Promise<User> {
    return this.users.setRole(admin, id, input);
  }

  @Get('audit')
  @Authenticated('admin')
  @Operation({
    id: 'listAuditEntries',
    summary: 'Who changed what, newest first; as CSV with format=csv',
    answer: z.array(auditEntrySchema),
    example: { answer: administrationExamples.auditEntries },
    csvExample: administrationExamples.auditFile,
    answerHeaders: ['X-Next-Cursor', 'Link'],
  })
  async listAudit(
    @Query({ schema: auditQuerySchema }) { format, limit, ...filter }: AuditQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (format === 'csv') {
      await sendInParts(response.attachment('audit.csv').type('text/csv'), auditCsvParts(this.audit.portions(filter, CSV_LIMIT)));
    } else {
      response.json(answerPage(await this.audit.page({ ...filter, limit }), request, response));
    }
  }
}
