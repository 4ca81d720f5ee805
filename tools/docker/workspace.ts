import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** The files of the repository by paths from its root, some of them perhaps replaced: a check is tried on a broken stack so. */
export class Workspace {
  constructor(
    readonly root: string,
    private readonly replaced: Readonly<Record<string, string>> = {},
  ) {}

  /** The same workspace but for one file. */
  with(path: string, text: string): Workspace {
    return new Workspace(this.root, { ...this.replaced, [normalize(path)]: text });
  }

  exists(path: string): boolean {
    return normalize(path) in this.replaced || existsSync(join(this.root, path));
  }

  /** @throws Error where there is no such file */
  read(path: string): string {
    return this.replaced[normalize(path)] ?? readFileSync(join(this.root, path), 'utf8');
  }
}
