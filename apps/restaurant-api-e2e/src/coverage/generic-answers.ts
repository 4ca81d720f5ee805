import type { ApiOperation } from '@foodie-express/testing';
import type { Response, Test } from 'supertest';
import type { Person } from '../person';
import type { World } from './world';

/** What answers of any call are provoked with. */
export interface Stage {
  readonly world: World;
  /** Calls an API whose database is away. */
  readonly withoutDatabase: Person;
  /** Call an API that takes one request a minute. */
  readonly limitedAdmin: Person;
  readonly limitedAnonymous: Person;
}

/** Brings about one answer of one call. */
export type Provocation = (stage: Stage, operation: ApiOperation) => PromiseLike<Response>;

const UNKNOWN_ID = '0'.repeat(24);

/** With `{name}` and `{id}` filled in. */
export function addressOf({ path }: ApiOperation, name: string, id = UNKNOWN_ID): string {
  return path.replace('{name}', encodeURIComponent(name)).replace('{id}', id);
}

/** Calls with the body that the document shows, where it takes one. */
export function callAs(who: Person, { method, requestBody }: ApiOperation, address: string): Test {
  const body = requestBody?.['application/json']?.example as object | undefined;
  const send = { POST: who.post.bind(who), PUT: who.put.bind(who), PATCH: who.patch.bind(who) };
  if (method === 'GET') return who.get(address);
  if (method === 'DELETE') return who.delete(address);
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') return send[method](address, body);
  throw new Error(`nothing is known of ${method}`);
}

/** A body as text, with the type that is said of it. */
function raw({ world }: Stage, operation: ApiOperation, text: string, type: string): Test {
  return callAs(world.admin, { ...operation, requestBody: undefined }, addressOf(operation, 'x')).set('Content-Type', type).send(text);
}

/** What a status takes to be answered, whichever call documents it. */
export const genericAnswers: Readonly<Record<number, Provocation>> = {
  200: ({ world }, operation) => callAs(world.admin, operation, addressOf(operation, world.restaurant.name)),
  304: async ({ world }, operation) => {
    const address = addressOf(operation, world.restaurant.name);
    const { headers } = await callAs(world.anonymous, operation, address).expect(200);
    return callAs(world.anonymous, operation, address).set('If-None-Match', String(headers['etag']));
  },
  400: (stage, operation) =>
    operation.requestBody === undefined
      ? callAs(stage.world.admin, operation, operation.path.replace(/\{\w+\}/, '%E0%A4%A'))
      : raw(stage, operation, '{"half":', 'application/json'),
  401: ({ world }, operation) => callAs(world.anonymous, operation, addressOf(operation, world.restaurant.name)),
  403: ({ world }, operation) => callAs(world.other, operation, addressOf(operation, world.restaurant.name)),
  404: ({ world }, operation) => callAs(world.admin, operation, addressOf(operation, 'Nowhere')),
  413: (stage, operation) => raw(stage, operation, JSON.stringify('x'.repeat(1_100_000)), 'application/json'),
  415: (stage, operation) => raw(stage, operation, '<order/>', 'text/xml'),
  422: (stage, operation) => {
    const address = addressOf(operation, stage.world.restaurant.name);
    if (operation.requestBody !== undefined) return raw(stage, { ...operation, path: address }, '{"unknown_field": 1}', 'application/json');
    return callAs(stage.world.admin, operation, `${address}?unknown_field=1`);
  },
  429: async ({ limitedAdmin, limitedAnonymous, world }, operation) => {
    const call = () => callAs(operation.needsLogin ? limitedAdmin : limitedAnonymous, operation, addressOf(operation, world.restaurant.name));
    const first = await call();
    return first.status === 429 ? first : call();
  },
  503: ({ withoutDatabase }, operation) => callAs(withoutDatabase, operation, addressOf(operation, 'x')),
};
