import { join } from 'node:path';
import { table } from '../../bench-language/table';
import { programOf } from '../../stack/apps';
import { type RunningAgent, withAgent } from '../programs/agent-program';
import { withApi } from '../programs/api-program';
import { type LoadRequest, loadResultSchema } from '../programs/load-task';
import { withRedis } from '../programs/redis-program';
import type { Subject, Workbench } from './subject';

/** One after the other: what a turn costs, not what the machine takes. */
const CONNECTIONS = 1;
const WARM_UP_TURNS = 500;

/** What is said again and again; an order is cancelled in the next message, so that none grows. */
const conversations: Readonly<Record<string, readonly string[]>> = {
  hello: ['hello'],
  'the menu of a restaurant': ['show me the menu of Swati Snacks'],
  'the restaurants of a cuisine': ['which gujarati restaurants are there?'],
  'an order, then its cancellation': ['two masala dosas from Sankalp Restaurant', 'cancel my order'],
};

/** A turn with the local model, on an agent that is warm: the whole way from the request to the reply, Redis and API included. */
export const localTurns: Subject = {
  name: 'local-turns',
  title: 'POST /chat with the local model, one message after the other',
  run: async (workbench) => {
    const { signal, folder, apiProgram } = workbench;
    const api = { program: apiProgram, dataFolder: join(folder, 'local-turns-api'), mongoUri: undefined };
    return withRedis((redisUrl) =>
      withApi(api, [], signal, ({ url: apiUrl }) => {
        const agent = { name: 'chat-agent', program: programOf('chat-agent'), apiUrl, redisUrl, dataFolder: folder, environment: { CHAT_MODEL: 'local' } };
        return withAgent(agent, signal, (running) => measure(workbench, running));
      }),
    );
  },
};

async function measure(workbench: Workbench, agent: RunningAgent): Promise<string> {
  const rows: string[][] = [];
  for (const [name, messages] of Object.entries(conversations)) rows.push([name, ...(await measureMessages(workbench, agent, messages))]);
  return table(['what is said', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms a turn'], rows);
}

async function measureMessages({ generator, pace, signal }: Workbench, { program, url }: RunningAgent, messages: readonly string[]): Promise<string[]> {
  signal.throwIfAborted();
  const requests = messages.map((message): LoadRequest => {
    return { method: 'POST', path: '/chat', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user_id: 'one', message }) };
  });
  const load = { url, connections: CONNECTIONS, requests };
  await generator.ask('load', { ...load, until: { requests: WARM_UP_TURNS } }, loadResultSchema);
  const before = await program.usage();
  const { answered, seconds, p50, p99 } = await generator.ask('load', { ...load, until: { seconds: pace.seconds } }, loadResultSchema);
  const cpuSeconds = (await program.usage()).cpuSeconds - before.cpuSeconds;
  return [(answered / seconds).toFixed(0), p50.toFixed(1), p99.toFixed(1), ((1_000 * cpuSeconds) / answered).toFixed(2)];
}
