import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithProgram, eventually, freePort } from '@foodie-express/testing';
import { AgentStandIn, type ScriptedReply } from './fixtures/agent-stand-in';
import { quote } from './fixtures/quote';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const chat = ['--import', 'tsx', 'tools/chat/main.ts'];

const script: Readonly<Record<string, ScriptedReply>> = {
  hello: { words: ['Namaste! ', 'What would ', 'you like?'] },
  order: { words: ['Shall I place it?'], tool: 'prepare_order', order: quote },
  again: { words: ['Still the same.'], order: quote },
  evil: { words: ['red \u001b[31m', 'title \u001b]0;x\u0007'] },
  bad: { words: [], problem: '❌ Nothing of that name.' },
  dies: { words: ['half a'], breaks: true },
  hangs: { words: ['thinking'], hangs: true },
};

describe('npm run chat', () => {
  let folder: string;
  let agent: AgentStandIn;
  let url: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-chat-'));
    await use(new AgentStandIn(answer));
  });

  afterEach(async () => {
    await agent.close();
    await rm(folder, { recursive: true });
  });

  function answer(message: string): ScriptedReply {
    return script[message] ?? { words: [`You said ${String(message.length)} characters.`] };
  }

  async function use(other: AgentStandIn): Promise<void> {
    agent = other;
    url = await agent.listen();
  }

  function launch(program: string, parameters: readonly string[]): ChildProcessWithoutNullStreams {
    const environment = { PATH: process.env['PATH'], TERM: 'xterm', DATA_DIR: folder };
    return spawn(program, parameters, { cwd: workspace, env: environment });
  }

  /** Runs it with lines from a pipe. */
  async function pipe(lines: string, parameters: readonly string[] = ['--url', url]) {
    const child = launch(process.execPath, [...chat, ...parameters]);
    const output = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
    child.stdin.end(lines);
    await once(child, 'close');
    return { ...output, code: child.exitCode };
  }

  it('prints replies to lines from a pipe, without prompts and colours, and exits with 0', async () => {
    expect(await pipe('hello\n\nbye')).toEqual({ out: 'Namaste! What would you like?\n\nYou said 3 characters.\n\n', err: '', code: 0 });
    expect(agent.received.map(({ path, message }) => [path, message])).toEqual([
      ['/chat/stream', 'hello'],
      ['/chat/stream', 'bye'],
    ]);
  });

  it.each([
    ['/dev/null', '', ''],
    ['a file', 'hello\n', 'Namaste! What would you like?\n\n'],
  ])('takes lines from %s and exits with 0 at its end', async (_what, lines, out) => {
    const path = lines === '' ? '/dev/null' : join(folder, 'lines');
    if (lines !== '') await writeFile(path, lines);
    const input = await open(path);
    try {
      const environment = { PATH: process.env['PATH'], DATA_DIR: folder };
      const child = spawn(process.execPath, [...chat, '--url', url], { cwd: workspace, env: environment, stdio: [input.fd, 'pipe', 'inherit'] });
      let output = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
      await once(child, 'close');
      expect({ output, code: child.exitCode }).toEqual({ output: out, code: 0 });
    } finally {
      await input.close();
    }
  });

  it('stays one conversation: the session token goes back with every message', async () => {
    await pipe('hello\nhello\n/clear\n');
    expect(agent.received.map(({ sessionToken }) => sessionToken)).toEqual([undefined, 'token-1', 'token-2']);
    expect(new Set(agent.received.map(({ userId }) => userId)).size).toBe(1);
  });

  it('takes up the conversation of a named user the next time', async () => {
    await pipe('hello\n', ['--url', url, '--user', 'alice']);
    await pipe('hello\n', ['--url', url, '--user', 'alice']);
    await pipe('hello\n');
    expect(agent.received).toMatchObject([
      { userId: 'alice', sessionToken: undefined },
      { userId: 'alice', sessionToken: 'token-1' },
      { sessionToken: undefined },
    ]);
  });

  it('shows the order when it changes and when asked, not with every reply', async () => {
    const { out } = await pipe('order\nagain\n/order\n');
    expect(out.match(/Your order at Swati Snacks/g)).toHaveLength(2);
    expect(out.indexOf('Still the same.')).toBeGreaterThan(out.indexOf('₹1,239'));
  });

  it('falls back to plain replies where the agent does not stream', async () => {
    await agent.close();
    await use(new AgentStandIn(answer, false));
    expect((await pipe('hello\n')).out).toBe('Namaste! What would you like?\n\n');
  });

  it('lets no reply write to the terminal', async () => {
    expect((await pipe('evil\n')).out).toBe('red [31mtitle ]0;x\n\n');
  });

  it('shows what the agent refuses, goes on, and exits with 1', async () => {
    expect(await pipe('bad\nhello\n')).toEqual({ out: 'Namaste! What would you like?\n\n', err: '❌ Nothing of that name.\n\n', code: 1 });
  });

  it('says that the connection is lost in the middle of a reply, and exits with 1', async () => {
    const { err, code } = await pipe('dies\n');
    expect(err).toBe(`The connection to ${url} is lost. Start the services with "npm start" in another terminal.\n\n`);
    expect(code).toBe(1);
  });

  it('hints at npm start where nobody answers', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const { err, code } = await pipe('hello\n', ['--url', nobody]);
    expect(err).toBe(`Nobody answers at ${nobody}. Start the services with "npm start" in another terminal.\n`);
    expect(code).toBe(1);
  });

  it.each([
    [['--url', 'nowhere'], '--url should be an address such as http://127.0.0.1:5000, got "nowhere".'],
    [['--user', 'a b'], '--user should be 1 to 128 of A-Z, a-z, 0-9 and . _ : @ + -, got "a b".'],
    [['--dance'], "Unknown option '--dance': see --help."],
    [['hello'], "Unexpected argument 'hello': see --help."],
  ])('refuses the flags %j', async (parameters, message) => {
    const { err, code } = await pipe('', parameters);
    expect(err.split('\n')[0]).toContain(message);
    expect(code).toBe(2);
  });

  describeWithProgram('script', 'at a terminal', () => {
    let child: ChildProcessWithoutNullStreams;
    let screen: string;

    beforeEach(async () => {
      screen = '';
      const command = `stty cols 120; exec ${process.execPath} ${chat.join(' ')} --url ${url}`;
      child = launch('script', ['--quiet', '--return', '--command', command, '/dev/null']);
      child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += stripVTControlCharacters(text)));
      await seen('you › ');
    });

    afterEach(() => {
      child.kill('SIGKILL');
    });

    /** Waits until the text is on the screen, and forgets what came before it. */
    async function seen(text: string): Promise<void> {
      await eventually(() => {
        expect(screen).toContain(text);
      });
      screen = screen.slice(screen.indexOf(text) + text.length);
    }

    async function leave(keys: string): Promise<number | null> {
      const ended = once(child, 'close');
      child.stdin.write(keys);
      await ended;
      return child.exitCode;
    }

    it('asks a password without echo and keeps it out of the history', async () => {
      let everything = '';
      child.stdout.on('data', (text: string) => (everything += text));
      child.stdin.write('/login alice\r');
      await seen('Password: ');
      child.stdin.write('Secret 99\r');
      await seen('You said 21 characters.');
      await seen('you › ');
      expect(agent.received.at(-1)?.message).toBe('login alice Secret 99');
      child.stdin.write('\u001b[A');
      await seen('/login alice');
      expect(everything).not.toContain('Secret');
      expect(await leave('\u0015/quit\r')).toBe(0);
    });

    it('keeps a password that was typed openly out of the history too', async () => {
      child.stdin.write('login alice Secret99\r');
      await seen('You said 20 characters.');
      await seen('you › ');
      child.stdin.write('\u001b[A\r');
      await seen('you › ');
      expect(agent.received).toHaveLength(1);
    });

    it('stops waiting for a reply on Ctrl-C, and ends on the next one', async () => {
      child.stdin.write('hangs\r');
      await seen('thinking');
      child.stdin.write('\u0003');
      await seen('(not waited for)');
      await seen('you › ');
      expect(await leave('\u0003')).toBe(0);
    });

    it('ends on Ctrl-D', async () => {
      expect(await leave('\u0004')).toBe(0);
    });
  });
});
