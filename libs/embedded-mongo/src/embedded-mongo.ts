import { runCommand } from './commands/dispatch';
import { Engine } from './engine';
import { removeExpired } from './ttl';
import { Listener, LOOPBACK } from './wire/listener';

export interface EmbeddedMongoOptions {
  /** Where the data lies; made where it does not exist. One server at a time may have it open. */
  readonly dataFolder: string;
  /** 0, the default, for any that is free. */
  readonly port?: number;
  /** How often documents that have expired under a TTL index are removed, in milliseconds; 60,000 as MongoDB does. */
  readonly ttlIntervalMs?: number;
}

/** What reading has cost since the start. */
export interface EmbeddedMongoStatistics {
  readonly documentsExamined: number;
  readonly indexKeysExamined: number;
}

const TTL_INTERVAL_MS = 60_000;

/** A running server. */
export class EmbeddedMongo {
  private closing: Promise<void> | undefined;
  private sweeping: Promise<unknown> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly engine: Engine,
    private readonly listener: Listener,
    ttlIntervalMs: number,
  ) {
    engine.connectionCount = () => listener.connectionCount;
    this.timer = setInterval(() => { this.sweep(); }, ttlIntervalMs);
    this.timer.unref();
  }

  /** @throws {DataFolderInUseError} {@link DataFolderUnusableError} {@link PortInUseError} */
  static async start({ dataFolder, port = 0, ttlIntervalMs = TTL_INTERVAL_MS }: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
    const engine = await Engine.open(dataFolder);
    try {
      const listener = await Listener.listen(port, (body, connectionId) => runCommand(engine, body, connectionId));
      return new EmbeddedMongo(engine, listener, ttlIntervalMs);
    } catch (error) {
      await engine.close();
      throw error;
    }
  }

  get port(): number {
    return this.listener.port;
  }

  /** Without a database's name: give it as `dbName`, or put it before the `?`. */
  get uri(): string {
    return `mongodb://${LOOPBACK}:${this.port}/?directConnection=true`;
  }

  statistics(): EmbeddedMongoStatistics {
    const { documentsExamined, keysExamined } = this.engine.examined;
    return { documentsExamined, indexKeysExamined: keysExamined };
  }

  /** Removes at once what has expired at `now`, which the server does every minute by itself. @returns the number of documents */
  removeExpired(now = new Date()): Promise<number> {
    return removeExpired(this.engine, now);
  }

  /** Answers what has arrived, makes it durable and lets go of port and folder. May be called again. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private sweep(): void {
    this.engine.cursors.closeIdle();
    this.sweeping = this.sweeping.then(() => this.removeExpired()).catch((error: unknown) => {
      process.emitWarning(`expired documents were not removed: ${String(error)}`, 'EmbeddedMongoWarning');
    });
  }

  private async shutDown(): Promise<void> {
    clearInterval(this.timer);
    await this.listener.close();
    await this.sweeping;
    await this.engine.close();
  }
}

/**
 * Starts a server on 127.0.0.1 that speaks MongoDB's wire protocol.
 * @throws {DataFolderInUseError} {@link DataFolderUnusableError} {@link PortInUseError}
 */
export function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  return EmbeddedMongo.start(options);
}
