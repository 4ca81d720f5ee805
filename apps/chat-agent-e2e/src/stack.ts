import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppProcess, RedisServer } from '@foodie-express/testing';

/** Both apps as they are deployed, with an embedded database and a redis-server of their own. */
export class Stack {
  readonly agents: AppProcess[] = [];

  private constructor(
    readonly redis: RedisServer,
    readonly api: AppProcess,
    private readonly folder: string,
  ) {}

  static async start(agentEnvironment: Readonly<Record<string, string>> = {}, apiEnvironment: Readonly<Record<string, string>> = {}): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), 'foodie-e2e-'));
    const [redis, api] = await Promise.all([RedisServer.start(), AppProcess.start('restaurant-api', { DATA_DIR: join(folder, 'api'), NODE_ENV: 'test', ...apiEnvironment })]);
    const stack = new Stack(redis, api, folder);
    await stack.addAgent(agentEnvironment);
    return stack;
  }

  /** The agent that was started first. */
  get agent(): AppProcess {
    const [agent] = this.agents;
    if (agent === undefined) throw new Error('the stack has no agent');
    return agent;
  }

  async addAgent(environment: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const agent = await AppProcess.start('chat-agent', {
      NODE_ENV: 'test',
      DATA_DIR: join(this.folder, 'agent'),
      API_URL: this.api.url,
      REDIS_URL: this.redis.url,
      MESSAGES_PER_MINUTE: '10000',
      MESSAGES_PER_MINUTE_PER_ADDRESS: '10000',
      MENU_CACHE_AGE: '0',
      ...environment,
    });
    this.agents.push(agent);
    return agent;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.agents.map((agent) => agent.stop()), this.api.stop()]);
    await this.redis.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
