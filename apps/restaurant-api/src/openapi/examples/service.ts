import type { ApiHealth } from '@foodie-express/contracts';
import { FEATURES, VERSION } from '../../health/service-description';

/** What of the service's own calls the documentation shows. */
export const serviceExamples = {
  description: { message: 'Welcome to the FoodieExpress restaurant API', version: VERSION, features: FEATURES },
  healthy: { status: 'healthy', version: VERSION, database: 'connected', features: FEATURES } satisfies ApiHealth,
  unhealthy: { status: 'unhealthy', version: VERSION, database: 'disconnected', features: FEATURES } satisfies ApiHealth,
};
