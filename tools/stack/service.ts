import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { withinTime } from '@foodie-express/time-limit';
import type { Endpoint } from './port';
import type { ServiceLog } from './service-log';
import { StackError } from './stack-error';

/** How a service is started and recognised. */
export interface ServiceDefinition extends Endpoint {
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the body of `GET /health` says that the service can be used. */
  readonly isHealthy: (health: unknown) => boolean;
}

/** What it complains of when it is not healthy by then is told, lest a person wait in the dark: a database that is not there. */
const SILENT_START_MS = 5_000;

/** Between two questions for the health, at first and when it takes long. */
const HEALTH_INTERVALS_MS = { first: 50, later: 500 };
const HEALTH_REQUEST_TIMEOUT_MS = 3_000;

/** A service running as a child process, in a process group of its own: a Ctrl-C reaches it only through `stop`. */
export class Service {
  /** Settles when the process has ended. */
  readonly ended: Promise<void>;
  /** A sentence on how the process ended; undefined while it runs. */
  private ending: string | undefined;
  private readonly child: ChildProcess;

  constructor(
    readonly definition: ServiceDefinition,
    private readonly log: ServiceLog,
  ) {
    const [program, ...parameters] = definition.command;
    // The channel ('ipc') tells the child when this process is gone: see stop-with-parent.mjs.
    this.child = spawn(program, parameters, { env: { ...definition.environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    if (this.child.stdout !== null) log.follow(this.child.stdout);
    if (this.child.stderr !== null) log.follow(this.child.stderr);
    this.ended = new Promise((resolve) => {
      const end = (ending: string) => {
        this.ending = ending;
        log.close();
        resolve();
      };
      this.child.once('error', (error) => { end(error.message); });
      this.child.once('close', (code, signal) => { end(signal === null ? `exit code ${String(code)}` : `killed by ${signal}`); });
    });
  }

  get name(): string {
    return this.definition.name;
  }

  /** Why it is no longer there, in the words of the service itself where nobody was told them yet. */
  get failure(): StackError {
    const words = this.log.held;
    if (words !== '') return new StackError(`${this.name} stopped: ${words}`);
    return new StackError(`${this.name} stopped (${this.ending ?? 'still running'})${this.log.isWritten ? `; its log is ${this.log.path}` : ' before it was up'}`);
  }

  /**
   * Waits until `GET /health` says so.
   * @throws StackError where the process ends before, or is not healthy in time
   * @throws the reason of `signal` where that is aborted
   */
  async untilHealthy(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const begin = performance.now();
    while (!(await this.isHealthy(signal))) {
      if (this.ending !== undefined) throw this.failure;
      const waited = performance.now() - begin;
      const isSlow = waited > Math.min(SILENT_START_MS, timeoutMs);
      if (isSlow) this.log.release();
      if (waited > timeoutMs) {
        throw new StackError(`${this.name} was not healthy after ${timeoutMs / 1_000} seconds; its log is ${this.log.path}`);
      }
      await delay(isSlow ? HEALTH_INTERVALS_MS.later : HEALTH_INTERVALS_MS.first);
      signal.throwIfAborted();
    }
    this.log.release();
  }

  /**
   * SIGTERM, then SIGKILL when the time is up or `hurry` is aborted. Settles when the process has ended.
   * @returns whether it stopped in good order
   */
  async stop(graceMs: number, hurry: AbortSignal): Promise<boolean> {
    const kill = () => this.child.kill('SIGKILL');
    const deadline = setTimeout(kill, graceMs);
    hurry.addEventListener('abort', kill, { once: true });
    if (hurry.aborted) kill();
    else this.child.kill('SIGTERM');
    await this.ended;
    clearTimeout(deadline);
    hurry.removeEventListener('abort', kill);
    return this.child.exitCode === 0;
  }

  private async isHealthy(signal: AbortSignal): Promise<boolean> {
    const { host, port, isHealthy } = this.definition;
    try {
      return await withinTime(HEALTH_REQUEST_TIMEOUT_MS, [signal], async (limit) => {
        const response = await fetch(`${baseUrl(host, port)}/health`, { signal: limit });
        const body: unknown = await response.json();
        return response.ok && this.ending === undefined && isHealthy(body);
      });
    } catch {
      // Not listening yet, or no JSON yet: asked again until the time is up.
      signal.throwIfAborted();
      return false;
    }
  }
}

/** How a service that listens on `host` is reached from this machine. */
export function baseUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
