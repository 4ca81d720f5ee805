import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { DataFolderInUseError, DataFolderUnusableError, PortInUseError, startEmbeddedMongo } from './index';

const ROOT = join(import.meta.dirname, '../../..');
const SERVE = join(ROOT, 'tools/mongo/main.ts');

/** A server of a process of its own, which a test may kill. */
class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly uri: string,
  ) {}

  /** @param maxFileBlocks the largest file that it may write, in KiB */
  static async start(dataFolder: string, maxFileBlocks: number | 'unlimited' = 'unlimited'): Promise<ServerProcess> {
    const command = [process.execPath, '--import', 'tsx', SERVE, '--port', '0', '--data', dataFolder];
    const child = spawn('bash', ['-c', `ulimit -f ${maxFileBlocks}; exec "$@"`, 'bash', ...command], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const chunk of child.stdout) {
      output += String(chunk);
      const uri = /mongodb:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output)?.[0];
      if (uri !== undefined && output.includes('\n')) return new ServerProcess(child, uri);
    }
    throw new Error(`the server did not start: ${output}`);
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** What `npm run mongo` says of a folder that it refuses. */
async function complaintOf(dataFolder: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE, '--port', '0', '--data', dataFolder], { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'] });
  const exited = once(child, 'exit');
  let complaint = '';
  for await (const chunk of child.stderr) complaint += String(chunk);
  expect(await exited).toEqual([1, null]);
  return complaint;
}

describe('the data folder', () => {
  let folder = '';
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-')); });
  afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

  it('keeps every acknowledged write through SIGKILL, time after time, and is free again at once', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const server = await ServerProcess.start(folder);
      const client = await MongoClient.connect(server.uri, { serverSelectionTimeoutMS: 300 });
      const orders = client.db('shop').collection<{ _id: string; n: number }>('orders');
      await orders.createIndex({ n: 1 }, {}, {});
      const found = (await orders.find({ n: { $gte: 0 } }).toArray()).map(({ _id }) => _id);
      expect(found).toEqual(expect.arrayContaining(acknowledged));
      expect(await orders.countDocuments({ n: { $gte: 0 } })).toBe(await orders.countDocuments({}));
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let n = 0; ; n += 1) {
          const id = `${round}-${writer}-${n}`;
          await orders.insertOne({ _id: id, n });
          acknowledged.push(id);
          if (acknowledged.length === (round + 1) * 100) await server.kill();
        }
      });
      await Promise.allSettled(writers);
      await client.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
  }, 120_000);

  it('that can take no more refuses writes with a clear error and keeps all that was acknowledged', async () => {
    const server = await ServerProcess.start(folder, 400);
    const client = await MongoClient.connect(server.uri);
    const orders = client.db('shop').collection<{ _id: number; text: string }>('orders');
    let acknowledged = 0;
    const filling = async (): Promise<void> => {
      for (; acknowledged < 200; acknowledged += 1) await orders.insertOne({ _id: acknowledged, text: 'x'.repeat(5_000) });
    };
    await expect(filling()).rejects.toMatchObject({ code: 14_031, message: expect.stringMatching(/Is the disk full\?$/) });
    expect(await orders.countDocuments()).toBe(acknowledged);
    await client.close();
    await server.kill();
    const roomy = await startEmbeddedMongo({ dataFolder: folder });
    const again = await MongoClient.connect(roomy.uri);
    expect(await again.db('shop').collection('orders').countDocuments()).toBe(acknowledged);
    await again.close();
    await roomy.close();
  });

  it('is held by one process', async () => {
    const server = await ServerProcess.start(folder);
    await expect(startEmbeddedMongo({ dataFolder: folder })).rejects.toThrow(DataFolderInUseError);
    await server.kill();
    const next = await startEmbeddedMongo({ dataFolder: folder });
    await next.close();
  });

  it('of another process is refused by `npm run mongo` in one sentence, with exit code 1', async () => {
    const server = await startEmbeddedMongo({ dataFolder: folder });
    const complaint = await complaintOf(folder);
    expect(complaint).toBe(`The data folder ${folder} is in use by another process: stop that one, or choose another folder.\n`);
    await server.close();
  });

  it('that is a file, or lies below one, is refused in one sentence, with exit code 1', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'kept');
    for (const dataFolder of [file, join(file, 'a', 'b')]) {
      expect(await complaintOf(dataFolder)).toBe(`The data folder ${dataFolder} cannot be used: ${file} is not a folder. Choose another folder.\n`);
    }
    expect(await readFile(file, 'utf8')).toBe('kept');
  });

  it('that the operating system does not make is refused in one sentence, with exit code 1', async () => {
    expect(await complaintOf('/proc/nope/x')).toMatch(/^The data folder \/proc\/nope\/x cannot be used: ENOENT.*'\/proc\/nope'\. Choose another folder\.\n$/);
  });

  it('with files of another kind is refused and free again', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'data.mdb'), 'no database at all'.repeat(1_000));
    await expect(startEmbeddedMongo({ dataFolder: folder })).rejects.toThrow(DataFolderUnusableError);
    await rm(join(folder, 'data'), { recursive: true });
    await (await startEmbeddedMongo({ dataFolder: folder })).close();
  });

  it('is made with all the folders above it', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await Promise.all([startEmbeddedMongo({ dataFolder: deep }), startEmbeddedMongo({ dataFolder: join(folder, 'a', 'b', 'd') })].map(async (started) => (await started).close()));
    expect((await stat(deep)).mode & 0o777).toBe(0o700);
  });

  it('is held by one server of a process, and free when that is closed', async () => {
    const first = await startEmbeddedMongo({ dataFolder: folder });
    await expect(startEmbeddedMongo({ dataFolder: join(folder, '.') })).rejects.toThrow(/is in use by another process/);
    await first.close();
    await first.close();
    const second = await startEmbeddedMongo({ dataFolder: folder });
    await second.close();
  });

  it('a port in use is told, and the folder is let go', async () => {
    const first = await startEmbeddedMongo({ dataFolder: folder });
    const other = join(folder, 'other');
    await expect(startEmbeddedMongo({ dataFolder: other, port: first.port })).rejects.toThrow(PortInUseError);
    await first.close();
    await (await startEmbeddedMongo({ dataFolder: other })).close();
  });

  it('keeps data, indexes and their rules over a restart', async () => {
    const first = await startEmbeddedMongo({ dataFolder: folder });
    const before = await MongoClient.connect(first.uri);
    await before.db('a').collection('c').createIndex({ k: 1 }, { unique: true, partialFilterExpression: { k: { $gt: 5 } } }, {});
    await before.db('a').collection('c').insertMany([{ k: 6 }, { k: 1 }, { k: 1 }]);
    const indexes = await before.db('a').collection('c').indexes();
    await before.close();
    await first.close();
    const second = await startEmbeddedMongo({ dataFolder: folder });
    const after = await MongoClient.connect(second.uri);
    expect(await after.db('a').collection('c').indexes()).toEqual(indexes);
    expect(await after.db('a').collection('c').countDocuments()).toBe(3);
    await expect(after.db('a').collection('c').insertOne({ k: 6 })).rejects.toMatchObject({ code: 11_000 });
    await after.close();
    await second.close();
  });

  it('answers on loopback alone', async () => {
    const server = await startEmbeddedMongo({ dataFolder: folder });
    const outside = Object.values(networkInterfaces()).flat().filter((each) => each?.family === 'IPv4' && !each.internal);
    for (const each of outside) await expect(connects(each?.address ?? '', server.port)).resolves.toBe(false);
    await expect(connects('127.0.0.1', server.port)).resolves.toBe(true);
    await expect(connects('127.0.0.2', server.port)).resolves.toBe(false);
    await server.close();
  });
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 });
    const settle = (connected: boolean) => () => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}
