import { startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { orderInputSchema } from '@foodie-express/contracts';
import { EJSON, ObjectId } from 'bson';
import express from 'express';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { answerTask } from './answer-tasks';
import { listen } from './listen';
import { orderFloorSchema } from './serve-task';

/** Express, the body's schema and the official driver: no login, no menu, no prices, no key, no index but that of `_id`. */
answerTask('serve', orderFloorSchema, async ({ path, document: extendedJson, answer, database }) => {
  const document = z.record(z.string(), z.unknown()).parse(EJSON.parse(extendedJson));
  const client = await MongoClient.connect('uri' in database ? database.uri : await embedded(database.folder));
  const orders = client.db().collection('orders');
  const app = express().disable('x-powered-by').use(express.json());
  app.post(path, async (request, response) => {
    orderInputSchema.parse(request.body);
    const { insertedId } = await orders.insertOne({ ...document, _id: new ObjectId() });
    response.status(201).json({ ...answer, id: insertedId.toHexString() });
  });
  return listen(app);
});

/** The process ends by a signal, as a crash would: the data are of no use to anybody. */
async function embedded(folder: string): Promise<string> {
  const { port } = await startEmbeddedMongo({ dataFolder: folder });
  return `mongodb://127.0.0.1:${port}/bench?directConnection=true`;
}
