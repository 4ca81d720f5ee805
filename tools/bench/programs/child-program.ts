import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';
import { StackError } from '../../stack/stack-error';

const KILL_AFTER_MS = 15_000;
const stopWithParent = new URL('../../stack/stop-with-parent.mjs', import.meta.url).href;
const reportUsage = new URL('report-usage.mjs', import.meta.url).href;

const replySchema = z.union([z.object({ id: z.number(), error: z.string() }), z.object({ id: z.number(), answer: z.unknown() })]);
const messageSchema = z.union([z.object({ ready: z.literal(true) }), replySchema]);

type Reply = z.infer<typeof replySchema>;

const usageSchema = z.object({ cpuSeconds: z.number(), heapBytes: z.number(), externalBytes: z.number(), residentBytes: z.number() });

/** What a process has used of the processor since its start, all threads, and of memory now. */
export type Usage = z.infer<typeof usageSchema>;

export interface ProgramOptions {
  /** For messages. */
  readonly name: string;
  /** Of Node, before the program. */
  readonly nodeFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Stops it when aborted. */
  readonly signal: AbortSignal;
}

/** A Node program in a process of its own that answers tasks. It ends when this process does. */
export class ChildProgram {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  /** Settles when the program listens for tasks; what is sent before is lost. */
  private readonly ready: Promise<void>;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private lastId = 0;
  private ending: string | undefined;

  /** @param path of the program; TypeScript where it ends so */
  constructor(path: string, private readonly options: ProgramOptions) {
    const loader = path.endsWith('.ts') ? ['--import', 'tsx'] : [];
    const flags = [...(options.nodeFlags ?? []), ...loader, '--import', stopWithParent, '--import', reportUsage];
    // What it logs is written, as it would be anywhere, but not kept. In a group of its own a Ctrl-C reaches it only through `stop`.
    this.child = spawn(process.execPath, [...flags, path], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: true,
    });
    this.ended = new Promise((resolve) => {
      const end = (how: string) => {
        this.ending = how;
        for (const [id, settle] of this.waiting) settle({ id, error: how });
        resolve();
      };
      this.child.once('error', ({ message }) => { end(message); });
      this.child.once('exit', (code, signal) => { end(signal === null ? `exit code ${String(code)}` : `killed by ${signal}`); });
    });
    this.ready = new Promise((resolve) => {
      this.child.on('message', (text) => {
        const message = messageSchema.parse(text);
        if ('ready' in message) {
          resolve();
        } else {
          this.waiting.get(message.id)?.(message);
          this.waiting.delete(message.id);
        }
      });
    });
    options.signal.addEventListener('abort', this.terminate, { once: true });
  }

  get name(): string {
    return this.options.name;
  }

  /** @throws StackError where the program has ended */
  assertRuns(): void {
    if (this.ending !== undefined) throw new StackError(`${this.name} stopped (${this.ending})`);
  }

  /** @throws StackError where the program fails at it or ends */
  async ask<Answer>(task: string, input: unknown, answer: z.ZodType<Answer>): Promise<Answer> {
    await Promise.race([this.ready, this.ended]);
    return this.send(task, input, answer);
  }

  usage(): Promise<Usage> {
    return this.send('usage', undefined, usageSchema);
  }

  /** SIGTERM, and SIGKILL where that is not enough. */
  async stop(): Promise<void> {
    this.options.signal.removeEventListener('abort', this.terminate);
    const deadline = setTimeout(() => this.child.kill('SIGKILL'), KILL_AFTER_MS);
    this.terminate();
    await this.ended;
    clearTimeout(deadline);
  }

  private readonly terminate = (): void => {
    this.child.kill('SIGTERM');
  };

  private async send<Answer>(task: string, input: unknown, answer: z.ZodType<Answer>): Promise<Answer> {
    this.assertRuns();
    const id = (this.lastId += 1);
    const reply = await new Promise<Reply>((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ id, task, input });
    });
    if ('error' in reply) throw new StackError(`${this.name}: ${reply.error}`);
    return answer.parse(reply.answer);
  }
}

/** Runs `use` with a program, which is stopped whatever happens. */
export async function withProgram<Result>(path: string, options: ProgramOptions, use: (program: ChildProgram) => Promise<Result>): Promise<Result> {
  const program = new ChildProgram(path, options);
  try {
    return await use(program);
  } finally {
    await program.stop();
  }
}
