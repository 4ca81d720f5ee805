import type { AgentHealth } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import type { HttpServices } from './http-services';

/** The API is asked for this long, in milliseconds; load balancers wait for the answer. */
const API_PATIENCE_MS = 1_000;

/** `GET /health`: 200 while conversations can be had, if need be without Redis; no addresses and no secrets. */
export function health({ store, model, api, version, usesRedis }: HttpServices) {
  return async (_request: Request, response: Response): Promise<void> => {
    const apiIsHealthy = await api.isHealthy(AbortSignal.timeout(API_PATIENCE_MS));
    const redis = store.status();
    const body: AgentHealth = {
      status: apiIsHealthy && (redis.connected || !usesRedis) ? 'healthy' : 'degraded',
      version,
      redis,
      model: model.name,
      api: apiIsHealthy ? 'connected' : 'disconnected',
    };
    response.json(body);
  };
}
