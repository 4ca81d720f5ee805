import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MESSAGE_LENGTH } from '@foodie-express/contracts';
import { z } from 'zod';
import { table } from '../../bench-language/table';
import { programOf } from '../../stack/apps';
import { workspaceRoot } from '../../stack/workspace';
import { withAgent } from '../programs/agent-program';
import { withApi } from '../programs/api-program';
import { withRedis } from '../programs/redis-program';
import type { Subject } from './subject';

/** What the specs of the local model read as well. */
const PHRASES = join(workspaceRoot, 'libs/testing/src/conversations/repeated-phrases.json');

const ORDER = 'two masala dosas from Sankalp Restaurant';
const WARM_UP_TURNS = 20;
/** So many of the slowest are told. */
const TOLD = 5;

interface Turn {
  readonly phrase: string;
  readonly hasOrder: boolean;
  readonly milliseconds: number;
}

/** A turn of the local model whose message is one phrase over and over, as long as a message may be: the slowest of them. */
export const longMessages: Subject = {
  name: 'long-messages',
  title: 'POST /chat with the local model: one phrase, repeated to the longest message',
  run: async ({ signal, folder, apiProgram }) => {
    const api = { program: apiProgram, dataFolder: join(folder, 'long-messages-api'), mongoUri: undefined };
    return withRedis((redisUrl) =>
      withApi(api, [], signal, ({ url: apiUrl }) => {
        const agent = { name: 'chat-agent', program: programOf('chat-agent'), apiUrl, redisUrl, dataFolder: folder, environment: { CHAT_MODEL: 'local' } };
        return withAgent(agent, signal, ({ url }) => measure(url, signal));
      }),
    );
  },
};

async function measure(url: string, signal: AbortSignal): Promise<string> {
  for (let turn = 0; turn < WARM_UP_TURNS; turn++) await timed(url, 'warm-up', ORDER, signal);
  const phrases = z.array(z.string()).parse(JSON.parse(await readFile(PHRASES, 'utf8')));
  const turns: Turn[] = [];
  for (const [index, phrase] of phrases.entries()) {
    for (const hasOrder of [false, true]) {
      const person = `${String(index)}-${String(hasOrder)}`;
      if (hasOrder) await timed(url, person, ORDER, signal);
      turns.push({ phrase, hasOrder, milliseconds: await timed(url, person, phrase.repeat(MAX_MESSAGE_LENGTH).slice(0, MAX_MESSAGE_LENGTH), signal) });
    }
  }
  const slowest = turns.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, TOLD);
  return table(['what is repeated', 'order under way', 'ms'], slowest.map(({ phrase, hasOrder, milliseconds }) => [JSON.stringify(phrase), hasOrder ? 'yes' : 'no', milliseconds.toFixed(0)]));
}

async function timed(url: string, person: string, message: string, signal: AbortSignal): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/chat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user_id: person, message }), signal });
  await response.text();
  if (!response.ok) throw new Error(`POST /chat answered ${String(response.status)} to a message of ${String(message.length)} characters`);
  return performance.now() - began;
}
