import { CommandError } from '../errors';
import { isArray, isDocument, ownField } from './document';
import { isIndex } from './path';
import { EMPTY_ARRAY } from './order';

/** The values of one index entry, a value an indexed field. `undefined` is a missing field. */
export type KeyValues = readonly unknown[];

export interface ExtractedKeys {
  readonly keys: readonly KeyValues[];
  /** Positions of indexed fields on whose path an array lies. */
  readonly multikey: ReadonlySet<number>;
}

interface Pending {
  readonly source: unknown;
  readonly path: readonly string[];
}

/**
 * All entries that an index over `paths` has for a document: one an element where an array lies on a path.
 * @throws {CommandError} CannotIndexParallelArrays where two paths lead through different arrays
 */
export function extractKeys(document: unknown, paths: readonly (readonly string[])[]): ExtractedKeys {
  const multikey = new Set<number>();
  const keys = expand(paths.map((path) => ({ source: document, path })), multikey);
  return { keys, multikey };
}

function expand(pending: readonly Pending[], multikey: Set<number>): unknown[][] {
  const reached = pending.map(({ source, path }) => walk(source, path));
  const array = reached.find(({ stop }) => stop === 'array')?.source;
  if (array === undefined || !isArray(array)) return [reached.map(({ source }) => source)];
  for (const [position, { stop, source }] of reached.entries()) {
    if (stop !== 'array') continue;
    multikey.add(position);
    if (source !== array) throw new CommandError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  if (array.length === 0) return expand(reached.map((field) => emptied(field)), multikey);
  return array.flatMap((element) => expand(reached.map((field) => entered(field, element)), multikey));
}

interface Reached extends Pending {
  /** `array`: an array to expand; `value`: the end. */
  readonly stop: 'array' | 'value';
}

function walk(source: unknown, path: readonly string[]): Reached {
  const [field, ...rest] = path;
  if (isArray(source)) {
    if (field !== undefined && isIndex(field) && !source.some((element) => isDocument(element) && Object.hasOwn(element, field))) {
      return walk(source[Number(field)], rest);
    }
    return { source, path, stop: 'array' };
  }
  if (field === undefined) return { source, path, stop: 'value' };
  if (!isDocument(source)) return { source: undefined, path: [], stop: 'value' };
  return walk(ownField(source, field), rest);
}

function emptied(field: Reached): Pending {
  if (field.stop === 'value') return settled(field.source);
  return settled(field.path.length === 0 ? EMPTY_ARRAY : undefined);
}

function entered(field: Reached, element: unknown): Pending {
  if (field.stop === 'value') return settled(field.source);
  if (field.path.length === 0) return settled(element);
  return isDocument(element) ? { source: element, path: field.path } : settled(undefined);
}

/** A value that is not expanded further: an array within an array is one value. */
function settled(value: unknown): Pending {
  return { source: isArray(value) ? new Whole(value) : value, path: [] };
}

/** Keeps an inner array from being expanded; taken off by `unwrapped`. */
class Whole {
  constructor(readonly value: unknown[]) {}
}

/** The values of a key without their wrappers. */
export function unwrapped(key: KeyValues): unknown[] {
  return key.map((value) => (value instanceof Whole ? value.value : value));
}
