import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { ApiHealth } from '@foodie-express/contracts';
import type { Response } from 'express';
import { Database } from '../database/database';
import { FEATURES, VERSION } from './service-description';

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  describe() {
    return { message: 'Welcome to the FoodieExpress restaurant API', version: VERSION, features: FEATURES };
  }

  @Get('health')
  async health(@Res({ passthrough: true }) response: Response): Promise<ApiHealth> {
    const isConnected = await this.database.answers();
    if (!isConnected) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: isConnected ? 'healthy' : 'unhealthy', version: VERSION, database: isConnected ? 'connected' : 'disconnected', features: FEATURES };
  }
}
