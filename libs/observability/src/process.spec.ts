import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';

interface Line {
  readonly msg: string;
  readonly request_id: string;
  readonly address?: { port: number };
  readonly err?: { message: string };
}

/** The fixture as a process of its own, its log and its end. */
class Fixture {
  readonly lines: Line[] = [];
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(behaviour = '') {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const entry = fileURLToPath(new URL('fixtures/process.ts', import.meta.url));
    const env = { ...process.env, TSX_TSCONFIG_PATH: `${root}tsconfig.base.json` };
    this.child = spawn(process.execPath, ['--import', 'tsx', entry, behaviour], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    this.child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const complete = text.split('\n');
      text = complete.pop() ?? '';
      this.lines.push(...complete.map((line) => JSON.parse(line) as Line));
    });
    this.exited = once(this.child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  }

  async said(message: string): Promise<Line> {
    return eventually(() => {
      const line = this.lines.find(({ msg }) => msg === message);
      if (line === undefined) throw new Error(`no line "${message}" in ${JSON.stringify(this.lines)}`);
      return line;
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
}

let fixture: Fixture | undefined;

afterEach(() => {
  fixture?.kill('SIGKILL');
});

function start(behaviour?: string): Fixture {
  fixture = new Fixture(behaviour);
  return fixture;
}

describe('installShutdown', () => {
  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('on %s finishes what is in flight, closes all and exits with 0', async (signal) => {
    const service = start();
    const { address } = await service.said('ready');
    const answer = fetch(`http://127.0.0.1:${address?.port ?? 0}/`);
    await service.said('request begun');
    service.kill(signal);
    expect(await (await answer).text()).toBe('done');
    expect(await service.exited).toBe(0);
    expect(service.lines.map(({ msg }) => msg).slice(-3)).toEqual(['shutting down', 'last closed', 'shut down']);
    expect(service.lines.map(({ request_id: id }) => id)).toEqual(service.lines.map(() => '-'));
  });

  it('takes the signals of one Ctrl-C, from the terminal and from a parent, for one', async () => {
    const service = start();
    const { address } = await service.said('ready');
    const answer = fetch(`http://127.0.0.1:${address?.port ?? 0}/`);
    await service.said('request begun');
    service.kill('SIGINT');
    service.kill('SIGTERM');
    expect((await answer).status).toBe(200);
    expect(await service.exited).toBe(0);
  });

  it('closes the others where one fails, and exits with 1', async () => {
    const service = start('failing');
    await service.said('ready');
    service.kill('SIGTERM');
    expect(await service.exited).toBe(1);
    await service.said('last closed');
    expect((await service.said('could not be closed')).err?.message).toBe('does not close');
  });

  it('exits with 1 once the time is up', async () => {
    const service = start('hanging');
    await service.said('ready');
    service.kill('SIGTERM');
    expect(await service.exited).toBe(1);
    await service.said('shutdown took too long, exiting');
  });

  it('exits at once at a second signal', async () => {
    const service = start('hanging');
    await service.said('ready');
    await eventually(() => {
      if (service.running) service.kill('SIGINT');
      expect(service.running).toBe(false);
    });
    expect(await service.exited).toBe(130);
    await service.said('second signal, exiting at once');
  });
});

describe('installCrashHandlers', () => {
  it.each([['throws', 'thrown'], ['rejects', 'rejected']])('logs what nobody caught, without secrets, and exits with 1: %s', async (behaviour, message) => {
    const service = start(behaviour);
    expect(await service.exited).toBe(1);
    const { err } = await service.said('uncaught error, exiting');
    expect(err?.message).toBe(`${message}: redis://[redacted]@host`);
  });
});
