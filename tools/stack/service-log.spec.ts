import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import { parseLogLine } from './log-line';
import { MAX_LOG_BYTES, ServiceLog } from './service-log';

describe('parseLogLine', () => {
  it.each([
    ['{"level":"info","msg":"up"}', { level: 'info', text: 'up' }],
    ['{"level":"fatal","msg":"uncaught","err":{"message":"boom"}}', { level: 'error', text: 'uncaught: boom' }],
    ['{"level":"error","msg":"request","method":"GET","path":"/health","status":503}', { level: 'info', text: 'GET /health 503' }],
    ['{"level":"warn"}', { level: 'warn', text: '' }],
    ['{"not":"a log line"}', { level: 'plain', text: '{"not":"a log line"}' }],
    ['{broken', { level: 'plain', text: '{broken' }],
    ['  Port 1 is in use. ', { level: 'plain', text: 'Port 1 is in use.' }],
  ])('reads %s', (line, expected) => {
    expect(parseLogLine(line)).toEqual(expected);
  });
});

describe('ServiceLog', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-log-'));
    path = join(folder, 'service.log');
  });

  afterEach(() => rm(folder, { recursive: true }));

  function follow(log: ServiceLog): PassThrough {
    const output = new PassThrough();
    log.follow(output);
    return output;
  }

  it('goes on in the file of the last start', async () => {
    for (const text of ['first', 'second']) {
      const log = new ServiceLog(path, () => undefined);
      follow(log).end(`${text}\n`);
      await eventually(() => {
        expect(log.held).toBe(text);
      });
      log.release();
      log.close();
      await eventually(async () => {
        expect(await readFile(path, 'utf8')).toContain(text);
      });
    }
    expect(await readFile(path, 'utf8')).toBe('first\nsecond\n');
  });

  it.each([false, true])('leaves the file alone while the service is not up (verbose: %j)', async (verbose) => {
    await writeFile(path, 'of one that runs\n');
    const told: string[] = [];
    const log = new ServiceLog(path, ({ text }) => told.push(text), verbose);
    follow(log).end('The data folder is in use.\n');
    await eventually(() => {
      expect([log.held, ...told]).toContain('The data folder is in use.');
    });
    log.close();
    expect(log.isWritten).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('of one that runs\n');
  });

  it('begins a file afresh that has grown too large', async () => {
    await writeFile(path, 'old');
    await truncate(path, MAX_LOG_BYTES + 1);
    const log = new ServiceLog(path, () => undefined);
    log.release();
    log.close();
    await eventually(async () => {
      expect((await stat(path)).size).toBe(0);
    });
  });

  it('holds important lines back until the release', async () => {
    const told: string[] = [];
    const log = new ServiceLog(path, ({ text }) => told.push(text));
    const output = follow(log);
    output.write('{"level":"info","msg":"fine"}\nan odd line\n');
    await eventually(() => {
      expect(log.held).toBe('an odd line');
    });
    expect(told).toEqual([]);
    log.release();
    output.end('{"level":"error","msg":"trouble"}\n');
    await eventually(() => {
      expect(told).toEqual(['an odd line', 'trouble']);
    });
    log.close();
  });

  it('says that the file cannot be written and keeps following', async () => {
    const told: string[] = [];
    await new Promise<void>((resolve) => {
      const log = new ServiceLog('/dev/full', ({ text }) => {
        told.push(text);
        resolve();
      });
      log.release();
      follow(log).write('{"level":"info","msg":"a line"}\n');
    });
    expect(told[0]).toMatch(/^the log file \/dev\/full cannot be written: ENOSPC/);
  });
});
