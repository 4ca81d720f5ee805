import type { FieldError } from '@foodie-express/contracts';
import { issueText } from './issue-text';
import { shorten } from './shorten';
import { property } from './unknown-error';

/** More than these help nobody, and a hostile body may have thousands. */
const MAX_FIELD_ERRORS = 20;

/** Longer values are cut where a message repeats them. */
const MAX_SHOWN_VALUE = 40;

/** Whether a value is the `issues` of a schema's error (zod, or anything of that shape). */
export function isIssueList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((issue) => Array.isArray(property(issue, 'path')));
}

/**
 * Issues of a zod schema as fields that a person can find: `{ path: 'items.0.quantity', message: 'should be at most 100, got 101' }`.
 * Each field is named once, with its first fault; the first 20 are given.
 * @param input what was validated; where it is given, messages say what stood there (never for a password or a token)
 */
export function fieldErrors(issues: readonly unknown[], input?: unknown): readonly FieldError[] {
  const found = new Map<string, FieldError>();
  for (const error of errorsOf(issues, input)) {
    if (!found.has(error.path)) found.set(error.path, error);
    if (found.size === MAX_FIELD_ERRORS) break;
  }
  return [...found.values()];
}

/** One by one, so that a hostile body costs no more than what is given of it. */
function* errorsOf(issues: readonly unknown[], input: unknown): Iterable<FieldError> {
  for (const issue of issues) yield* ofIssue(issue, input);
}

function* ofIssue(issue: unknown, input: unknown): Iterable<FieldError> {
  const keys = listProperty(issue, 'path');
  const unknownKeys = listProperty(issue, 'keys');
  if (property(issue, 'code') === 'unrecognized_keys') {
    for (const key of unknownKeys) yield { path: pathOf([...keys, key]), message: 'is not a known field' };
    return;
  }
  yield { path: pathOf(keys), message: `${issueText(issue)}${gotText(keys, input)}` };
}

function listProperty(value: unknown, name: string): readonly unknown[] {
  const list = property(value, name);
  return Array.isArray(list) ? list : [];
}

/** Keys of a hostile body are cut like values. */
function pathOf(keys: readonly unknown[]): string {
  return keys.map((key) => shorten(String(key), MAX_SHOWN_VALUE)).join('.');
}

function gotText(keys: readonly unknown[], input: unknown): string {
  if (input === undefined) return '';
  if (keys.some((key) => /password|secret|token/i.test(String(key)))) return '';
  const value = keys.reduce((parent, key) => property(parent, String(key)), input);
  return `, got ${shown(value)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1 entry' : `a list of ${value.length} entries`;
  if (value === null) return 'null';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return JSON.stringify(shorten(value, MAX_SHOWN_VALUE));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'another kind of value';
}
