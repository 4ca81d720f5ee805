import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { answerTask } from './answer-tasks';

/** What the model says when it has seen the menu: a reply of usual length, which it streams word by word. */
const REPLY = 'Here is the menu of Swati Snacks: Bhel Puri for ₹80, Pani Puri for ₹60, Dabeli for ₹40, Sev Puri for ₹70 and Masala Thepla for ₹90. What would you like to order today?';

/**
 * A server of chat completions that answers at once: asks for the menu when a person has spoken, and with the menu at hand tells
 * about it. It reads nothing of the conversation but who spoke last, and sends bytes that are ready.
 */
const server = createServer((request, response) => {
  void answer(request).then((body) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body));
});

let last = '';

async function answer(request: IncomingMessage): Promise<Buffer> {
  const body = await text(request);
  const isTold = body.lastIndexOf('"role":"tool"') > body.lastIndexOf('"role":"user"');
  if (isTold) last = body;
  return isTold ? spoken : asked;
}

const envelope = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'bench' };
const usage = { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050 };

function stream(deltas: readonly object[], reason: string): Buffer {
  const chunks = [
    ...deltas.map((delta) => ({ ...envelope, choices: [{ index: 0, delta, finish_reason: null }] })),
    { ...envelope, choices: [{ index: 0, delta: {}, finish_reason: reason }] },
    { ...envelope, choices: [], usage },
  ];
  return Buffer.from(`${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`);
}

const spoken = stream((REPLY.match(/\S+\s*/g) ?? []).map((content, index) => (index === 0 ? { role: 'assistant', content } : { content })), 'stop');
const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'get_menu', arguments: '' } };
const parts = ['{"restaurant', '_name":"', 'Swati', ' Snacks"}'].map((part) => ({ tool_calls: [{ index: 0, function: { arguments: part } }] }));
const asked = stream([{ role: 'assistant', content: null, tool_calls: [call] }, ...parts], 'tool_calls');

answerTask('serve', z.object({}), async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return { url: `http://127.0.0.1:${address.port}/v1` };
});

/** The last request with a menu in it, as it came: what others ask in the same words. */
answerTask('last-request', z.object({}), () => Promise.resolve(last));
