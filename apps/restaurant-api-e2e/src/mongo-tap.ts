import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands between an instance and its database. It passes everything on until a message to the database holds the text that it waits
 * for: that one is held back, for a process to be killed between two calls.
 */
export class MongoTap {
  private readonly sockets = new Set<Socket>();
  private awaited: { readonly text: string; readonly tell: (pass: () => void) => void } | undefined;

  private constructor(
    private readonly server: Server,
    private readonly database: string,
  ) {}

  /** @param uri `mongodb://host:port` of the database behind it */
  static async start(uri: string): Promise<MongoTap> {
    const { hostname, port } = new URL(uri);
    const server = createServer();
    const tap = new MongoTap(server, uri);
    server.on('connection', (client) => { tap.join(client, connect(Number(port), hostname)); });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return tap;
  }

  get uri(): string {
    const address = new URL(this.database);
    address.port = String((this.server.address() as AddressInfo).port);
    return address.href.replace(/\/$/, '');
  }

  /** Resolves when a message with this text has come, with what lets it pass: until then the database does not see it. */
  next(text: string): Promise<() => void> {
    return new Promise((resolve) => {
      this.awaited = { text, tell: resolve };
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, database: Socket): void {
    for (const [socket, other] of [[client, database], [database, client]] as const) {
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      // A reset is what a killed process leaves; `close` follows it.
      socket.on('error', () => undefined);
    }
    database.pipe(client);
    client.on('data', (bytes: Buffer) => {
      const { awaited } = this;
      if (awaited === undefined || !bytes.includes(awaited.text)) {
        database.write(bytes);
      } else {
        this.awaited = undefined;
        awaited.tell(() => database.write(bytes));
      }
    });
  }
}
