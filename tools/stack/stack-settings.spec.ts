import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readStackSettings, urlsOf } from './stack-settings';
import { workspaceRoot } from './workspace';

describe('readStackSettings', () => {
  it('has the ports and the folder of the documentation as defaults', async () => {
    const settings = await readStackSettings({});
    expect(urlsOf(settings)).toEqual({ api: 'http://127.0.0.1:8000', agent: 'http://127.0.0.1:5000' });
    expect(settings.dataFolder).toBe(resolve(workspaceRoot, '.data'));
  });

  it('reaches a service that listens on all addresses by the loopback one', async () => {
    const settings = await readStackSettings({ API_HOST: '0.0.0.0', API_PORT: '8100', AGENT_HOST: '::1', AGENT_PORT: '5100' });
    expect(urlsOf(settings)).toEqual({ api: 'http://127.0.0.1:8100', agent: 'http://[::1]:5100' });
  });

  it('finds a free port where 0 is given', async () => {
    const { apiPort, agentPort } = await readStackSettings({ API_PORT: '0', AGENT_PORT: '0' });
    expect(apiPort).toBeGreaterThan(0);
    expect(agentPort).toBeGreaterThan(0);
  });

  it.each([
    [{ API_PORT: 'abc' }, 'API_PORT should be a whole number from 0 to 65535, got "abc"'],
    [{ API_PORT: '70000' }, 'API_PORT should be a whole number from 0 to 65535, got "70000"'],
    [{ API_PORT: '7000', AGENT_PORT: '7000' }, 'API_PORT and AGENT_PORT are both 7000: give each a port of its own.'],
    [{ AGENT_PORT: '8000' }, 'API_PORT and AGENT_PORT are both 8000: give each a port of its own.'],
  ])('refuses %j', async (source, message) => {
    await expect(readStackSettings(source)).rejects.toThrow(message);
  });

  it('refuses in the words of the documentation', async () => {
    const page = await readFile(join(workspaceRoot, 'docs/configuration.md'), 'utf8');
    const [sample, value] = /^ {4}API_PORT should .* got "(.+)"$/m.exec(page) ?? [];
    await expect(readStackSettings({ API_PORT: value })).rejects.toThrow(new Error(sample?.trim()));
  });
});
