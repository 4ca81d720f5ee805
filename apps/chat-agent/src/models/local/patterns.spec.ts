import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';

const source = join(dirname(fileURLToPath(import.meta.url)), '../..');
const original = globalThis.RegExp;
const linter = new Linter();
const rules: Linter.RulesRecord = { 'regexp/no-dupe-disjunctions': ['error', { report: 'interesting' }], 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] };

interface BuiltPattern {
  readonly pattern: RegExp;
  /** The module and line that built it. */
  readonly where: string;
}

/** It ends in `(\S.*)$`, which takes whatever its loop gives back: once that has gone round twice, nothing makes it fail. */
const NEVER_FAILS = 'conversation/take-out-password.ts';

/** Patterns that are put together from pieces: the linter sees none of them whole. */
const built: BuiltPattern[] = [];

function modulesIn(folder: string): string[] {
  const files = readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts') && !/\.(?:spec|suite)\.ts$/.test(file)).map((file) => join(source, folder, file));
}

function builder(): string | undefined {
  const frames = (new Error().stack ?? '').split('\n').filter((line) => !line.includes('patterns.spec'));
  const [frame] = frames.flatMap((line) => /(\/[^():]+\.ts):(\d+)/.exec(line) ?? []);
  return frame?.startsWith(source) === true ? relative(source, frame) : undefined;
}

describe('patterns built at run time', () => {
  beforeAll(async () => {
    globalThis.RegExp = new Proxy(original, {
      construct: (target, [text, flags]: [string | RegExp, string?]) => {
        const pattern = new target(text, flags);
        const where = builder();
        if (where !== undefined) built.push({ pattern, where });
        return pattern;
      },
    });
    for (const module of [...modulesIn('models/local'), ...modulesIn('conversation')]) await import(pathToFileURL(module).href);
  });

  afterAll(() => {
    globalThis.RegExp = original;
  });

  it('are found', () => {
    expect(built.length).toBeGreaterThan(50);
  });

  it('take no exponential time, whatever they read', () => {
    const found = built.filter(({ where }) => !where.startsWith(NEVER_FAILS)).flatMap(({ pattern, where }) => {
      const reports = linter.verify(`void ${String(pattern)};`, [{ plugins: { regexp }, rules }]);
      return reports.filter(({ message, fatal }) => fatal === true || message.includes('exponential')).map(({ message }) => `${where}: ${message}`);
    });
    expect(found).toEqual([]);
  });
});
