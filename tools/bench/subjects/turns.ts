import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { programOf } from '../../stack/apps';
import { type Comparison, comparisonTable } from '../measuring/comparison';
import { measureRounds, type Target } from '../measuring/paired-rounds';
import { type RunningAgent, withAgent } from '../programs/agent-program';
import { withApi } from '../programs/api-program';
import { type ChildProgram, withProgram } from '../programs/child-program';
import type { LoadRequest } from '../programs/load-task';
import { withRedis } from '../programs/redis-program';
import { servedSchema } from '../programs/serve-task';
import { type TurnTask, turnTaskSchema } from '../programs/turn-task';
import { frameworkProgram, installPeers } from './peers';
import type { Subject, Workbench } from './subject';

/** Of the turns of the bare loop, and of those of the framework, that ours should reach. */
const GOALS = { loop: 1 / 1.3, framework: 3 };
const HISTORY_LIMIT = 40;

const modelProgram = fileURLToPath(new URL('../programs/scripted-model.ts', import.meta.url));
const loopProgram = fileURLToPath(new URL('../programs/openai-loop.ts', import.meta.url));

/** As many conversations as connections, each in its turn. */
const turn: LoadRequest = {
  method: 'POST',
  path: '/chat',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ user_id: 'person-[<connection>]', message: 'show me the menu of Swati Snacks' }),
};

/** A turn with a model that answers at once: chat-agent as built, the bare client loop, and a framework, on the same servers. */
export const turns: Subject = {
  name: 'turns',
  title: 'POST /chat with a model that answers at once: two model calls and a tool call each',
  run: async (workbench) => {
    const { signal, folder, apiProgram } = workbench;
    await installPeers(signal);
    const api = { program: apiProgram, dataFolder: join(folder, 'turns-api'), mongoUri: undefined };
    return withProgram(modelProgram, { name: 'the model', signal }, async (model) => {
      const { url: modelUrl } = await model.ask('serve', {}, servedSchema);
      return withRedis((redisUrl) =>
        withApi(api, [], signal, ({ url: apiUrl }) => {
          const environment = { CHAT_MODEL: 'openai', OPENAI_BASE_URL: modelUrl, OPENAI_API_KEY: 'none', SESSION_HISTORY_LIMIT: String(HISTORY_LIMIT) };
          const agent = { name: 'chat-agent', program: programOf('chat-agent'), apiUrl, redisUrl, dataFolder: folder, environment };
          return withAgent(agent, signal, async (ours) => compare(workbench, ours, await taskOf(ours, model, modelUrl, redisUrl)));
        }),
      );
    });
  },
};

async function compare(workbench: Workbench, ours: RunningAgent, task: TurnTask): Promise<string> {
  const loop = await against(workbench, ours, task, loopProgram, { call: 'a loop of the openai client', goal: GOALS.loop });
  const framework = await against(workbench, ours, task, frameworkProgram, { call: '@openai/agents', goal: GOALS.framework });
  return comparisonTable([loop, framework], ['chat-agent beside', 'ours', 'theirs']);
}

function against(
  { generator, pace, signal }: Workbench,
  ours: RunningAgent,
  task: TurnTask,
  path: string,
  { call, goal }: Pick<Comparison, 'call' | 'goal'>,
): Promise<Comparison> {
  return withProgram(path, { name: call, signal }, async (program) => {
    const { url } = await program.ask('serve', task, servedSchema);
    const target = (side: RunningAgent): Target => ({ ...side, requests: [turn] });
    return { call, goal, rounds: await measureRounds(generator, target(ours), target({ program, url }), pace, signal) };
  });
}

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string().nullish() })),
  tools: turnTaskSchema.shape.tools,
});

/** What ours sends to the model and gets from its tool, so that the others send and get the same. */
async function taskOf(ours: RunningAgent, model: ChildProgram, modelUrl: string, redisUrl: string): Promise<TurnTask> {
  const body = { user_id: 'first', message: 'show me the menu of Swati Snacks' };
  await fetch(`${ours.url}/chat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { messages, tools } = requestSchema.parse(JSON.parse(await model.ask('last-request', {}, z.string())));
  const said = (role: string) => messages.filter((message) => message.role === role).map(({ content }) => content ?? '');
  return { modelUrl, redisUrl, systemPrompt: said('system').join('\n\n'), tools, toolResult: said('tool').join(''), historyLimit: HISTORY_LIMIT };
}
