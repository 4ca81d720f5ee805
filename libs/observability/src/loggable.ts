import { types } from 'node:util';
import { isSecretKey, REDACTED, redactText } from './redaction';

/** Bounds of one log line: a logged socket or body must not become a line of megabytes. */
const MAX_DEPTH = 8;
const MAX_VALUES = 500;
const MAX_TEXT_LENGTH = 8_192;
const MAX_CHARACTERS = 65_536;

/** What is left for the rest of the line. */
interface Budget {
  values: number;
  characters: number;
}

/** A copy of what is logged, fit for JSON: without secrets, bounded, errors with their stack and causes. Never throws. */
export function loggable(fields: object): Record<string, unknown> {
  return copyFields(fields, { values: MAX_VALUES, characters: MAX_CHARACTERS }, 0);
}

function copyFields(source: object, budget: Budget, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(source)) {
    budget.characters -= key.length;
    if (budget.values <= 0 || budget.characters <= 0) {
      copy['truncated'] = true;
      break;
    }
    copy[key] = isSecretKey(key) ? REDACTED : copyValue(read(source, key), budget, depth + 1);
  }
  return copy;
}

function copyValue(value: unknown, budget: Budget, depth: number): unknown {
  budget.values -= 1;
  if (typeof value === 'string') return copyText(value, budget);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return '[too deep]';
  if (value instanceof Error || types.isNativeError(value)) return copyError(value, budget, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Map) return copyList([...value.entries()], budget, depth);
  if (Array.isArray(value) || value instanceof Set) return copyList([...value], budget, depth);
  const converted = convert(value);
  return typeof converted === 'object' && converted !== null ? copyFields(converted, budget, depth) : copyValue(converted, budget, depth);
}

function copyText(text: string, budget: Budget): string {
  const length = Math.min(text.length, MAX_TEXT_LENGTH, Math.max(0, budget.characters));
  budget.characters -= length;
  return redactText(length === text.length ? text : `${text.slice(0, length)}… (${text.length} characters)`);
}

function copyList(list: readonly unknown[], budget: Budget, depth: number): unknown[] {
  const shown = list.slice(0, Math.max(0, budget.values)).map((value) => copyValue(value, budget, depth + 1));
  return shown.length < list.length ? [...shown, `… (${list.length} entries)`] : shown;
}

function copyError(error: Error, budget: Budget, depth: number): Record<string, unknown> {
  const { name, message, stack } = error;
  return {
    type: name,
    message: copyText(message, budget),
    stack: stack === undefined ? undefined : copyText(stack, budget),
    ...(error.cause !== undefined && { cause: copyValue(error.cause, budget, depth + 1) }),
    ...copyFields(error, budget, depth),
  };
}

/** Dates, URLs, IDs of the database and the like say themselves how they look in JSON. */
function convert(value: object): unknown {
  try {
    const toJson: unknown = Reflect.get(value, 'toJSON');
    return typeof toJson === 'function' ? Reflect.apply(toJson, value, []) : value;
  } catch {
    return '[unreadable]';
  }
}

function read(source: object, key: string): unknown {
  try {
    return Reflect.get(source, key);
  } catch {
    return '[unreadable]';
  }
}
