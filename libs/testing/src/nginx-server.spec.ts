import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { type NginxFiles, NginxServer } from './nginx-server';
import { describeWithProgram } from './program';

const TEXT = `
pid nginx.pid;
events {}
http {
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  access_log /dev/stdout;
  server { include listen.conf; location / { return 200 "hello"; } }
}`;

describeWithProgram('nginx', 'NginxServer', () => {
  let folder: string;
  const files = (port: number): NginxFiles => ({
    configuration: join(folder, 'nginx.conf'),
    includes: { 'listen.conf': `listen 127.0.0.1:${port};` },
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-nginx-spec-'));
    await writeFile(join(folder, 'nginx.conf'), TEXT);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('serves with the given files, keeps the access log, and is gone when stopped', async () => {
    const port = await freePort();
    const server = await NginxServer.start(files(port), port);
    try {
      expect(await (await fetch(`${server.url}/somewhere`)).text()).toBe('hello');
      await eventually(async () => {
        expect(await server.accessLog()).toEqual([expect.stringContaining('GET /somewhere')]);
      });
    } finally {
      await server.stop();
    }
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });

  it('says what is wrong with a configuration', async () => {
    const broken = { ...files(1), includes: { 'listen.conf': 'listen nowhere:port;' } };
    expect(await NginxServer.check(broken)).toEqual({ valid: false, output: expect.stringContaining('listen.conf:1') });
    expect(await NginxServer.check(files(await freePort()))).toMatchObject({ valid: true });
    await expect(NginxServer.start(broken, 1)).rejects.toThrow('listen.conf:1');
  });

  it('does not take another server on its port for itself', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      await expect(NginxServer.start(files(port), port)).rejects.toThrow('Address already in use');
    } finally {
      other.close();
    }
  });
});
