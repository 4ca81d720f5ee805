import { BSONRegExp } from 'bson';
import { CommandError } from '../errors';

const SUPPORTED = 'imsxu';

/**
 * A MongoDB regular expression as a JavaScript one. Options: i, m, s, x, u; a leading `(?i)` is read as options.
 * @throws {CommandError} 51091 where the pattern is none that JavaScript can run
 */
export function toRegExp(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const letters = new Set(options + (inline?.[1] ?? ''));
  for (const letter of letters) {
    if (!SUPPORTED.includes(letter)) throw new CommandError('Location51108', ` invalid flag in regex options: ${letter}`);
  }
  const source = inline === null ? pattern : pattern.slice(inline[0].length);
  const flags = [...letters].filter((letter) => letter !== 'x').join('');
  try {
    return new RegExp(letters.has('x') ? withoutSpacing(source) : source, flags);
  } catch (error) {
    throw new CommandError('Location51091', `Regular expression is invalid: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The pattern and options under which a regular expression is stored and compared; options in alphabetical order. */
export function patternOf(value: RegExp | BSONRegExp): { pattern: string; options: string } {
  if (value instanceof BSONRegExp) return { pattern: value.pattern, options: value.options };
  const options = Array.from(value.flags).filter((letter) => SUPPORTED.includes(letter)).sort();
  return { pattern: value.source, options: options.join('') };
}

/** What the option x means: white space and comments outside of character classes do not count. */
function withoutSpacing(source: string): string {
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) => (/^(?:\s|#)/.test(part) ? '' : part));
}
