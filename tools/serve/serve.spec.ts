import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@foodie-express/testing';
import { isAlive, TerminalProgram } from '../fixtures/terminal-program';
import { copyWorkspace, removeFolder } from '../fixtures/workspace-copy';

/** On a busy machine Nx and the first bundle take their time. */
const PATIENCE_MS = 60_000;

describe('nx serve', () => {
  let copy: string;
  let nx: TerminalProgram | undefined;

  beforeEach(async () => {
    copy = await copyWorkspace();
  });

  afterEach(async () => {
    nx?.destroy();
    await removeFolder(copy);
  });

  function change(path: string, message: string): Promise<void> {
    return appendFile(join(copy, path), `\nprocess.stdout.write('${message}\\n');\n`);
  }

  it.each([
    ['chat-agent', 'AGENT_PORT'],
    ['restaurant-api', 'API_PORT'],
  ])('runs %s again when its sources or those of a library change, and stops with Ctrl-C', async (app, portVariable) => {
    const port = await freePort();
    const isUp = () => eventually(() => fetch(`http://127.0.0.1:${port}/health`), PATIENCE_MS);
    nx = new TerminalProgram(['node_modules/.bin/nx', 'serve', app], copy, { NX_DAEMON: 'false', [portVariable]: String(port), DATA_DIR: join(copy, 'data') });
    await isUp();
    await change(`apps/${app}/src/main.ts`, 'changed the app');
    await nx.said('changed the app');
    await isUp();
    await change('libs/contracts/src/index.ts', 'changed a library');
    await nx.said('changed a library');
    await isUp();
    const started = nx.descendants();
    nx.signalGroup('SIGINT');
    await nx.end;
    await eventually(() => {
      expect(started.filter(isAlive)).toEqual([]);
    });
  }, 4 * PATIENCE_MS);
});
