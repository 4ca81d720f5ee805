import { createServer, type Server, type Socket } from 'node:net';
import { EmbeddedMongoError, PortInUseError } from '../errors';
import { type Answer, Connection } from './connection';

/** The only address it listens on: there is no authentication, so nothing outside of this machine may reach it. */
export const LOOPBACK = '127.0.0.1';

/** More connections at a time are refused; a driver's pool holds up to 100. */
const MAX_CONNECTIONS = 1000;

/** Listens on loopback and gives each client a `Connection`. */
export class Listener {
  private readonly connections = new Map<Socket, Connection>();
  private lastConnection = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param port 0 for any that is free. @throws {PortInUseError} */
  static async listen(port: number, answer: Answer): Promise<Listener> {
    const server = createServer();
    server.maxConnections = MAX_CONNECTIONS;
    await bound(server, port);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new EmbeddedMongoError('the operating system gave no port');
    const listener = new Listener(server, address.port);
    server.on('connection', (socket) => { listener.accept(socket, answer); });
    return listener;
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  /** Takes no new clients, answers what has arrived and closes all connections. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => { this.server.close(() => { resolve(); }); });
    await Promise.all([...this.connections.values()].map((connection) => connection.close()));
    await closed;
  }

  private accept(socket: Socket, answer: Answer): void {
    this.lastConnection += 1;
    this.connections.set(socket, new Connection(socket, this.lastConnection, answer));
    socket.on('close', () => { this.connections.delete(socket); });
  }
}

function bound(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, resolve);
  });
}
