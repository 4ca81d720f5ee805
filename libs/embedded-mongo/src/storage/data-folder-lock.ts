import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeFolder } from '@foodie-express/environment';
import { open, type RootDatabase } from 'lmdb';
import { DataFolderInUseError, DataFolderUnusableError } from '../errors';

/** Folders that this process serves: the operating system's locks tell processes apart, not two servers in one. */
const heldHere = new Set<string>();

/** Two processes that start in the same instant see each other and both step back: they try again after different times. */
const ATTEMPTS = 4;
const STEP_BACK_MS = 40;

/**
 * Holds a data folder for one process. The lock is a reader slot of a small LMDB environment in the folder: LMDB guards each slot by
 * a record lock of the operating system, which ends with the process however it ends. So a killed process leaves nothing behind, and
 * another one that later gets its process ID is not taken for it.
 */
export class DataFolderLock {
  private constructor(
    private readonly folder: string,
    private readonly environment: RootDatabase,
  ) {}

  /** @throws {DataFolderInUseError} where a living process holds it. {@link DataFolderUnusableError} */
  static async acquire(dataFolder: string): Promise<DataFolderLock> {
    if (dataFolder === '') throw new DataFolderUnusableError('""', 'its name is empty');
    await madeFor(dataFolder);
    const folder = await realpath(dataFolder);
    if (heldHere.has(folder)) throw new DataFolderInUseError(dataFolder);
    heldHere.add(folder);
    try {
      return new DataFolderLock(folder, await occupy(folder, dataFolder));
    } catch (error) {
      heldHere.delete(folder);
      throw error;
    }
  }

  async release(): Promise<void> {
    await this.environment.close();
    heldHere.delete(this.folder);
  }
}

/** For its owner alone: it holds people's orders. */
async function madeFor(dataFolder: string): Promise<void> {
  try {
    await makeFolder(resolve(dataFolder), 0o700);
  } catch (error) {
    throw new DataFolderUnusableError(dataFolder, error);
  }
}

async function occupy(folder: string, named: string): Promise<RootDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    const environment = lockIn(folder, named);
    if (takesSlotAlone(environment)) return environment;
    await environment.close();
    if (attempt === ATTEMPTS) throw new DataFolderInUseError(named);
    await delay(Math.random() * STEP_BACK_MS * attempt);
  }
}

function lockIn(folder: string, named: string): RootDatabase {
  try {
    return open({ path: join(folder, 'lock'), maxReaders: 16 });
  } catch (error) {
    throw new DataFolderUnusableError(named, error);
  }
}

/** Takes the slot first and looks second, so that of two processes at least one sees the other. */
function takesSlotAlone(environment: RootDatabase): boolean {
  try {
    environment.get('owner');
  } catch {
    // the slot of this process ID is locked by a process of another container that has the same one
    return false;
  }
  environment.readerCheck();
  const owners = [...environment.readerList().matchAll(/^\s*(\d+)\s+[0-9a-f]+\s/gm)].map(([, pid]) => Number(pid));
  return owners.every((pid) => pid === process.pid);
}
