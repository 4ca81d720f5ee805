import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Logger } from '@nestjs/common';
import type { Response } from 'express';

const logger = new Logger('http');

/**
 * Sends a body part by part, no faster than the client takes it. What fails before the first part is thrown, to be answered; later
 * the connection is cut, so that no client takes a part for the whole.
 */
export async function sendInParts(response: Response, parts: AsyncGenerator<string, void, undefined>): Promise<void> {
  const first = await parts.next();
  try {
    await pipeline(Readable.from(joined(first, parts)), response);
  } catch (error) {
    logger.warn(`An answer was cut off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function* joined(first: IteratorResult<string, void>, rest: AsyncGenerator<string, void, undefined>): AsyncGenerator<string, void, undefined> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
