import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { findProgram } from './program';

/**
 * A real redis-server of a test's own, on a port of its own, without persistence unless `settings` ask for it.
 * `kill`, `pause` and `restart` do to it what happens to servers in production; `stop` ends it and removes its folder.
 */
export class RedisServer {
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly settings: readonly string[],
  ) {}

  /** @param settings redis.conf directives as arguments, for instance `['--requirepass', 'secret']` */
  static async start(settings: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), await mkdtemp(join(tmpdir(), 'foodie-redis-')), settings);
    await server.launch();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** SIGKILL: what was not on disk is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGSTOP: the server hangs, connections stay open. */
  pause(): void {
    this.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.process?.kill('SIGCONT');
  }

  /** Starts it again on the same port after `kill`. @param settings replace the first ones where given */
  async restart(settings: readonly string[] = this.settings): Promise<void> {
    await this.kill();
    await this.launch(settings);
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async launch(settings: readonly string[] = this.settings): Promise<void> {
    const program = findProgram('redis-server');
    if (program === undefined) throw new Error('redis-server is not installed (apt-get install redis-server)');
    const fixed = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', '--appendonly', 'no'];
    this.process = spawn(program, [...fixed, ...settings], { stdio: 'ignore' });
    await eventually(() => this.answers());
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  /** Any reply counts, "NOAUTH" too: the port is served. */
  private answers(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: this.port });
      socket.setTimeout(500, () => socket.destroy(new Error('redis-server does not answer')));
      socket.once('error', reject);
      socket.once('data', () => {
        socket.destroy();
        resolve();
      });
      socket.write('PING\r\n');
    });
  }
}
