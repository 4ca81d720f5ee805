import type { RedisConnection } from './redis-connection';
import type { RedisKeys } from './redis-keys';

/**
 * Locks whose owner has given up while Redis was silent. A server that hung runs what it was sent once it goes on, so it may take
 * such a lock after its owner has left, and the user would wait until it expires. They are given back as soon as Redis answers.
 */
export class LeftBehind {
  private readonly locks = new Map<string, RedisKeys>();

  constructor(private readonly connection: RedisConnection) {
    connection.onAvailable(() => void this.giveBack());
  }

  add(keys: RedisKeys, token: string): void {
    this.locks.set(token, keys);
    if (this.connection.available) void this.giveBack();
  }

  private async giveBack(): Promise<void> {
    for (const [token, { lock, queue }] of [...this.locks]) {
      try {
        await this.connection.run((client) => client.releaseTurn(lock, queue, token));
      } catch {
        // The connection has reported that Redis is lost again; its next return calls again.
        return;
      }
      this.locks.delete(token);
    }
  }
}
