import { describe, expect, it } from '@jest/globals';
import { MAX_SESSION_BYTES, boundSession } from './bound-session';
import { SessionTooLargeError } from './session-errors';
import type { Message, Session } from './session';

function sessionOf(messages: Message[], state: Session['state'] = {}): Session {
  return { messages, state, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
}

function contentsOf(messages: Message[], historyLimit: number): string[] {
  return boundSession(sessionOf(messages), historyLimit).messages.map((message) => message.content);
}

const user = (content: string): Message => ({ role: 'user', content });
const calls = (content: string, ...ids: string[]): Message => ({
  role: 'assistant',
  content,
  toolCalls: ids.map((id) => ({ id, name: 'find', arguments: '{}' })),
});
const result = (toolCallId: string, content: string): Message => ({ role: 'tool', toolCallId, content });

describe('boundSession', () => {
  it('keeps what is within the bounds as it is', () => {
    const session = sessionOf([user('a'), calls('', 'x'), result('x', 'y'.repeat(500))], { area: 'Bopal' });
    expect(boundSession(session, 3)).toEqual(session);
  });

  it('keeps the last messages', () => {
    expect(contentsOf([user('1'), user('2'), user('3')], 2)).toEqual(['2', '3']);
  });

  it('drops a tool call together with all its results', () => {
    const messages = [user('1'), calls('call', 'x', 'y'), result('x', 'rx'), result('y', 'ry'), user('2'), user('3')];
    expect(contentsOf(messages, 5)).toEqual(['call', 'rx', 'ry', '2', '3']);
    expect(contentsOf(messages, 4)).toEqual(['2', '3']);
  });

  it('leaves out results without their call', () => {
    expect(contentsOf([result('x', 'orphan'), user('1'), result('x', 'orphan'), calls('call', 'x'), user('2'), result('x', 'late')], 9)).toEqual([
      '1',
      'call',
      '2',
    ]);
  });

  it('shortens tool results of more than 500 characters to 500, and nothing else', () => {
    const [call, short, long, text] = [calls('', 'x', 'y'), result('x', 'a'.repeat(500)), result('y', 'b'.repeat(501)), user('c'.repeat(900))];
    const bounded = boundSession(sessionOf([call, short, long, text]), 9).messages;
    expect(bounded[1]).toEqual(short);
    expect(bounded[2]?.content).toBe(`${'b'.repeat(499)}…`);
    expect(bounded[3]).toEqual(text);
  });

  it('does not cut a character in two', () => {
    const bounded = boundSession(sessionOf([calls('', 'x'), result('x', `${'a'.repeat(498)}🫓🫓`)]), 9).messages;
    expect(bounded[1]?.content).toBe(`${'a'.repeat(498)}…`);
  });

  it('drops the oldest messages until the session fits into 64 KiB of UTF-8', () => {
    const bounded = boundSession(sessionOf(Array.from({ length: 30 }, (_, index) => user(`${index} ${'ખ'.repeat(1_000)}`))), 40);
    const bytes = Buffer.byteLength(JSON.stringify(bounded));
    expect(bytes).toBeLessThanOrEqual(MAX_SESSION_BYTES);
    expect(bytes).toBeGreaterThan(MAX_SESSION_BYTES - 4_000);
    expect(bounded.messages.at(-1)?.content).toMatch(/^29 /);
  });

  it('counts the state, and refuses one that alone exceeds the bound', () => {
    const state = { text: 'x'.repeat(60_000) };
    expect(boundSession(sessionOf([user('y'.repeat(4_000)), user('y'.repeat(4_000))], state), 40).messages).toHaveLength(1);
    expect(() => boundSession(sessionOf([], { text: 'x'.repeat(MAX_SESSION_BYTES) }), 40)).toThrow(SessionTooLargeError);
  });
});
