import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { type ApiHealth, apiHealthSchema } from '@foodie-express/contracts';
import { UnavailableError } from '@foodie-express/error-messages';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../database/database';
import { Draining } from '../http/draining';
import { serviceExamples } from '../openapi/examples/service';
import { Operation } from '../openapi/operation.decorator';
import { FEATURES, VERSION } from './service-description';

const descriptionSchema = z.object({ message: z.string(), version: z.string(), features: z.array(z.string()) });

const probeSchema = z.object({ status: z.literal('ok') });

type Probe = z.infer<typeof probeSchema>;

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly draining: Draining,
  ) {}

  @Get()
  @Operation({ id: 'describe', summary: 'What this service is', answer: descriptionSchema, example: { answer: serviceExamples.description }, needsNoDatabase: true, passesOverQuery: true })
  describe() {
    return { message: 'Welcome to the FoodieExpress restaurant API', version: VERSION, features: FEATURES };
  }

  @Get('health')
  @Operation({
    id: 'getHealth',
    summary: 'Whether the service and its database work',
    answer: apiHealthSchema,
    example: { answer: serviceExamples.healthy },
    passesOverQuery: true,
    otherAnswers: { 503: { description: 'The database cannot be reached', answer: apiHealthSchema, example: serviceExamples.unhealthy } },
  })
  async health(@Res({ passthrough: true }) response: Response): Promise<ApiHealth> {
    const isConnected = await this.database.answers();
    if (!isConnected) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: isConnected ? 'healthy' : 'unhealthy', version: VERSION, database: isConnected ? 'connected' : 'disconnected', features: FEATURES };
  }

  /** For who restarts processes that hang. */
  @Get('health/live')
  @Operation({ id: 'isAlive', summary: 'Whether the process lives', answer: probeSchema, example: { answer: { status: 'ok' } }, needsNoDatabase: true, passesOverQuery: true })
  live(): Probe {
    return { status: 'ok' };
  }

  /** For who sends requests: not while it starts, ends, or has no database. */
  @Get('health/ready')
  @Operation({ id: 'isReady', summary: 'Whether requests should be sent here', answer: probeSchema, example: { answer: { status: 'ok' } }, passesOverQuery: true })
  async ready(): Promise<Probe> {
    if (this.draining.hasBegun) throw new UnavailableError('The service is ending.');
    if (!(await this.database.answers())) throw new UnavailableError('The database cannot be used.');
    return { status: 'ok' };
  }
}
