import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { createFailure } from './failure';
import { type FailureCode, failureStatuses } from './failure-code';
import { messages } from './messages.en';

const codes = Object.keys(failureStatuses).sort() as FailureCode[];

/** The wire contract: a time-out ⏱️, no connection 🔌, login needed 🔒, not found 😔, bad input ❌, busy or down ⚙️, too many requests 🐢. */
const emojis: Readonly<Record<FailureCode, string>> = {
  already_exists: '❌',
  bad_request: '❌',
  body_too_large: '❌',
  circuit_open: '⚙️',
  conflict: '❌',
  forbidden: '🔒',
  headers_too_large: '❌',
  internal_error: '⚙️',
  invalid_json: '❌',
  login_failed: '🔒',
  login_required: '🔒',
  method_not_allowed: '❌',
  not_acceptable: '❌',
  not_found: '😔',
  rate_limited: '🐢',
  request_timeout: '⏱️',
  service_unavailable: '⚙️',
  unsupported_media_type: '❌',
  upstream_failed: '⚙️',
  upstream_timeout: '⏱️',
  upstream_unreachable: '🔌',
  validation_failed: '❌',
};

describe('messages', () => {
  it('exist for every code and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(codes);
  });

  it.each(codes)('of %s begin with its emoji and hold the detail', (code) => {
    const { userMessage, detail } = createFailure(code);
    expect(userMessage.startsWith(`${emojis[code]} `)).toBe(true);
    expect(userMessage).toContain(detail);
    expect(userMessage).not.toMatch(/[{}]/);
    expect(createFailure(code, { detail: 'Because $& of {detail}' }).userMessage).toContain('Because $& of {detail}');
  });
});

describe('docs/errors.md', () => {
  it('lists every code with its status and sentence', async () => {
    const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
    const rows = codes.map((code) => `| \`${code}\` | ${failureStatuses[code]} | ${createFailure(code).userMessage} |`);
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });
});
