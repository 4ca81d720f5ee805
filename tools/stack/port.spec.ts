import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { assertCanListen, freePort } from './port';

describe('assertCanListen', () => {
  const variables = { hostVariable: 'API_HOST', portVariable: 'API_PORT' };

  it('says which port is in use and which variable to set', async () => {
    const port = await freePort();
    const occupant = createServer().listen(port, '127.0.0.1');
    await once(occupant, 'listening');
    await expect(assertCanListen({ host: '127.0.0.1', port, ...variables })).rejects.toThrow(
      `Port ${port} is in use: stop what uses it or set API_PORT.`,
    );
    occupant.close();
  });

  it('leaves a free port free', async () => {
    const endpoint = { host: '127.0.0.1', port: await freePort(), ...variables };
    await assertCanListen(endpoint);
    await expect(assertCanListen(endpoint)).resolves.toBeUndefined();
  });

  it('says that an address is not of this machine', async () => {
    // 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
    await expect(assertCanListen({ host: '192.0.2.1', port: await freePort(), ...variables })).rejects.toThrow(
      '192.0.2.1 is no address of this machine: set API_HOST to another.',
    );
  });
});
