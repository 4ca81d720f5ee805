import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@foodie-express/testing';
import { isAlive, TerminalProgram } from '../fixtures/terminal-program';
import { copyWorkspace, removeFolder } from '../fixtures/workspace-copy';
import { workspaceRoot } from '../stack/workspace';

describe('npm start', () => {
  let folder: string;
  let started: TerminalProgram[];
  let ports: { readonly api: number; readonly agent: number };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-start-'));
    ports = { api: await freePort(), agent: await freePort() };
    started = [];
  });

  afterEach(async () => {
    for (const program of started) program.destroy();
    await removeFolder(folder);
  });

  function launch(flags: readonly string[], environment: Readonly<Record<string, string>> = {}, cwd = workspaceRoot): TerminalProgram {
    const own = { API_PORT: String(ports.api), AGENT_PORT: String(ports.agent), NO_COLOR: '1', ...(cwd === workspaceRoot && { DATA_DIR: folder }) };
    const program = new TerminalProgram(['npm', 'start', '--silent', '--', ...flags], cwd, { ...own, ...environment });
    started.push(program);
    return program;
  }

  /** The built services, up. */
  async function up(): Promise<TerminalProgram> {
    const program = launch(['--no-build']);
    await program.said('FoodieExpress is up.');
    return program;
  }

  async function expectGone(pids: readonly number[]): Promise<void> {
    await eventually(() => {
      expect(pids.filter(isAlive)).toEqual([]);
    });
  }

  it('says where everything is once it can be used', async () => {
    const program = await up();
    const [api, agent] = [`http://127.0.0.1:${ports.api}`, `http://127.0.0.1:${ports.agent}`];
    for (const text of [api, agent, folder, 'npm run chat', 'Ctrl-C']) await program.said(text);
    expect(await (await fetch(`${api}/restaurants/`)).json()).not.toEqual([]);
    const chat = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"user_id":"me","message":"show me the restaurants"}' };
    expect(await (await fetch(`${agent}/chat`, chat)).json()).toMatchObject({ response: expect.stringContaining('Swati Snacks') });
    expect(await readFile(join(folder, 'logs', 'restaurant-api.log'), 'utf8')).toContain('/restaurants/');
  });

  it.each([
    ['Ctrl-C, which reaches npm and all below', (program: TerminalProgram) => { program.signalGroup('SIGINT'); }],
    ['SIGTERM to npm alone', (program: TerminalProgram) => { program.signal('SIGTERM'); }],
    ['SIGTERM to all', (program: TerminalProgram) => { program.signalGroup('SIGTERM'); }],
  ])('stops both services with exit code 0 on %s', async (_how, stop) => {
    const program = await up();
    const below = program.descendants();
    expect(program.descendants('dist/apps')).toHaveLength(2);
    stop(program);
    expect(await program.end).toEqual({ code: 0, signal: null });
    expect(program.output).toMatch(/Stopped\.\n$/);
    expect(below.filter(isAlive)).toEqual([]);
  });

  it('leaves no service behind when it is killed itself', async () => {
    const program = await up();
    const below = program.descendants();
    program.signalGroup('SIGKILL');
    await expectGone(below);
  });

  it('says which service died, stops the other and exits with 1', async () => {
    const program = await up();
    const below = program.descendants();
    for (const api of program.descendants('dist/apps/restaurant-api')) process.kill(api, 'SIGKILL');
    expect(await program.end).toEqual({ code: 1, signal: null });
    expect(program.output).toContain(`restaurant-api stopped (killed by SIGKILL); its log is ${join(folder, 'logs', 'restaurant-api.log')}`);
    await expectGone(below);
  });

  it.each([
    ['API_PORT', 'api'],
    ['AGENT_PORT', 'agent'],
  ] as const)('says at once that the port of %s is in use', async (variable, service) => {
    const occupant = createServer().listen(ports[service], '127.0.0.1');
    await once(occupant, 'listening');
    const program = launch([]);
    expect(await program.end).toEqual({ code: 1, signal: null });
    expect(program.output).toBe(`Port ${ports[service]} is in use: stop what uses it or set ${variable}.\n`);
    occupant.close();
  });

  it('says that the data folder is held by another', async () => {
    await up();
    const second = launch(['--no-build'], { API_PORT: String(await freePort()), AGENT_PORT: String(await freePort()) });
    expect(await second.end).toEqual({ code: 1, signal: null });
    const said = second.output.trim().split('\n').filter((line) => line !== 'Starting ...');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(folder);
    expect(said[0]).toMatch(/in use|held/);
    expect(await readFile(join(folder, 'logs', 'restaurant-api.log'), 'utf8')).not.toContain(folder);
  });

  it.each([
    [[], { API_PORT: 'abc' }, 'API_PORT should be a whole number from 0 to 65535, got "abc"\n', 1],
    [[], { DATA_DIR: '/dev/null/data' }, 'The folder /dev/null/data/logs cannot be used (/dev/null is not a folder)', 1],
    [[], { DATA_DIR: '/proc/nope' }, 'The folder /proc/nope/logs cannot be used (E', 1],
    [['--no-build'], { SEED: 'perhaps' }, 'restaurant-api stopped: SEED should be true or false, got "perhaps"\n', 1],
    [['--quick'], {}, "Unknown option '--quick': see --help.\n", 2],
    [['--help'], {}, 'API_PORT', 0],
  ])('with flags %j and variables %j says what is wrong', async (flags, environment, message, code) => {
    const program = launch(flags, environment);
    expect(await program.end).toEqual({ code, signal: null });
    expect(program.output).toContain(message);
  });

  describe('in a fresh checkout', () => {
    let copy: string;

    beforeEach(async () => {
      copy = await copyWorkspace();
    });

    afterEach(() => removeFolder(copy));

    it('builds before it starts, with the variables of .env', async () => {
      await writeFile(join(copy, '.env'), 'DATA_DIR=from-file\n');
      const program = launch([], {}, copy);
      await program.said('FoodieExpress is up.', 120_000);
      expect(program.output).toContain(join(copy, 'from-file'));
      program.signal('SIGTERM');
      expect(await program.end).toEqual({ code: 0, signal: null });
    }, 180_000);

    it('can be stopped while it builds', async () => {
      const program = launch([], {}, copy);
      await program.said('Building');
      await eventually(() => {
        expect(program.descendants().length).toBeGreaterThan(1);
      });
      const below = program.descendants();
      program.signalGroup('SIGINT');
      expect(await program.end).toEqual({ code: 0, signal: null });
      await expectGone(below);
    }, 60_000);

    it('shows why the build fails', async () => {
      await writeFile(join(copy, 'apps/chat-agent/src/main.ts'), 'not a program');
      const program = launch([], {}, copy);
      expect(await program.end).toEqual({ code: 1, signal: null });
      expect(program.output).toContain('The build failed:');
      expect(program.output).toContain('chat-agent');
    }, 120_000);

    it('says what --no-build lacks', async () => {
      const program = launch(['--no-build'], {}, copy);
      expect(await program.end).toEqual({ code: 1, signal: null });
      expect(program.output).toContain('restaurant-api is not built: leave --no-build away, or run "npm run build".');
    });
  });
});
