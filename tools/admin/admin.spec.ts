import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTokenSchema, auditEntrySchema } from '@foodie-express/contracts';
import { AppProcess, describeWithProgram, eventually } from '@foodie-express/testing';
import { z } from 'zod';
import { programOf } from '../stack/apps';
import { workspaceRoot } from '../stack/workspace';

const password = 'kept-secret-1';

describe('npm run admin', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-admin-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const started = (command: readonly [string, ...string[]], environment: Readonly<Record<string, string>>) => {
    const [program, ...args] = command;
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
    return spawn(program, args, { cwd: workspaceRoot, env, stdio: ['pipe', 'pipe', 'pipe'] });
  };
  const run = async (data: string, args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) => {
    const child = started([process.execPath, programOf('restaurant-api'), 'admin', ...args], { DATA_DIR: join(folder, data), ...environment });
    child.stdin.end(input);
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, output, errors };
  };
  const create = (data: string, username: string, input = `${password}\n`) => run(data, ['create', '--username', username, '--email', `${username}@example.org`], input);

  it('is a script of the workspace', async () => {
    const child = started(['npm', 'run', '--silent', 'admin', '--', '--help'], {});
    expect(await text(child.stdout)).toContain('create --username NAME --email MAIL');
  });

  it('makes an admin who can log in, and leaves a trace', async () => {
    expect(await create('fresh', 'boss')).toEqual({ code: 0, output: 'Made the admin boss.\n', errors: '' });
    const api = await AppProcess.start('restaurant-api', { DATA_DIR: join(folder, 'fresh') });
    const login = await fetch(`${api.url}/users/login`, { method: 'POST', body: new URLSearchParams({ username: 'boss', password }) });
    const { access_token } = accessTokenSchema.parse(await login.json());
    const audit = await fetch(`${api.url}/admin/audit?kind=user`, { headers: { Authorization: `Bearer ${access_token}` } });
    expect(z.array(auditEntrySchema).parse(await audit.json())).toMatchObject([
      { action: 'user.role', subject: { kind: 'user', name: 'boss' }, by: { username: '(operator)' }, before: null, after: { role: 'admin' } },
    ]);
    expect(await api.stop()).toMatchObject({ code: 0 });
  });

  it('makes a user who is there an admin, and refuses to make that user twice', async () => {
    const data = { DATA_DIR: join(folder, 'granted') };
    const api = await AppProcess.start('restaurant-api', data);
    const account = { username: 'asha', email: 'asha@example.org', password };
    await fetch(`${api.url}/users/register`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(account) });
    await api.stop();
    expect(await create('granted', 'ASHA')).toEqual({
      code: 1,
      output: '',
      errors: "Username already registered. An account that is there becomes an admin's by: grant --username NAME\n",
    });
    expect((await run('granted', ['grant', '--username', 'asha'])).output).toBe('asha, who was user, is an admin now.\n');
    expect((await run('granted', ['grant', '--username', 'asha'])).output).toBe('asha is an admin already.\n');
    expect(await run('granted', ['grant', '--username', 'nobody'])).toEqual({ code: 1, output: '', errors: 'There is no user with the name "nobody".\n' });
  });

  it('refuses what nobody could register with, in a sentence', async () => {
    expect(await create('refused', 'boss', 'onlyletters\n')).toEqual({ code: 1, output: '', errors: 'password should hold at least one digit\n' });
    expect((await create('refused', 'x')).errors).toMatch(/^username should be 3 to 30 of .*\n$/);
    expect((await create('refused', 'boss', '')).errors).toMatch(/^The password is missing: .*\n$/);
  });

  it('says of a data folder that a service holds, and of a database that is away', async () => {
    const api = await AppProcess.start('restaurant-api', { DATA_DIR: join(folder, 'held') });
    const held = await create('held', 'boss');
    await api.stop();
    expect(held).toEqual({ code: 1, output: '', errors: expect.stringMatching(/^The data folder .*held.*\n$/) });
    const away = await run('away', ['grant', '--username', 'boss'], '', { MONGODB_URI: 'mongodb://127.0.0.1:1/x' });
    expect(away).toEqual({ code: 1, output: '', errors: 'The database that MONGODB_URI names did not answer within 5 seconds.\n' });
  });

  it.each([
    [[], 'What should be done is missing: create or grant'],
    [['remove'], '"remove" is neither create nor grant'],
    [['create', '--email', 'a@example.org'], '--username NAME is missing'],
    [['create', '--username', 'boss'], '--email MAIL is missing'],
    [['grant', '--username', 'boss', '--email', 'a@example.org'], '--email goes with create'],
    [['create', '--username', 'boss', '--email', 'a@example.org', '--password=x'], 'A password is never a part of the command'],
  ])('explains %j', async (args, fault) => {
    const { code, errors } = await run('usage', args);
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining(fault) });
    expect(errors).toContain('usage: create');
  });

  describeWithProgram('script', 'in a terminal', () => {
    /** What the terminal showed. */
    const typed = async (...answers: readonly [string, string]) => {
      const command = `${process.execPath} ${programOf('restaurant-api')} admin create --username asked --email asked@example.org`;
      const child = started(['script', '--quiet', '--return', '--command', command, '/dev/null'], { DATA_DIR: join(folder, 'asked') });
      let shown = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (shown += chunk));
      for (const [index, question] of ['Password: ', 'Again: '].entries()) {
        await eventually(() => { expect(shown).toContain(question); });
        child.stdin.write(`${answers[index] ?? ''}\r`);
      }
      await once(child, 'close');
      return { code: child.exitCode, shown };
    };

    it('asks twice for the password and never shows it', async () => {
      expect(await typed(password, 'another-one-2')).toEqual({ code: 1, shown: expect.stringContaining('The two passwords differ.') });
      const { code, shown } = await typed(password, password);
      expect(code).toBe(0);
      expect(shown).toContain('Made the admin asked.');
      expect(shown).not.toContain(password);
    });
  });
});
