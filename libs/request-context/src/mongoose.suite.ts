import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoServer } from '@foodie-express/testing';
import { type Connection, createConnection, Schema } from 'mongoose';
import { createRequestContext, type RequestContextBackend } from './create-request-context';
import { expectIsolation, type Step } from './interleaving.suite';
import type { RequestContext } from './request-context';

/** The contract of `RequestContext` through Mongoose and its pool of connections: against `MONGODB_URI`, else the embedded server. */
export function describeRequestContextWithMongoose(backend: RequestContextBackend): void {
  describe(`request context with ${backend} through Mongoose`, () => {
    let context: RequestContext;
    let server: MongoServer | undefined;
    let connection: Connection;
    let dishes: DishModel;

    beforeAll(async () => {
      context = await createRequestContext(backend);
      const uri = process.env['MONGODB_URI'] ?? (server = await MongoServer.start()).uri;
      connection = createConnection(uri, { dbName: `request_context_${randomUUID()}`, maxPoolSize: 10 });
      dishes = dishModel(connection, context);
      await connection.asPromise();
      await dishes.insertMany(['thepla', 'dhokla', 'khandvi'].map((name) => ({ name })));
    });

    afterAll(async () => {
      await connection.dropDatabase();
      await connection.close();
      await server?.stop();
    });

    it('keeps 1,000 interleaved requests apart on 10 connections', async () => {
      await expectIsolation(context, operations(dishes));
    });

    it('is seen by hooks of a schema', async () => {
      const ids = Array.from({ length: 100 }, (_, number) => `hook-${number}`);
      const saved = await Promise.all(ids.map((requestId) => context.run({ requestId }, () => dishes.create({ name: requestId }))));
      expect(saved.map(({ seenBy }) => seenBy)).toEqual(ids);
    });
  });
}

type DishModel = ReturnType<typeof dishModel>;

function dishModel(connection: Connection, context: RequestContext) {
  const schema = new Schema({ name: String, /** The request in which the hook ran. */ seenBy: String });
  schema.pre('save', function noteRequest() {
    this.seenBy = context.requestId ?? null;
  });
  return connection.model('Dish', schema);
}

function operations(dishes: DishModel): Step[] {
  return [
    // A query is a thenable: its work begins where it is awaited.
    async () => dishes.findOne({ name: 'thepla' }),
    (seen) => dishes.findOne({ name: 'thepla' }).exec().then(seen),
    () => dishes.aggregate([{ $match: { name: 'dhokla' } }]).exec(),
    () => dishes.updateOne({ name: 'khandvi' }, { $set: { name: 'khandvi' } }).exec(),
    (seen) => dishes.find({ $nonsense: 1 }).exec().catch(seen),
    async (seen) => {
      for await (const dish of dishes.find().limit(2).cursor({ batchSize: 1 })) seen(dish);
    },
    (seen) => new Promise((resolve, reject) => {
      dishes.find().limit(2).cursor().on('data', seen).on('error', reject).on('end', resolve);
    }),
  ];
}
