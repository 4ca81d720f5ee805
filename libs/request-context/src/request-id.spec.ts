import { describe, expect, it } from '@jest/globals';
import { resolveRequestId } from './request-id';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('resolveRequestId', () => {
  it.each(['a', '0', 'A-Z.0_9:x', 'x'.repeat(128), '....', '6f1ed002-ab5f-4f6e-9f1e-000000000000'])('takes %s', (header) => {
    expect(resolveRequestId(header)).toBe(header);
  });

  it.each([
    undefined,
    '',
    ' ',
    ' a',
    'a b',
    'a\n',
    'a\r\nSet-Cookie: b=c',
    'a\0',
    'x'.repeat(129),
    'x'.repeat(10_240),
    'é',
    'ａ',
    '٣',
    '😀',
    '<a>',
    '"a"',
    '../..',
    '${jndi:ldap://x}',
    'a,b',
    ['a'],
    ['a', 'b'],
  ])('replaces %j by a new UUID', (header) => {
    const made = resolveRequestId(header);
    expect(made).toMatch(UUID);
    expect(resolveRequestId(header)).not.toBe(made);
  });
});
