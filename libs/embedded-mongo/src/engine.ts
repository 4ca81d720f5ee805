import { join } from 'node:path';
import { Cursors } from './cursors';
import { DataFolderUnusableError } from './errors';
import { DataFolderLock } from './storage/data-folder-lock';
import { Catalog } from './storage/catalog';
import { isDatabaseOrNew } from './storage/database-file';
import { Store } from './storage/store';
import { Examined } from './statistics';

/** Everything behind the wire: the data, what reads it and what is open. */
export class Engine {
  readonly cursors = new Cursors();
  /** What all commands since the start have read. */
  readonly examined = new Examined();
  readonly startedAt = new Date();
  readonly operations = { insert: 0, query: 0, update: 0, delete: 0, getmore: 0, command: 0 };

  /** Set by the server that listens. */
  connectionCount: () => number = () => 0;

  private constructor(
    readonly store: Store,
    readonly catalog: Catalog,
    private readonly lock: DataFolderLock,
  ) {}

  /** @throws {DataFolderInUseError} {@link DataFolderUnusableError} */
  static async open(dataFolder: string): Promise<Engine> {
    const lock = await DataFolderLock.acquire(dataFolder);
    try {
      if (!(await isDatabaseOrNew(join(dataFolder, 'data')))) throw new Error('data/data.mdb is no database of this server');
      const catalog = new Catalog(() => store);
      const store = Store.open(dataFolder, () => { catalog.load(); });
      catalog.load();
      return new Engine(store, catalog, lock);
    } catch (error) {
      await lock.release();
      throw new DataFolderUnusableError(dataFolder, error);
    }
  }

  async close(): Promise<void> {
    this.cursors.closeAll();
    await this.store.close();
    await this.lock.release();
  }
}
