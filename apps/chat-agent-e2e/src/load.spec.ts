import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stack } from './stack';

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run load -- ...` */
async function load(...flags: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/load/main.ts', ...flags], { cwd: workspaceRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  return { code: await ended, output };
}

describe('many people at the same time', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
    await stack.addAgent();
  }, 60_000);

  afterAll(() => stack.stop());

  it('each have a conversation and an order of their own, over two instances', async () => {
    const urls = stack.agents.flatMap(({ url }) => ['--url', url]);
    const { code, output } = await load('--users', '20', '--turns', '6', ...urls, '--api', stack.api.url);
    expect(output).toContain('120 replies, each to its own person, and 20 orders in the API: exactly one for each, as wanted.');
    expect(code).toBe(0);
  }, 120_000);

  it('are told apart from people who are not served', async () => {
    const strict = await stack.addAgent({ MESSAGES_PER_MINUTE: '4' });
    const { code, output } = await load('--users', '2', '--turns', '6', '--url', strict.url, '--api', stack.api.url);
    expect(output).toContain('answered with 429');
    expect(output).toContain('the API has no order');
    expect(code).toBe(1);
  }, 120_000);
});
