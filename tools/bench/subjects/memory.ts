import { join } from 'node:path';
import { table } from '../../bench-language/table';
import { loadResultSchema, type LoadRequest } from '../programs/load-task';
import { withApi } from '../programs/api-program';
import type { Usage } from '../programs/child-program';
import { Customer, usualOrder } from './customer';
import { withDatabase } from './databases';
import { growth } from '../measuring/growth';
import type { Subject } from './subject';

const REQUESTS = 100_000;
const QUICK_REQUESTS = 10_000;
const SAMPLES = 10;
const CONNECTIONS = 20;

/** What the API holds after garbage collection, under every kind of call: reads, searches, prices, orders, refusals. */
export const memory: Subject = {
  name: 'memory',
  title: 'Memory of the API after garbage collection, under a mix of calls',
  run: ({ apiProgram, folder, mongoUri: server, generator, isQuick, signal }) =>
    withDatabase(server, (mongoUri) =>
      withApi({ program: apiProgram, dataFolder: join(folder, 'memory'), mongoUri }, ['--expose-gc'], signal, async ({ program, url }) => {
        const requests = mixOfCalls(await Customer.register(url));
        const portion = (isQuick ? QUICK_REQUESTS : REQUESTS) / SAMPLES;
        const samples: Usage[] = [];
        // The first portion warms caches and compiles code: it is no sample.
        for (let taken = 0; taken <= SAMPLES; taken += 1) {
          signal.throwIfAborted();
          await generator.ask('load', { url, connections: CONNECTIONS, requests, until: { requests: portion } }, loadResultSchema);
          samples.push(await program.usage());
        }
        return report(samples, portion);
      }),
    ),
};

function mixOfCalls(customer: Customer): LoadRequest[] {
  const body = JSON.stringify(usualOrder);
  const json = { 'content-type': 'application/json' };
  return [
    { path: '/restaurants/' },
    { path: '/restaurants/Swati%20Snacks/menu', headers: { 'accept-encoding': 'gzip' } },
    { path: '/restaurants/?q=[<id>]' },
    { path: '/search/items?item_name=thepla' },
    { path: '/restaurants/[<id>]', status: 404 },
    { method: 'POST', path: '/orders/quote', headers: json, body },
    { method: 'POST', path: '/orders/', headers: { ...json, ...customer.headers, 'idempotency-key': '[<id>]' }, body, status: 201 },
    { method: 'POST', path: '/orders/', headers: { ...json, ...customer.headers }, body: '{"items":[]}', status: 422 },
    { path: '/orders/?limit=5', headers: customer.headers },
    { path: '/users/me', status: 401 },
  ];
}

function report(samples: readonly Usage[], portion: number): string {
  const mib = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);
  const rows = samples.map((sample, index) => [String(index * portion), mib(sample.heapBytes), mib(sample.externalBytes), mib(sample.residentBytes)]);
  const grown = growth(samples.map(({ heapBytes, externalBytes }) => heapBytes + externalBytes));
  const verdict = `Heap and buffers, the last three samples to the first three: ${grown < 0 ? '' : '+'}${(100 * grown).toFixed(1)} %.`;
  const note = 'Resident memory holds pages of the embedded database too, which the system takes back when it needs them.';
  return `${table(['requests', 'heap MiB', 'buffers MiB', 'resident MiB'], rows)}\n${verdict} ${note}`;
}
