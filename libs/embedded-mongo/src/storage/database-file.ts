import { open } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { isCode } from './system-error';

/** MDB_MAGIC, behind a page's header, in the byte order of the machine (lmdb.h). */
const MAGIC = 0xbeefc0de;
const MAGIC_OFFSET = 24;

/** Whether LMDB may open the environment: it ends the process with a segmentation fault where the file is none of its own. */
export async function isDatabaseOrNew(environment: string): Promise<boolean> {
  const header = await headerOf(join(environment, 'data.mdb'));
  if (header.length === 0) return true;
  if (header.length < MAGIC_OFFSET + 4) return false;
  return MAGIC === (endianness() === 'LE' ? header.readUInt32LE(MAGIC_OFFSET) : header.readUInt32BE(MAGIC_OFFSET));
}

/** Empty where there is no file. */
async function headerOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC_OFFSET + 4), 0, MAGIC_OFFSET + 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return Buffer.alloc(0);
    throw error;
  }
}
