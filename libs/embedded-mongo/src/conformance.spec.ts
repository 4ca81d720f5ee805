import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAggregation } from './conformance/aggregation.suite';
import { describeCommands } from './conformance/commands.suite';
import type { ServerAddress } from './conformance/database-under-test';
import { describeIndexes } from './conformance/indexes.suite';
import { describeMongoose } from './conformance/mongoose.suite';
import { describeQueries } from './conformance/queries.suite';
import { describeUpdates } from './conformance/updates.suite';
import { type EmbeddedMongo, startEmbeddedMongo } from './index';

const SUITES = [describeQueries, describeUpdates, describeIndexes, describeAggregation, describeCommands, describeMongoose];

function describeServer(address: ServerAddress): void {
  for (const suite of SUITES) suite(address);
}

describe('the embedded server', () => {
  let folder = '';
  let server: EmbeddedMongo | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    server = await startEmbeddedMongo({ dataFolder: folder });
  });
  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });
  describeServer(() => server?.uri ?? '');
});

/** The suite is written from MongoDB's documentation; a real server is its judge. See docs/embedded-mongo.md. */
const realServer = process.env['MONGODB_URI'];
if (realServer !== undefined && realServer !== '') {
  describe('the server at MONGODB_URI', () => {
    describeServer(() => realServer);
  });
}
