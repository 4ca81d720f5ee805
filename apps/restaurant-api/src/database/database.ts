import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { UnavailableError } from '@foodie-express/error-messages';
import mongoose, { type Connection } from 'mongoose';
import { errorCode } from '../platform/error-code';
import { UnmigratedDatabaseError } from './unmigrated-database-error';

const RETRY_DELAY_MS = 1_000;
/** How long a call waits for a server, and for its answer. */
const SERVER_SELECTION_TIMEOUT_MS = 3_000;
const OPERATION_TIMEOUT_MS = 10_000;
const CONNECTION_WAIT_MS = 5_000;
const PING_TIMEOUT_MS = 2_000;

const connectOptions = {
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
  serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
  connectTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
  waitQueueTimeoutMS: CONNECTION_WAIT_MS,
  socketTimeoutMS: OPERATION_TIMEOUT_MS,
};

/** The connection to MongoDB, from the first attempt to the last call. */
@Injectable()
export class Database {
  private readonly logger = new Logger('database');
  private stopping = false;
  private opened = false;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /**
   * Connects, trying again until it succeeds or `close` is called, and then calls `prepare` (indexes, seed).
   * @throws the driver's error where no later attempt can succeed: the address or the password is wrong; what `prepare` throws of UnmigratedDatabaseError
   * @param uri with the database's name
   */
  async open(uri: string, prepare: () => Promise<void>): Promise<void> {
    for (let attempt = 1; !(this.opened || this.stopping); attempt += 1) {
      try {
        await this.connection.openUri(uri, connectOptions);
        await prepare();
        this.opened = true;
      } catch (error) {
        if (isHopeless(error)) throw error;
        if (attempt === 1) this.logger.warn(`The database cannot be used yet, trying on: ${error instanceof Error ? error.message : String(error)}`);
        await delay(RETRY_DELAY_MS);
      }
    }
  }

  /** @throws UnavailableError while the database was never reached */
  requireReady(): void {
    if (!this.opened) throw new UnavailableError('The service is starting. Please try again in a moment.');
  }

  /** Whether the database answers now. */
  async answers(): Promise<boolean> {
    if (!this.opened || this.connection.readyState !== mongoose.ConnectionStates.connected) return false;
    try {
      await this.connection.db?.command({ ping: 1 }, { signal: AbortSignal.timeout(PING_TIMEOUT_MS) });
      return true;
    } catch (error) {
      this.logger.debug(`The database does not answer: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  async close(): Promise<void> {
    this.stopping = true;
    await this.connection.close();
  }
}

const AUTHENTICATION_FAILED = 18;

function isHopeless(error: unknown): boolean {
  return error instanceof UnmigratedDatabaseError || (error instanceof Error && error.name === 'MongoParseError') || errorCode(error) === AUTHENTICATION_FAILED;
}
