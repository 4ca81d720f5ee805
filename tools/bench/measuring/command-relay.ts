import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { deserialize } from 'bson';

const HEADER_BYTES = 16;
const OP_CODE_AT = 12;
const OP_MSG = 2013;
/** After the header: four bytes of flags and one that tells the kind of the section. */
const COMMAND_AT = HEADER_BYTES + 5;

/** What drivers say by themselves, whatever is asked of them. */
const DRIVER_TALK: ReadonlySet<string> = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'endSessions']);

/** Stands between a client and a MongoDB server and counts the commands that pass, each of which is a round trip. */
export class CommandRelay {
  /** By command and collection, such as `find orders`. */
  readonly counts = new Map<string, number>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** On 127.0.0.1. */
    readonly port: number,
  ) {}

  /** @param target the server's port on 127.0.0.1 */
  static async start(target: number): Promise<CommandRelay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
    const relay = new CommandRelay(server, address.port);
    server.on('connection', (client) => { relay.join(client, target); });
    return relay;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(client: Socket, target: number): void {
    const server = connect(target, '127.0.0.1');
    for (const socket of [client, server]) this.sockets.add(socket.once('close', () => this.sockets.delete(socket)));
    let rest: Buffer = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => { rest = this.countIn(Buffer.concat([rest, chunk])); });
    // One side that ends or breaks ends the other: the error belongs to whoever waits there.
    pipeline(client, server, client, () => { client.destroy(); });
  }

  /** @returns the beginning of a message whose rest has not arrived */
  private countIn(bytes: Buffer): Buffer {
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES && bytes.length - at >= bytes.readInt32LE(at)) {
      const length = bytes.readInt32LE(at);
      this.count(bytes.subarray(at, at + length));
      at += length;
    }
    return bytes.subarray(at);
  }

  private count(message: Buffer): void {
    if (message.readInt32LE(OP_CODE_AT) !== OP_MSG) return;
    const [[command, collection] = []] = Object.entries(deserialize(message.subarray(COMMAND_AT, COMMAND_AT + message.readInt32LE(COMMAND_AT))));
    if (command === undefined || DRIVER_TALK.has(command)) return;
    const name = typeof collection === 'string' ? `${command} ${collection}` : command;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
