import { readFileSync } from 'node:fs';
import { MAX_MESSAGE_LENGTH } from '@foodie-express/contracts';
import { z } from 'zod';

/**
 * How messages begin, what they ask and order, and what stands around it: said over and over, each is what a rule of the local model has to
 * read to its end.
 */
export function repeatedPhrases(): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(new URL('repeated-phrases.json', import.meta.url), 'utf8')));
}

/** A phrase said again and again, as long as a message may be. */
export function longMessageOf(phrase: string): string {
  return phrase.repeat(Math.ceil(MAX_MESSAGE_LENGTH / phrase.length)).slice(0, MAX_MESSAGE_LENGTH);
}
