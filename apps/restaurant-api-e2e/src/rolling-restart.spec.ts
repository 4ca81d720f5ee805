import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { orderSchema } from '@foodie-express/contracts';
import { describeWithProgram, eventually, freePort, MongoServer, NginxServer } from '@foodie-express/testing';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import { addRestaurant } from './test-restaurant';

const nginxFolder = fileURLToPath(new URL('../../../docker/nginx/', import.meta.url));
const accessLogSchema = z.object({ upstream: z.string(), upstream_status: z.string() });

/** nginx as the stack has it, before these instances of the API. */
async function startNginx(apis: readonly ApiUnderTest[]): Promise<NginxServer> {
  const port = await freePort();
  const upstreams = (await readFile(`${nginxFolder}upstreams.conf`, 'utf8'))
    .replaceAll(/server chat-agent-\d:\d+/g, 'server 127.0.0.1:1')
    .replaceAll(/server restaurant-api-(\d):\d+/g, (_line, number: string) => `server 127.0.0.1:${apis[Number(number) - 1]?.process.port ?? 1}`);
  return NginxServer.start({ configuration: `${nginxFolder}nginx.conf`, includes: { 'listen.conf': `listen 127.0.0.1:${port};`, 'upstreams.conf': upstreams } }, port);
}

/** Clients that ask again and again, each as soon as it is answered, until they are told to end. */
class Load {
  readonly answers = new Map<string, number>();
  readonly failures: string[] = [];
  private readonly clients: Promise<void>[] = [];
  private isOver = false;

  add(name: string, clients: number, ask: () => Promise<Response>, then: (body: unknown) => void = () => undefined): void {
    for (let client = 0; client < clients; client += 1) this.clients.push(this.repeat(name, ask, then));
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  private async repeat(name: string, ask: () => Promise<Response>, then: (body: unknown) => void): Promise<void> {
    while (!this.isOver) {
      try {
        const response = await ask();
        const body: unknown = await response.json();
        if (response.ok) then(body);
        else this.failures.push(`${name}: ${response.status} ${JSON.stringify(body)}`);
      } catch (error) {
        this.failures.push(`${name}: ${String(error)}`);
      }
      this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
    }
  }
}

describeWithProgram('nginx', 'two instances behind nginx, each restarted under load', () => {
  let mongo: MongoServer;
  let apis: ApiUnderTest[];
  let nginx: NginxServer;
  beforeAll(async () => {
    mongo = await MongoServer.start();
    const shared = { MONGODB_URI: `${mongo.uri}/rolling`, JWT_SECRET: 'the-same-secret-for-both-instances', SHUTDOWN_TIMEOUT: '30', LOG_LEVEL: 'warn' };
    apis = [await ApiUnderTest.start(shared), await ApiUnderTest.start(shared)];
    nginx = await startNginx(apis);
  }, 60_000);
  afterAll(async () => {
    await nginx.stop();
    await Promise.all(apis.map((api) => api.stop()));
    await mongo.stop();
  });

  /** Requests that nginx had answered by an instance, so far. */
  async function answeredBy({ process }: ApiUnderTest): Promise<number> {
    const entries = (await nginx.accessLog()).map((line) => accessLogSchema.parse(JSON.parse(line)));
    return entries.filter(({ upstream }) => upstream.split(', ').at(-1) === `127.0.0.1:${process.port}`).length;
  }

  it('fail no request, and place each order once', async () => {
    const [first, second] = apis;
    if (first === undefined || second === undefined) throw new Error('two instances were started');
    const restaurant = await addRestaurant(await first.admin());
    const { token = '' } = await first.register();
    const url = `${nginx.url}/api/v1`;
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const body = JSON.stringify({ restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1 }] });
    const placed = new Map<string, string>();
    const load = new Load();
    load.add('menu', 3, () => fetch(`${url}/restaurants/${restaurant.id}/menu`));
    load.add('own orders', 2, () => fetch(`${url}/orders/?limit=5`, { headers }));
    // A POST that nginx may not send again: nothing but the end of an instance itself keeps it whole.
    load.add('quote', 2, () => fetch(`${url}/orders/quote`, { method: 'POST', headers, body }));
    for (let client = 0; client < 2; client += 1) {
      let key = '';
      const place = () => {
        key = randomUUID();
        return fetch(`${url}/orders/`, { method: 'POST', headers: { ...headers, 'Idempotency-Key': key }, body });
      };
      load.add('order', 1, place, (order) => placed.set(key, orderSchema.parse(order).id));
    }
    for (const api of [first, second]) {
      await api.restart();
      const before = await answeredBy(api);
      await eventually(async () => {
        expect(await answeredBy(api)).toBeGreaterThan(before);
      });
    }
    await load.end();
    expect(load.failures).toEqual([]);
    for (const name of ['menu', 'own orders', 'quote', 'order']) expect(load.answers.get(name)).toBeGreaterThan(20);
    const client = await MongoClient.connect(mongo.uri);
    const orders = await client.db('rolling').collection('orders').find({}, { projection: { 'idempotency.key': 1 } }).toArray();
    await client.close();
    expect(orders.map(({ _id }) => _id.toHexString()).toSorted()).toEqual([...placed.values()].toSorted());
    expect(new Set(orders.map((order) => String(Reflect.get(Object(order['idempotency']), 'key'))))).toEqual(new Set(placed.keys()));
  }, 120_000);
});
