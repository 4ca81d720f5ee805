import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';

/** Stands between a client and a Redis server and keeps what the client writes, each write as it arrives. */
export class RedisRelay {
  private readonly writes: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** @param target the server's port on 127.0.0.1 */
  static async start(target: number): Promise<RedisRelay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const relay = new RedisRelay(server);
    server.on('connection', (client) => {
      relay.join(client, connect(target, '127.0.0.1'));
    });
    return relay;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the relay is not listening');
    return `redis://127.0.0.1:${address.port}`;
  }

  /** What was written since the last call, less the signs of life that the client asks for by itself. */
  takeWrites(): string[] {
    return this.writes.splice(0).filter((text) => !/^\*1\r\n\$4\r\nping\r\n$/i.test(text));
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(client: Socket, server: Socket): void {
    for (const socket of [client, server]) this.sockets.add(socket.once('close', () => this.sockets.delete(socket)));
    client.on('data', (bytes: Buffer) => this.writes.push(bytes.toString()));
    // One side that ends or breaks ends the other: the error belongs to whoever waits there.
    pipeline(client, server, client, () => {
      client.destroy();
    });
  }
}
