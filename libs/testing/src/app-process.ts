import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually';
import { freePort } from './free-port';

const portVariables = { 'restaurant-api': 'API_PORT', 'chat-agent': 'AGENT_PORT' } as const;

/** A built app of the workspace. */
export type AppName = keyof typeof portVariables;

export interface AppExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * A built app (`dist/apps/<app>/main.js`) as a process of a test's own, on a port of its own. It sees nothing of the test's
 * environment but PATH and HOME, so that variables of the machine change no result.
 */
export class AppProcess {
  /** Every line written to standard output and standard error, in the order of arrival. */
  readonly lines: string[] = [];
  /** How the process ended; settles when it does. */
  readonly exit: Promise<AppExit>;

  private constructor(
    readonly app: AppName,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    this.exit = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }));
    collectLines(child.stdout, this.lines);
    collectLines(child.stderr, this.lines);
  }

  /**
   * Starts the app and waits until `GET /health` answers with any status.
   * @param environment variables for the app; its port is a free one where none is given
   * @throws Error with the app's output where it ended before, or did not answer within 30 seconds
   */
  static async start(app: AppName, environment: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const started = await AppProcess.launch(app, environment);
    await started.untilHealthAnswers();
    return started;
  }

  /** Starts the app and waits for nothing: for tests of how it refuses to start. */
  static async launch(app: AppName, environment: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const main = fileURLToPath(new URL(`../../../dist/apps/${app}/main.js`, import.meta.url));
    if (!existsSync(main)) throw new Error(`${app} is not built: run "npx nx build ${app}"`);
    const portVariable = portVariables[app];
    const port = Number(environment[portVariable] ?? (await freePort()));
    const inherited = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: { ...inherited, ...environment, [portVariable]: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const killWithTest = () => child.kill('SIGKILL');
    process.once('exit', killWithTest);
    child.once('exit', () => process.off('exit', killWithTest));
    return new AppProcess(app, port, child);
  }

  /** `http://127.0.0.1:<port>` */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get output(): string {
    return this.lines.join('\n');
  }

  /** The log lines (JSON objects) that `matches` accepts; other output is passed over. */
  logs(matches: (entry: Readonly<Record<string, unknown>>) => boolean = () => true): Readonly<Record<string, unknown>>[] {
    return this.lines.flatMap((line) => parseLogLine(line)).filter(matches);
  }

  /** For instance SIGSTOP, for a process that hangs. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** SIGTERM, as a deployment stops it; after 10 seconds SIGKILL. */
  async stop(): Promise<AppExit> {
    const deadline = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    this.child.kill('SIGTERM');
    const exit = await this.exit;
    clearTimeout(deadline);
    return exit;
  }

  /** SIGKILL: what was in memory is gone. */
  async kill(): Promise<AppExit> {
    this.child.kill('SIGKILL');
    return this.exit;
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async untilHealthAnswers(): Promise<void> {
    try {
      await eventually(async () => {
        if (!this.ended) await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(2_000) });
      }, 30_000);
    } catch (error) {
      await this.kill();
      throw new Error(`${this.app} did not answer at ${this.url}/health:\n${this.output}`, { cause: error });
    }
    if (this.ended) {
      await this.exit;
      throw new Error(`${this.app} ended instead of starting:\n${this.output}`);
    }
  }
}

function collectLines(stream: NodeJS.ReadableStream | null, lines: string[]): void {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  stream?.on('end', () => {
    if (rest !== '') lines.push(rest);
  });
}

function parseLogLine(line: string): Readonly<Record<string, unknown>>[] {
  if (!line.startsWith('{')) return [];
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? [Object.fromEntries(Object.entries(entry))] : [];
  } catch {
    return [];
  }
}
