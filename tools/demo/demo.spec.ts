import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import { isAlive, TerminalProgram } from '../fixtures/terminal-program';
import { removeFolder } from '../fixtures/workspace-copy';
import { workspaceRoot } from '../stack/workspace';

describe('npm run demo', () => {
  let temporary: string;
  let program: TerminalProgram;

  beforeEach(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'foodie-demo-spec-'));
    program = new TerminalProgram(['npm', 'run', '--silent', 'demo', '--', '--no-build'], workspaceRoot, { TMPDIR: temporary, NO_COLOR: '1' });
  });

  afterEach(async () => {
    program.destroy();
    await removeFolder(temporary);
  });

  it('prints a conversation and the order that came of it, and leaves nothing behind', async () => {
    expect(await program.end).toEqual({ code: 0, signal: null });
    for (const text of ['you › hello', 'you › yes', 'Your order at Swati Snacks', '"item_name": "Masala Thepla"', '"status": "placed"']) {
      expect(program.output).toContain(text);
    }
    expect(program.output).toMatch(/The order stands as it was said and confirmed\.\n$/);
    expect(program.output).toMatch(/you › register demo demo@example\.com •+\n/);
    expect((await readdir(temporary)).filter((name) => name.startsWith('foodie-demo-'))).toEqual([]);
  });

  it('stops its services and removes their data on Ctrl-C', async () => {
    await program.said('Starting services');
    await eventually(() => {
      expect(program.descendants().length).toBeGreaterThan(1);
    });
    const below = program.descendants();
    program.signalGroup('SIGINT');
    expect(await program.end).toEqual({ code: 130, signal: null });
    expect(below.filter(isAlive)).toEqual([]);
    expect((await readdir(temporary)).filter((name) => name.startsWith('foodie-demo-'))).toEqual([]);
  });
});
