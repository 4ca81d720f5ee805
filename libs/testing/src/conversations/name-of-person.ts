import { randomBytes } from 'node:crypto';

/** A free user name of letters alone: one with digits may be taken for a password where somebody was asked to log in. */
export function nameOfPerson(): string {
  return `p${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}
