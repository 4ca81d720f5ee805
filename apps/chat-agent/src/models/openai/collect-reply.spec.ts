import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectReply } from './collect-reply';

const event = (chunk: unknown): string => `data: ${JSON.stringify(chunk)}\n\n`;
const says = (content: string | null): string => event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const calls = (...toolCalls: unknown[]): string => event({ choices: [{ index: 0, delta: { tool_calls: toolCalls } }] });
const end = (reason: string): string => `${event({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })}${event({ choices: [], usage: { total_tokens: 7 } })}data: [DONE]\n\n`;

const packets = (...texts: (string | Uint8Array)[]): AsyncIterable<Uint8Array> => Readable.from(texts.map((text) => Buffer.from(text)));

function collect(...texts: (string | Uint8Array)[]) {
  return collectReply(packets(...texts), () => undefined);
}

describe('a reply collected from its events', () => {
  it('is the same wherever its bytes are parted', async () => {
    const bytes = Buffer.from(says('One masala thepla: ₹60. ') + says('Enjoy 🎉') + end('stop'));
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
      const borders = [0, ...cuts.sort((one, other) => one - other), bytes.length];
      const pieces: string[] = [];
      const reply = await collectReply(packets(...borders.slice(1).map((border, index) => bytes.subarray(borders[index], border))), (piece) => pieces.push(piece));
      expect(reply).toEqual({ kind: 'text', text: 'One masala thepla: ₹60. Enjoy 🎉', tokens: 7 });
      expect(pieces).toEqual(['One masala thepla: ₹60. ', 'Enjoy 🎉']);
    }));
  });

  it.each([
    ['in parts', [calls({ index: 0, id: 'a', type: 'function', function: { name: 'get_menu', arguments: '' } }), calls({ index: 0, function: { arguments: '{"x":' } }), calls({ index: 0, function: { arguments: '1}' } })]],
    ['with everything repeated', [calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: '{"x":' } }), calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: '1}' } })]],
    ['with null for what is not there', [says(null), calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: null } }), calls({ index: 0, id: null, function: { name: null, arguments: '{"x":1}' } })]],
  ])('holds tool calls %s', async (_how, events) => {
    expect(await collect(...events, end('tool_calls'))).toEqual({ kind: 'tool_calls', calls: [{ id: 'a', name: 'get_menu', arguments: '{"x":1}' }], text: '', tokens: 7 });
  });

  it.each([
    ['without an index', [calls({ id: 'a', function: { name: 'get_menu', arguments: '{"x":' } }), calls({ function: { arguments: '1}' } }), calls({ id: 'b', function: { name: 'show_order', arguments: '{}' } })]],
    ['all with the first index', [calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: '{"x":1}' } }), calls({ index: 0, id: 'b', function: { name: 'show_order', arguments: '{}' } })]],
    ['with nothing before the ID', [calls({ index: 0, function: { name: 'get_menu', arguments: '' } }), calls({ index: 0, id: 'a', function: { arguments: '{"x":1}' } }), calls({ index: 1, id: 'b', function: { name: 'show_order', arguments: '{}' } })]],
  ])('holds several tool calls %s', async (_how, events) => {
    expect(await collect(...events, end('tool_calls'))).toMatchObject({ calls: [{ id: 'a', name: 'get_menu', arguments: '{"x":1}' }, { id: 'b', name: 'show_order', arguments: '{}' }] });
  });

  it('tells calls apart that have no ID, or the same one', async () => {
    const reply = await collect(calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: '{}' } }, { index: 1, id: 'a', function: { name: 'show_order', arguments: '{}' } }, { index: 2, function: { name: 'recommend', arguments: '{}' } }), end('tool_calls'));
    const ids = reply.kind === 'tool_calls' ? reply.calls.map(({ id }) => id) : [];
    expect([ids.length, new Set(ids).size, ids.includes('')]).toEqual([3, 3, false]);
  });

  it('takes choices that say nothing, as those with which a filter tells of its work', async () => {
    expect(await collect(says('Hi'), event({ choices: [{ index: 0, content_filter_results: {}, finish_reason: null }] }), end('stop'))).toMatchObject({ text: 'Hi' });
  });

  it('is what the model says where it refuses', async () => {
    expect(await collect(event({ choices: [{ index: 0, delta: { content: null, refusal: 'I cannot ' } }] }), event({ choices: [{ index: 0, delta: { refusal: 'do that.' } }] }), end('stop'))).toMatchObject({ kind: 'text', text: 'I cannot do that.' });
  });

  it('shows that it goes no further where it reached the most that one may say', async () => {
    expect(await collect(says('One masala thepla and'), end('length'))).toMatchObject({ text: 'One masala thepla and…' });
  });

  it.each([-5, 'many', null])('is whole though its tokens are counted as %p', async (total) => {
    expect(await collect(says('Hi'), event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: { total_tokens: total } }))).toEqual({ kind: 'text', text: 'Hi', tokens: 0 });
  });

  it('takes comments, other events and line ends of other systems', async () => {
    expect(await collect(': keep-alive\r\n\r\n', 'event: ping\r\ndata: {}\r\n\r\n', (says('Hi') + end('stop')).replaceAll('\n', '\r\n'))).toMatchObject({ text: 'Hi' });
  });

  it.each([
    ['was cut off', [says('We have ')]],
    ['is cut off within an event', [says('We have '), 'data: {"choices":[{"index":0,"delta":{"content":"thep']],
    ['is empty', [end('stop')]],
    ['fails in its middle', [says('We have '), event({ error: { message: 'overloaded' } }), end('stop')]],
    ['is no JSON', ['data: {"choices": [\n\n', end('stop')]],
    ['has another shape', [event({ choices: 7 }), end('stop')]],
    ['is too long', [says('a'.repeat(9_000)), says('a'.repeat(9_000)), end('stop')]],
    ['has arguments that are too long', [calls({ index: 0, id: 'a', function: { name: 'get_menu', arguments: 'a'.repeat(17_000) } }), end('tool_calls')]],
    ['never ends its event', ['data: ', ...Array.from({ length: 40 }, () => 'a'.repeat(10_000))]],
  ])('is refused where it %s', async (_what, texts) => {
    await expect(collect(...texts)).rejects.toMatchObject({ failure: { code: 'upstream_failed' } });
  });
});
