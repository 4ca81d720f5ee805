import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { withAgent } from '../bench/programs/agent-program';
import { withApi } from '../bench/programs/api-program';
import { withRedis } from '../bench/programs/redis-program';
import type { ChildProgram } from '../bench/programs/child-program';
import { programOf } from '../stack/apps';

/** A process of the system whose use of the machine can be seen. */
export interface ObservedProcess {
  readonly name: string;
  readonly usage: () => Promise<{ residentBytes: number; cpuSeconds: number }>;
}

/** What is loaded. */
export interface System {
  readonly agentUrls: readonly string[];
  readonly apiUrl: string;
  /** Empty where the system is not ours. */
  readonly processes: readonly ObservedProcess[];
}

/** Runs `use` with two agents, one API on the embedded database and redis-server, all of its own, as built. */
export async function withOwnSystem<Result>(signal: AbortSignal, use: (system: System) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'foodie-load-'));
  const api = { program: programOf('restaurant-api'), dataFolder: join(folder, 'api'), mongoUri: undefined };
  try {
    return await withRedis((redisUrl) =>
      withApi(api, [], signal, ({ program: apiProgram, url: apiUrl }) => {
        const agent = (name: string) => ({ name, program: programOf('chat-agent'), apiUrl, redisUrl, dataFolder: folder, environment: { CHAT_MODEL: 'local' } });
        return withAgent(agent('chat-agent 1'), signal, (one) =>
          withAgent(agent('chat-agent 2'), signal, (other) =>
            withRedisUsage(redisUrl, (redis) =>
              use({ agentUrls: [one.url, other.url], apiUrl, processes: [...[one.program, other.program, apiProgram].map(observed), redis] }),
            ),
          ),
        );
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function observed(program: ChildProgram): ObservedProcess {
  return { name: program.name, usage: () => program.usage() };
}

async function withRedisUsage<Result>(url: string, use: (redis: ObservedProcess) => Promise<Result>): Promise<Result> {
  const client = new Redis(url);
  const usage = async () => {
    const info = await client.info();
    const value = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? Number.NaN);
    return { residentBytes: value('used_memory_rss'), cpuSeconds: value('used_cpu_user') + value('used_cpu_sys') };
  };
  try {
    return await use({ name: 'redis-server', usage });
  } finally {
    client.disconnect();
  }
}
