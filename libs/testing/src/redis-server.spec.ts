import { createConnection } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeWithProgram } from './program';
import { RedisServer } from './redis-server';

/** The first line of the reply to an inline command; rejects where the server hangs or is gone. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.setTimeout(300, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    socket.write(`${command}\r\n`);
  });
}

describeWithProgram('redis-server', 'RedisServer', () => {
  let server: RedisServer;

  beforeEach(async () => {
    server = await RedisServer.start();
  });

  afterEach(() => server.stop());

  it('serves on a port of its own', async () => {
    const other = await RedisServer.start();
    try {
      expect(other.port).not.toBe(server.port);
      expect(await ask(server.port, 'PING')).toBe('+PONG');
    } finally {
      await other.stop();
    }
  });

  it('is gone when killed, and back on the same port, empty, when restarted', async () => {
    await ask(server.port, 'SET key value');
    await server.kill();
    await expect(ask(server.port, 'PING')).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect(await ask(server.port, 'GET key')).toBe('$-1');
  });

  it('hangs while paused', async () => {
    server.pause();
    await expect(ask(server.port, 'PING')).rejects.toThrow('no answer');
    server.resume();
    expect(await ask(server.port, 'PING')).toBe('+PONG');
  });

  it('takes settings', async () => {
    await server.restart(['--requirepass', 'secret']);
    expect(await ask(server.port, 'PING')).toMatch(/^-NOAUTH/);
  });
});
