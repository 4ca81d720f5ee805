import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A file given on the command line that cannot be used. The message names the path and the fault. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

/** How many faults of a file are told at once. */
const MAX_FAULTS = 5;

/** Reads a JSON file that has to fit a schema. Throws a FileFault where it is missing, no JSON, or does not fit. */
export function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(path, load(path)));
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, MAX_FAULTS).map((issue) => `${issue.path.join('.') || 'the whole file'}: ${issue.message}`);
  const more = result.error.issues.length - faults.length;
  throw new FileFault(`${path}: ${faults.join('; ')}${more > 0 ? `; and ${more} more` : ''}`);
}

function load(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new FileFault(`${path}: cannot be read (${reason(error)})`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileFault(`${path}: is no JSON (${reason(error)})`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
