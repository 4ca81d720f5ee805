import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../stack/port';
import { StackError } from '../../stack/stack-error';

const START_ATTEMPTS = 100;
const PAUSE_MS = 50;

/** Runs `use` with a redis-server that keeps nothing on disk. @throws StackError where there is none to start */
export async function withRedis<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'foodie-redis-'));
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', settings, { stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => { resolve(); });
    child.once('exit', () => { resolve(); });
  });
  try {
    const url = `redis://127.0.0.1:${port}`;
    await untilItAnswers(child, url);
    return await use(url);
  } finally {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < START_ATTEMPTS && child.pid !== undefined && child.exitCode === null; attempt += 1) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    // Not listening yet; `connect` says so too.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      await delay(PAUSE_MS);
    } finally {
      client.disconnect();
    }
  }
  throw new StackError('redis-server did not start: is it installed (apt-get install redis-server)?');
}
