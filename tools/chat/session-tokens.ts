import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { makeFolder } from '../stack/folder';

/** Keeps the session token of each named user, so that a conversation can be taken up again after its login. */
export class SessionTokens {
  /** @param folder absolute path; made when the first token is saved */
  constructor(private readonly folder: string) {}

  async read(userId: string): Promise<string | undefined> {
    try {
      return await readFile(this.pathOf(userId), 'utf8');
    } catch (error) {
      if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws StackError where the folder cannot be made */
  async save(userId: string, token: string): Promise<void> {
    await makeFolder(this.folder, 0o700);
    await writeFile(this.pathOf(userId), token, { mode: 0o600 });
  }

  /** User ids hold no slash; the ending keeps `..` from being a folder. */
  private pathOf(userId: string): string {
    return join(this.folder, `${encodeURIComponent(userId)}.token`);
  }
}
