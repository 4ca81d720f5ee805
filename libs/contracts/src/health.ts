import { z } from 'zod';

/** `GET /health` of restaurant-api. */
export const apiHealthSchema = z.object({
  status: z.enum(['healthy', 'unhealthy']),
  version: z.string(),
  database: z.enum(['connected', 'disconnected']),
  features: z.array(z.string()),
});

/** `GET /health` of chat-agent: no secrets, no addresses. */
export const agentHealthSchema = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  version: z.string(),
  redis: z.object({ connected: z.boolean(), backend: z.enum(['redis', 'memory']) }),
  model: z.string(),
  api: z.enum(['connected', 'disconnected']),
});

export type ApiHealth = z.infer<typeof apiHealthSchema>;
export type AgentHealth = z.infer<typeof agentHealthSchema>;
