import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { EJSON } from 'bson';
import { MongoClient, ObjectId } from 'mongodb';
import { StackError } from '../../stack/stack-error';
import { comparisonTable, type Comparison } from '../measuring/comparison';
import { measureRounds } from '../measuring/paired-rounds';
import { type ApiBuild, withApi } from '../programs/api-program';
import { withProgram } from '../programs/child-program';
import { servedSchema } from '../programs/serve-task';
import { Customer, usualOrder } from './customer';
import { withDatabase } from './databases';
import type { Subject, Workbench } from './subject';

/** Of the floor's requests per second. */
const GOAL = 0.5;
const PATH = '/orders/';

/** The name of the API's database inside of its embedded server. */
const EMBEDDED_NAME = 'foodie_express';

const floorProgram = fileURLToPath(new URL('../programs/order-floor.ts', import.meta.url));

/** Placing an order, with a new idempotency key each time and without any. */
export const orders: Subject = {
  name: 'orders',
  title: `POST ${PATH} and bare Express that validates the same body and inserts the same document with the official driver`,
  run: (workbench) =>
    withDatabase(workbench.mongoUri, (mongoUri) =>
      withDatabase(workbench.mongoUri, (floorUri) => {
        const build = { program: workbench.apiProgram, dataFolder: join(workbench.folder, 'orders-api'), mongoUri };
        const database = floorUri === undefined ? { folder: join(workbench.folder, 'orders-floor') } : { uri: floorUri };
        return compare(workbench, build, database);
      }),
    ),
};

async function compare({ generator, pace, signal }: Workbench, build: ApiBuild, database: { folder: string } | { uri: string }): Promise<string> {
  const { answer, headers } = await withApi(build, [], signal, async ({ url }) => {
    const customer = await Customer.register(url);
    return { answer: await customer.order(usualOrder), headers: { 'content-type': 'application/json', ...customer.headers } };
  });
  const document = await storedOrder(build, answer.id);
  return withApi(build, [], signal, (api) =>
    withProgram(floorProgram, { name: 'the floor', signal }, async (program) => {
      const { url } = await program.ask('serve', { path: PATH, document, answer, database }, servedSchema);
      const measure = async (call: string, extra: Record<string, string>): Promise<Comparison> => {
        const requests = [{ method: 'POST' as const, path: PATH, headers: { ...headers, ...extra }, body: JSON.stringify(usualOrder), status: 201 }];
        return { call, goal: GOAL, rounds: await measureRounds(generator, { ...api, requests }, { program, url, requests }, pace, signal) };
      };
      const keyed = await measure(`POST ${PATH} with Idempotency-Key`, { 'idempotency-key': '[<id>]' });
      const plain = await measure(`POST ${PATH}`, {});
      return comparisonTable([keyed, plain]);
    }),
  );
}

/** The document of an order, as Extended JSON. The embedded server is opened by itself: while the API runs, its folder is in use. */
async function storedOrder({ dataFolder, mongoUri }: ApiBuild, id: string): Promise<string> {
  if (mongoUri !== undefined) return findOrder(mongoUri, undefined, id);
  const server = await startEmbeddedMongo({ dataFolder: join(dataFolder, 'mongo') });
  try {
    return await findOrder(server.uri, EMBEDDED_NAME, id);
  } finally {
    await server.close();
  }
}

async function findOrder(uri: string, database: string | undefined, id: string): Promise<string> {
  const client = await MongoClient.connect(uri);
  try {
    const document = await client.db(database).collection('orders').findOne({ _id: new ObjectId(id) });
    if (document === null) throw new StackError('The API answered an order that it has not stored.');
    return EJSON.stringify(document, { relaxed: false });
  } finally {
    await client.close();
  }
}
