import type { AgentHealth } from '@foodie-express/contracts';
import type { Request, Response } from 'express';
import type { HttpServices } from './http-services';

/** The API is asked for this long, in milliseconds; load balancers wait for the answer. */
const API_PATIENCE_MS = 1_000;

/**
 * `GET /health`: 200 while conversations can be had, if need be without Redis; 503 while Redis is lost and nothing stands in for
 * it, so that a balancer sends people elsewhere. No addresses and no secrets.
 */
export function health({ store, model, api, version, usesRedis, needsRedis }: HttpServices) {
  return async (_request: Request, response: Response): Promise<void> => {
    const apiIsHealthy = await api.isHealthy(AbortSignal.timeout(API_PATIENCE_MS));
    const redis = store.status();
    const isUnhealthy = needsRedis && !redis.connected;
    const isWhole = apiIsHealthy && (redis.connected || !usesRedis);
    const body: AgentHealth = {
      status: isUnhealthy ? 'unhealthy' : isWhole ? 'healthy' : 'degraded',
      version,
      redis,
      model: model.name,
      api: apiIsHealthy ? 'connected' : 'disconnected',
    };
    response.status(isUnhealthy ? 503 : 200).json(body);
  };
}
