import { join } from 'node:path';
import { startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { table } from '../../bench-language/table';
import { CommandRelay } from '../measuring/command-relay';
import { withApi } from '../programs/api-program';
import type { ChildProgram } from '../programs/child-program';
import { type LoadRequest, loadResultSchema } from '../programs/load-task';
import { Customer, usualOrder } from './customer';
import type { Subject } from './subject';

/** Of each call, one after the other. Enough that what the API asks by itself now and then hardly shows. */
const REQUESTS = 200;

/** What each call asks of the database, counted on the wire. */
export const roundTrips: Subject = {
  name: 'round-trips',
  title: 'Commands to the database for each request',
  run: async ({ apiProgram, folder, generator, signal }) => {
    const server = await startEmbeddedMongo({ dataFolder: join(folder, 'round-trips') });
    const relay = await CommandRelay.start(server.port);
    try {
      const mongoUri = `mongodb://127.0.0.1:${relay.port}/bench?directConnection=true`;
      const build = { program: apiProgram, dataFolder: folder, mongoUri };
      return await withApi(build, [], signal, async ({ url }) => {
        const rows: string[][] = [];
        for (const [call, request] of Object.entries(calls(await Customer.register(url)))) {
          signal.throwIfAborted();
          rows.push([call, ...(await commandsOf(request, url, generator, relay))]);
        }
        return table(['call', 'commands', 'which'], rows);
      });
    } finally {
      await relay.close();
      await server.close();
    }
  },
};

function calls(customer: Customer): Record<string, LoadRequest> {
  const headers = { 'content-type': 'application/json', ...customer.headers };
  const order = { method: 'POST', path: '/orders/', headers, body: JSON.stringify(usualOrder), status: 201 } as const;
  return {
    'GET /restaurants/': { path: '/restaurants/' },
    'GET /restaurants/{name}/menu': { path: '/restaurants/Swati%20Snacks/menu' },
    'GET /search/items': { path: '/search/items?item_name=thepla' },
    'POST /orders/quote': { ...order, path: '/orders/quote', status: 200 },
    'POST /orders/ with Idempotency-Key': { ...order, headers: { ...headers, 'idempotency-key': '[<id>]' } },
    'POST /orders/': order,
    'GET /orders/': { path: '/orders/', headers },
  };
}

async function commandsOf(request: LoadRequest, url: string, generator: ChildProgram, relay: CommandRelay): Promise<[total: string, which: string]> {
  relay.counts.clear();
  await generator.ask('load', { url, connections: 1, requests: [request], until: { requests: REQUESTS } }, loadResultSchema);
  const each = [...relay.counts].map(([name, count]) => ({ name, perRequest: count / REQUESTS }));
  const total = each.reduce((sum, { perRequest }) => sum + perRequest, 0);
  return [total.toFixed(2), each.map(({ name, perRequest }) => `${name} ${perRequest.toFixed(2)}`).join(', ')];
}
