import { createHash, timingSafeEqual } from 'node:crypto';
import { ForbiddenError, LoginRequiredError, NotFoundError } from '@foodie-express/error-messages';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { HttpServices } from './http-services';
import { onlyMethod } from './problem-handler';

/** A circuit breaker that operators may look at and close. */
export interface Circuit {
  readonly isOpen: () => boolean;
  readonly reset: () => void;
}

/** What operators see and do: `/metrics` for the scraper, which proxies keep inside; the rest takes ADMIN_TOKEN as a bearer token. */
export function operatorRoutes(services: HttpServices): Router {
  const { metrics, adminToken } = services;
  const routes = Router();
  const guard = requireAdminToken(adminToken);
  routes
    .route('/metrics')
    .get(async (_request, response) => {
      response.set('Content-Type', metrics.registry.contentType).send(await metrics.registry.metrics());
    })
    .all(onlyMethod('GET'));
  routes.route('/health/detailed').get(guard, detailedHealth(services)).all(onlyMethod('GET'));
  routes.route('/admin/circuit/:name/reset').post(guard, resetCircuit(services)).all(onlyMethod('POST'));
  routes.route('/admin/cache/warm').post(guard, warmCache(services)).all(onlyMethod('POST'));
  return routes;
}

function requireAdminToken(adminToken: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (adminToken === undefined) throw new ForbiddenError('This is switched off: ADMIN_TOKEN is not set.');
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) throw new LoginRequiredError('This takes the ADMIN_TOKEN as a bearer token.');
    if (!timingSafeEqual(digest(given), digest(adminToken))) throw new ForbiddenError('This is another token than ADMIN_TOKEN.');
    next();
  };
}

function detailedHealth({ store, circuits, model, version }: HttpServices): RequestHandler {
  return (_request, response) => {
    const { rss, heapUsed } = process.memoryUsage();
    response.json({
      version,
      model: model.name,
      redis: store.status(),
      circuits: Object.fromEntries([...circuits].map(([name, { isOpen }]) => [name, isOpen() ? 'open' : 'closed'])),
      uptime_seconds: Math.round(process.uptime()),
      memory_bytes: { rss, heap_used: heapUsed },
    });
  };
}

function resetCircuit({ circuits, logger }: HttpServices) {
  return (request: Request<{ name: string }>, response: Response): void => {
    const { name } = request.params;
    const circuit = circuits.get(name);
    if (circuit === undefined) throw new NotFoundError(`There is no circuit '${name}'; there are: ${[...circuits.keys()].join(', ')}`);
    circuit.reset();
    logger.info({ circuit: name }, 'circuit reset by an operator');
    response.json({ circuit: name, state: 'closed' });
  };
}

/** Forgets restaurants and menus and reads them again, so that the next person does not wait for it. */
function warmCache({ api }: HttpServices): RequestHandler {
  return async (_request, response) => {
    api.clearCache();
    const restaurants = await api.listAllRestaurants();
    await Promise.all(restaurants.map(({ name }) => api.getMenu(name)));
    response.json({ restaurants: restaurants.length });
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
