import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { menuSchema, orderSchema } from '@foodie-express/order-language';
import { z } from 'zod';
import { readArguments, UsageFault } from './arguments';
import { readJson } from './read-json';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MENU = join(ROOT, 'libs/order-language/fixtures/thepla_house.menu.json');

interface Result {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function start(args: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, ['--import', 'tsx', 'tools/parse/main.ts', ...args], { cwd: ROOT });
}

async function run(args: readonly string[], input: string): Promise<Result> {
  const program = start(args);
  if (!program.stdin || !program.stdout || !program.stderr) throw new Error('the program was started without pipes');
  program.stdin.end(input);
  const [output, errors] = await Promise.all([text(program.stdout), text(program.stderr), once(program, 'close')]);
  return { code: program.exitCode, output, errors };
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parse-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('npm run parse', () => {
  it('answers every line with one line of the parse format', async () => {
    const { code, output } = await run(['--menu', MENU], 'two masala theplas, no pickle\n\nplain thepla with curd\n');
    expect(code).toBe(0);
    expect(output.trim().split('\n').map((line): unknown => JSON.parse(line))).toMatchObject([
      { items: [{ item_id: 'masala_thepla', quantity: 2, options: [{ group_id: 'sides', choice_id: 'pickle', negated: true }] }] },
      { items: [], unknown: [] },
      { items: [{ item_id: 'plain_thepla', quantity: 1, options: [{ group_id: 'sides', choice_id: 'curd' }] }] },
    ]);
  });

  it('answers a line before the next one comes', async () => {
    const program = start(['--menu', MENU]);
    if (!program.stdin || !program.stdout) throw new Error('the program was started without pipes');
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    program.stdin.write('a methi thepla\n');
    expect((await lines.next()).value).toContain('methi_thepla');
    program.stdin.end('a plain thepla\n');
    expect((await lines.next()).value).toContain('plain_thepla');
    await once(program, 'close');
  });

  it('reads edits to a standing order', async () => {
    const order = file('order.json', JSON.stringify({ items: [{ item_id: 'plain_thepla', quantity: 2, options: [{ group_id: 'sides', choice_id: 'curd' }] }] }));
    const { code, output } = await run(['--menu', MENU, '--edits', '--order', order], 'make it three\nno curd\n');
    expect(code).toBe(0);
    expect(output.trim().split('\n').map((line): unknown => JSON.parse(line))).toMatchObject([
      { edits: [{ operation: 'set_quantity', line: 0, quantity: 3 }], items: [{ item_id: 'plain_thepla', quantity: 3 }] },
      { edits: [{ operation: 'set_option', line: 0, option: { group_id: 'sides', choice_id: 'curd', negated: true } }] },
    ]);
  });

  it('names the path and the fault of a menu that cannot be used, and ends with 2', async () => {
    const path = file('nameless.json', '{"items":[{"id":"a"}]}');
    const { code, output, errors } = await run(['--menu', path], 'anything\n');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toBe(`${path}: items.0.name: Invalid input: expected string, received undefined\n`);
  });

  it('explains itself where it is called wrongly, and ends with 2', async () => {
    const { code, errors } = await run([], '');
    expect(code).toBe(2);
    expect(errors).toContain('usage: npm run --silent parse');
  });
});

describe('a menu file', () => {
  it.each([
    ['is missing', () => join(folder, 'nowhere.json'), 'cannot be read'],
    ['is no JSON', () => file('broken.json', '{"items": ['), 'is no JSON'],
    ['names a group that is not there', () => file('groupless.json', '{"items":[{"id":"a","name":"a","option_groups":["x"]}]}'), 'items.0.option_groups.0: there is no option group "x"'],
    ['uses an ID twice', () => file('double.json', '{"items":[{"id":"a","name":"a"},{"id":"a","name":"b"}]}'), 'items.1.id: the ID "a" is used twice'],
  ])('that %s is refused with its path and the fault', (_, path, fault) => {
    expect(() => readJson(path(), menuSchema)).toThrow(new RegExp(`^${path()}: .*${fault}`));
  });
});

describe('an order file', () => {
  it.each([
    ['has an impossible quantity', { items: [{ item_id: 'plain_thepla', quantity: 0 }] }, 'items.0.quantity: '],
    ['is a bare list with a fault', [{ item_id: 'plain_thepla', quantity: 'two' }], 'items.0.quantity: '],
    ['names neither item nor candidates', { items: [{ quantity: 1 }] }, 'items.0: needs either item_id or candidates'],
  ])('that %s is refused with its path and the fault', (_, order, fault) => {
    const path = file('faulty-order.json', JSON.stringify(order));
    expect(() => readJson(path, orderSchema)).toThrow(`${path}: ${fault}`);
  });

  it('that orders what the menu lacks ends with 2', async () => {
    const path = file('strange-order.json', JSON.stringify([{ item_id: 'samosa', quantity: 1 }]));
    const { code, errors } = await run(['--menu', MENU, '--edits', '--order', path], 'make it two\n');
    expect({ code, errors }).toEqual({ code: 2, errors: `${path}: items.0: there is no item "samosa" in ${MENU}\n` });
  });
});

describe('lines of any kind', () => {
  it('are answered one by one: carriage returns, broken characters, more than is read', async () => {
    const { code, output } = await run(['--menu', MENU], `plain thepla\r\n\r\n\u0000\ufffd methi thepla\n${'masala thepla and '.repeat(300)}`);
    const parses = output.trim().split('\n').map((line) => z.object({ items: z.array(z.object({ item_id: z.string() })) }).parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(parses.map(({ items }) => items[0]?.item_id)).toEqual(['plain_thepla', undefined, 'methi_thepla', 'masala_thepla']);
  });

  it('end where nobody reads on', async () => {
    const program = start(['--menu', MENU]);
    if (!program.stdin || !program.stdout) throw new Error('the program was started without pipes');
    program.stdin.on('error', () => undefined);
    program.stdin.write('plain thepla\n'.repeat(5_000));
    await once(program.stdout, 'data');
    program.stdout.destroy();
    program.stdin.end('plain thepla\n'.repeat(5_000));
    await once(program, 'close');
    expect(program.exitCode).toBe(0);
  });
});

describe('the command line', () => {
  it.each([[['--menu']], [['--menu', 'x', '--edits']], [['--menu', 'x', '--order', 'y']], [['--nonsense']]])('%j is refused', (args) => {
    expect(() => readArguments(args)).toThrow(UsageFault);
  });
});
