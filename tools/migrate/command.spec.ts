import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { eventually, freePort } from '@foodie-express/testing';
import { BSON } from 'mongodb';
import { migrateCommand, MigrateCommand } from './fixtures/command';
import { contentOf, Databases } from './fixtures/databases';
import { brokenData, ids, soundData } from './fixtures/legacy-data';

/** Together larger than the memory that a run gets for them. */
const ORDERS = 5_000;
const LINES = 30;

/** So many documents are compared at once, not one by one. */
function digest(documents: unknown): string {
  return createHash('sha256').update(BSON.EJSON.stringify(documents)).digest('hex');
}

describe('npm run migrate', () => {
  let databases: Databases;
  let folder: string;

  beforeAll(async () => {
    databases = await Databases.start();
  });
  afterAll(() => databases.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-migrate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    [[], '--uri should name the database of the Python service'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--uri', 'mongodb://boss:p@ss:word@host/food_db'], '--uri is no MongoDB address'],
    [['--uri', 'postgres://boss:hidden@host/food_db'], '--uri is no MongoDB address'],
    [['--uri', 'mongodb://localhost/food_db', '--currency', 'rupees'], '--currency should be'],
    [['--uri', 'mongodb://localhost/food_db', '--timezone', 'Nowhere'], '--timezone should be'],
    [['--uri', 'mongodb://localhost/food_db', '--status', 'shipped=gone'], '--status should be'],
  ])('ends with 2 and explains itself when it is called with %j', async (parameters, message) => {
    const { code, output, errors } = await migrateCommand(parameters);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(message);
    expect(errors).toContain('usage: npm run --silent migrate');
    expect(errors).not.toMatch(/ss:word|hidden/);
  });

  it('ends with 1 and a sentence without secrets where nobody answers', async () => {
    const port = await freePort();
    const { code, errors } = await migrateCommand(['--uri', `mongodb://boss:hidden@127.0.0.1:${port}/food_db`], { DATA_DIR: folder });
    expect(code).toBe(1);
    expect(errors).toBe(`The database of the Python service cannot be reached at 127.0.0.1:${port} within 5 seconds: start it, or mend --uri.\n`);
  });

  it('ends with 1 where the database holds nothing of the Python service', async () => {
    await databases.fill('elsewhere', { cats: [{ name: 'Tom' }] });
    const { code, errors } = await migrateCommand(['--uri', databases.uri('elsewhere')], { DATA_DIR: folder });
    expect(code).toBe(1);
    expect(errors).toMatch(/^elsewhere at 127\.0\.0\.1:\d+ has only cats: --uri should name the database with users, restaurants, orders, reviews\.\n$/);
  });

  it('ends with 1 where a running API holds the embedded database', async () => {
    await databases.fill('food_db', await soundData());
    const api = await startEmbeddedMongo({ dataFolder: join(folder, 'mongo') });
    const { code, errors } = await migrateCommand(['--uri', databases.uri('food_db')], { DATA_DIR: folder });
    await api.close();
    expect(code).toBe(1);
    expect(errors).toMatch(/^The data folder \S+ is in use by another process: stop that one, or choose another folder\.\n$/);
  });

  it('reports as a table, with what does not fit, and as JSON', async () => {
    await databases.fill('food_db', await soundData(), brokenData());
    await databases.fill('foodie');
    const file = join(folder, 'report.json');
    const parameters = ['--uri', databases.uri('food_db'), '--to', databases.uri('foodie'), '--report', file, '--status', 'simmering=preparing'];
    const { code, output, errors } = await migrateCommand(parameters);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/^orders +8 +5 +0 +\d +0 +3$/m);
    expect(output).toMatch(/^ {2}restaurants [0-9a-f]{24} {2}items\.3\.price: should be a number from 0 to 1000000, got -1 \(the rest is taken over\)$/m);
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    expect(report).toMatchObject({
      dry_run: false,
      collections: { orders: { read: 8, written: 5, already_there: 0, does_not_fit: 3 } },
      does_not_fit: expect.arrayContaining([expect.objectContaining({ collection: 'orders', path: 'items.0.quantity' })]),
    });
  });

  it('makes no data folder in a dry run', async () => {
    await databases.fill('food_db', await soundData());
    const { code, output } = await migrateCommand(['--dry-run'], { MONGO_DATABASE_URL: databases.uri('food_db'), DATA_DIR: join(folder, 'data') });
    expect(code).toBe(0);
    expect(output).toContain('Dry run: nothing was written. A run would write 10 documents.');
    await expect(readFile(join(folder, 'data', 'mongo'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('completes a run that was killed, with as little memory as for a few orders', async () => {
    const items = Array.from({ length: LINES }, (_, index) => ({ item_name: `Thepla ${index}`, quantity: 1, price: 10 }));
    const orders = Array.from({ length: ORDERS }, () => ({ user_id: ids.asha, restaurant_name: 'Thepla House', items, total_price: LINES * 10, order_date: new Date() }));
    await databases.fill('food_db', await soundData(), { orders });
    const killed = await databases.fill('killed');
    const whole = await databases.fill('whole');
    const parameters = (to: string) => ['--uri', databases.uri('food_db'), '--to', databases.uri(to)];
    const little = ['--max-old-space-size=64'];

    const first = new MigrateCommand(parameters('killed'), {}, little);
    await eventually(async () => { expect(await killed.collection('orders').estimatedDocumentCount()).toBeGreaterThan(500); }, 30_000);
    await first.kill();
    expect(await killed.collection('orders').estimatedDocumentCount()).toBeLessThan(ORDERS);
    expect(await killed.collection('migrations').findOne()).toMatchObject({ state: 'running' });

    const ends = await Promise.all([migrateCommand(parameters('killed'), {}, little), migrateCommand(parameters('whole'), {}, little)]);
    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual([{ code: 0, errors: '' }, { code: 0, errors: '' }]);
    expect(await killed.collection('migrations').findOne()).toMatchObject({ state: 'done' });
    const [completed, uninterrupted] = [await contentOf(killed), await contentOf(whole)];
    for (const name of ['users', 'orders', 'reviews']) expect(digest(completed[name])).toBe(digest(uninterrupted[name]));
    const reviews = await killed.collection('restaurants').findOne({ _id: ids.theplaHouse });
    expect(reviews).toMatchObject({ reviews: [0, 0, 0, 1, 1] });
  });
});
