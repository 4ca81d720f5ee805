import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const run = promisify(execFile);
const environment = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };

const reportSchema = z.array(
  z.object({ filePath: z.string(), messages: z.array(z.object({ ruleId: z.string().nullable(), message: z.string() })) }),
);

/** Imports that the plan allows and forbids: [the folder that imports, what it imports, what the rule must say]. */
const forbidden: readonly (readonly [string, string, RegExp])[] = [
  ['libs/contracts/src', '@foodie-express/environment', /type:contracts/],
  ['libs/error-messages/src', '@foodie-express/request-context', /type:pure/],
  ['libs/order-language/src', '@foodie-express/session-store', /type:pure/],
  ['libs/session-store/src', '@foodie-express/embedded-mongo', /scope:shared/],
  ['libs/restaurant-client/src', '@foodie-express/order-language', /scope:shared/],
  ['apps/chat-agent/src', '@foodie-express/embedded-mongo', /scope:chat-agent/],
  ['apps/restaurant-api/src', '@foodie-express/order-language', /scope:restaurant-api/],
  ['apps/restaurant-api/src', '@foodie-express/restaurant-client', /scope:restaurant-api/],
  ['apps/chat-agent/src', '../../restaurant-api/src/main', /cannot be imported by a relative/],
  ['libs/contracts/src', '../../../apps/restaurant-api/src/main', /cannot be imported by a relative/],
];

const allowed: readonly (readonly [string, string])[] = [
  ['libs/error-messages/src', '@foodie-express/contracts'],
  ['apps/restaurant-api/src', '@foodie-express/embedded-mongo'],
  ['apps/chat-agent/src', '@foodie-express/order-language'],
];

describe('module boundaries', () => {
  let copy = '';

  beforeAll(async () => {
    copy = await realpath(await mkdtemp(join(tmpdir(), 'foodie-boundaries-')));
    const files = ['apps', 'libs', 'tools', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'eslint.config.mjs'];
    for (const file of files) await cp(file, join(copy, file), { recursive: true });
    await symlink(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
    await mkdir(join(copy, '.git'));
    // The rule skips itself where no project graph is cached.
    await run('node_modules/.bin/nx', ['graph', '--file', 'graph.json'], { cwd: copy, env: environment });
  }, 180_000);

  afterAll(() => rm(copy, { recursive: true, force: true }));

  /** What the boundary rule says of each probe, in order; all are linted in one run. */
  async function lint(probes: readonly (readonly [folder: string, specifier: string, ...unknown[]])[]): Promise<string[]> {
    const files = probes.map(([folder], index) => join(folder, `probe-${index}.ts`));
    for (const [index, file] of files.entries()) {
      const specifier = probes[index]?.[1] ?? '';
      await writeFile(join(copy, file), `export const probe = () => import('${specifier}');\n`);
    }
    const report = join(copy, 'report.json');
    await run('node_modules/.bin/eslint', ['--format', 'json', '--output-file', report, ...files], {
      cwd: copy,
      env: environment,
    }).catch((error: unknown) => z.object({ code: z.literal(1) }).parse(error));
    const results = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')));
    await Promise.all(files.map((file) => rm(join(copy, file))));
    return files.map((file) =>
      results
        .filter(({ filePath }) => filePath === join(copy, file))
        .flatMap(({ messages }) => messages)
        .filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries')
        .map(({ message }) => message)
        .join('\n'),
    );
  }

  it('refuses every import that the plan forbids', async () => {
    const found = await lint(forbidden);
    forbidden.forEach(([file, specifier, says], index) => {
      expect(`${file} -> ${specifier}: ${found[index] ?? ''}`).toMatch(says);
    });
  }, 180_000);

  it('allows the imports that the plan names', async () => {
    expect(await lint(allowed)).toEqual(allowed.map(() => ''));
  }, 180_000);
});
