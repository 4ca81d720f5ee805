import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Seconds; from a lookup in memory to a turn with several calls of a remote model. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The numbers of one process in Prometheus' format: `registry.metrics()` is what `GET /metrics` answers. */
export interface Metrics {
  readonly registry: Registry;
  /** Observes `http_request_duration_seconds` by method, route and status, for each request whose response is over. */
  readonly middleware: RequestHandler;
}

/** Made once per process. Other metrics of the app register themselves in `registry`. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its response.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  const middleware: RequestHandler = (request, response, next) => {
    const end = duration.startTimer();
    response.once('close', () => { end({ method: request.method, route: routeOf(request), status: response.statusCode }); });
    next();
  };
  return { registry, middleware };
}

/** The pattern and never the path, which would make a time series of every order: `/orders/:id`. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? `${request.baseUrl}${path}` : 'unmatched';
}
