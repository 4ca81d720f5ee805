import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually';
import { freePort } from './free-port';

const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * `npm run mongo` as a process of a test's own: the embedded MongoDB server for libs that may not import it. Where `MONGODB_URI`
 * is set, tests connect there instead, to a database of their own that they drop.
 */
export class MongoServer {
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<MongoServer> {
    const server = new MongoServer(await freePort(), await mkdtemp(join(tmpdir(), 'foodie-mongo-')));
    await server.launch();
    return server;
  }

  get uri(): string {
    return `mongodb://127.0.0.1:${this.port}`;
  }

  /** SIGKILL; what was acknowledged is on disk. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Starts it again on the same port and data after `kill`. */
  async restart(): Promise<void> {
    await this.kill();
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async launch(): Promise<void> {
    const options = ['--port', String(this.port), '--data', this.folder];
    const child = spawn(process.execPath, ['--import', 'tsx', 'tools/mongo/main.ts', ...options], {
      cwd: workspaceRoot,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(workspaceRoot, 'tsconfig.base.json') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.process = child;
    await eventually(() => this.answers(child));
  }

  private answers(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: this.port });
      socket.once('error', () => { reject(new Error(`the MongoDB server does not listen (exit code ${child.exitCode ?? 'none'})`)); });
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
    });
  }
}
