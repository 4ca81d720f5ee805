import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { MongoClient } from 'mongodb';
import { CommandRelay } from './command-relay';

it('counts the commands of the driver, messages longer than a packet too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foodie-relay-'));
  const server = await startEmbeddedMongo({ dataFolder: folder });
  const relay = await CommandRelay.start(server.port);
  try {
    const client = await MongoClient.connect(`mongodb://127.0.0.1:${relay.port}/test?directConnection=true`);
    const dishes = client.db().collection('dishes');
    await dishes.insertOne({ name: 'thepla', text: 'x'.repeat(1_000_000) });
    await Promise.all([dishes.findOne({ name: 'thepla' }), dishes.findOne({ name: 'dosa' })]);
    await client.close();
    expect(Object.fromEntries(relay.counts)).toEqual({ 'insert dishes': 1, 'find dishes': 2 });
  } finally {
    await relay.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
