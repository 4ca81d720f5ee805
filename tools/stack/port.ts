import { once } from 'node:events';
import { createServer } from 'node:net';
import { isNativeError } from 'node:util/types';
import { StackError } from './stack-error';

/** Where a service listens, and the environment variables that say so, for messages. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly hostVariable: string;
  readonly portVariable: string;
}

/** @throws StackError with one sentence where the service could not listen there */
export async function assertCanListen({ host, port, hostVariable, portVariable }: Endpoint): Promise<void> {
  try {
    await listenBriefly(port, host);
  } catch (error) {
    const code = isNativeError(error) && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StackError(`Port ${port} is in use: stop what uses it or set ${portVariable}.`, { cause: error });
    if (code === 'EACCES') throw new StackError(`Port ${port} is not allowed to you: set ${portVariable} to one above 1023.`, { cause: error });
    throw new StackError(`${host} is no address of this machine: set ${hostVariable} to another.`, { cause: error });
  }
}

/** A TCP port of `host` that is free at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  return listenBriefly(0, host);
}

async function listenBriefly(port: number, host: string): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const closed = once(server, 'close');
  server.close();
  await closed;
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return address.port;
}
