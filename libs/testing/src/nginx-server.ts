import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from './eventually';
import { findProgram } from './program';

export interface NginxFiles {
  /** Path of the configuration file, which is used as it stands. */
  readonly configuration: string;
  /** What the configuration includes: text by file name, put beside it. */
  readonly includes: Readonly<Record<string, string>>;
}

export interface NginxCheck {
  readonly valid: boolean;
  /** What `nginx -t` had to say. */
  readonly output: string;
}

/**
 * A real nginx of a test's own. It needs no root and touches nothing outside a folder of its own, so its configuration must
 * name paths relative to the prefix (`pid nginx.pid`), include files relative to itself, and log to /dev/stdout.
 */
export class NginxServer {
  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /**
   * Starts nginx and waits until it listens.
   * @param port where the configuration makes it listen, on 127.0.0.1
   * @throws Error with nginx's own words where the configuration is not valid or the port is taken
   */
  static async start(files: NginxFiles, port: number): Promise<NginxServer> {
    const folder = await layOut(files);
    // Files, not pipes: nginx opens /dev/stdout by its path, which a pipe of Node's (a socket) does not allow.
    const [accessLog, errorLog] = await Promise.all([open(join(folder, 'access.log'), 'a'), open(join(folder, 'error.log'), 'a')]);
    const child = spawn(nginxProgram(), nginxArguments(folder), { stdio: ['ignore', accessLog.fd, errorLog.fd] });
    await Promise.all([accessLog.close(), errorLog.close()]);
    const endWithTest = () => child.kill('SIGTERM');
    process.once('exit', endWithTest);
    child.once('exit', () => process.off('exit', endWithTest));
    const server = new NginxServer(port, folder, child);
    await server.untilListening();
    return server;
  }

  /** `nginx -t`: whether nginx would start with these files. */
  static async check(files: NginxFiles): Promise<NginxCheck> {
    const folder = await layOut(files);
    try {
      const { status, stderr } = spawnSync(nginxProgram(), ['-t', ...nginxArguments(folder)], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        timeout: 10_000,
      });
      return { valid: status === 0, output: stderr };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The access log so far, a line each. A line is written when its response has ended, so look with `eventually`. */
  async accessLog(): Promise<string[]> {
    const text = await readFile(join(this.folder, 'access.log'), 'utf8');
    return text.split('\n').filter((line) => line !== '');
  }

  async errorLog(): Promise<string> {
    return readFile(join(this.folder, 'error.log'), 'utf8');
  }

  async stop(): Promise<void> {
    if (!this.ended) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exited;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** nginx writes its pid file once its sockets listen; another process on the port could not be told apart by connecting. */
  private async untilListening(): Promise<void> {
    try {
      await eventually(async () => {
        if (!this.ended) await access(join(this.folder, 'nginx.pid'));
      });
      if (this.ended) throw new Error('nginx ended instead of starting');
    } catch (error) {
      const output = await this.errorLog();
      await this.stop();
      throw new Error(`nginx does not listen on port ${this.port}: ${output}`, { cause: error });
    }
  }
}

function nginxProgram(): string {
  const program = findProgram('nginx');
  if (program === undefined) throw new Error('nginx is not installed (apt-get install nginx)');
  return program;
}

/** As root, nginx would give its workers to a user that may not enter the folder. */
function nginxArguments(folder: string): string[] {
  const user = process.getuid?.() === 0 ? 'user root root;' : '';
  return ['-e', 'stderr', '-p', `${folder}/`, '-c', join(folder, 'configuration', 'nginx.conf'), '-g', `daemon off; ${user}`];
}

async function layOut({ configuration, includes }: NginxFiles): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foodie-nginx-'));
  await mkdir(join(folder, 'configuration'));
  await symlink(resolve(configuration), join(folder, 'configuration', 'nginx.conf'));
  await Promise.all(Object.entries(includes).map(([name, text]) => writeFile(join(folder, 'configuration', name), text)));
  return folder;
}
