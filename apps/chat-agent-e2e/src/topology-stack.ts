import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppProcess, freePort, NginxServer, RedisServer } from '@foodie-express/testing';
import { parse } from 'yaml';
import { z } from 'zod';

const docker = fileURLToPath(new URL('../../../docker/', import.meta.url));

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({ command: z.array(z.string()).default([]), environment: z.record(z.string(), z.string()).default({}) }),
  ),
});

export const redisPassword = 'opens-redis-in-this-test-only';

/** What docker/.env would hold. */
const secrets: Readonly<Record<string, string>> = {
  JWT_SECRET: 'signs-access-tokens-in-this-test-only',
  SESSION_SECRET: 'signs-session-tokens-in-this-test-only',
  REDIS_PASSWORD: redisPassword,
};

const agentNames = ['chat-agent-1', 'chat-agent-2'] as const;
export type AgentName = (typeof agentNames)[number];

/**
 * The stack of docker/compose.yml as processes of this machine: redis-server with the arguments given there, the built apps with
 * the variables given there, nginx with docker/nginx/nginx.conf. Different are only addresses, and that there is one API, which
 * brings its own database.
 */
export class TopologyStack {
  private readonly agents = new Map<AgentName, AppProcess>();

  private constructor(
    readonly redis: RedisServer,
    readonly api: AppProcess,
    readonly nginx: NginxServer,
    private readonly agentPorts: Readonly<Record<AgentName, number>>,
    private readonly dataFolder: string,
  ) {}

  static async start(): Promise<TopologyStack> {
    const { services } = await readCompose();
    const dataFolder = await mkdtemp(join(tmpdir(), 'foodie-topology-'));
    const [, ...redisSettings] = services['redis']?.command ?? [];
    const redis = await RedisServer.start(redisSettings);
    const started: { stop: () => Promise<unknown> }[] = [redis];
    try {
      const api = await startApi(dataFolder, redis);
      started.push(api);
      const agentPorts = { 'chat-agent-1': await freePort(), 'chat-agent-2': await freePort() };
      const nginx = await startNginx({ ...agentPorts, 'restaurant-api-1': api.port, 'restaurant-api-2': api.port });
      started.push(nginx);
      const stack = new TopologyStack(redis, api, nginx, agentPorts, dataFolder);
      await stack.startAgents();
      return stack;
    } catch (error) {
      await Promise.all(started.map((process) => process.stop()));
      throw error;
    }
  }

  /** Starts the agents that do not run, where nginx looks for them. */
  async startAgents(): Promise<void> {
    const missing = agentNames.filter((name) => !this.agents.has(name));
    await Promise.all(missing.map(async (name) => this.agents.set(name, await this.startAgent(name))));
  }

  /** SIGTERM: the agent finishes what it is doing. */
  async stopAgent(name: AgentName): Promise<void> {
    await this.agent(name).stop();
    this.agents.delete(name);
  }

  async killAgent(name: AgentName): Promise<void> {
    await this.agent(name).kill();
    this.agents.delete(name);
  }

  /** @throws Error where the agent does not run */
  agent(name: AgentName): AppProcess {
    const agent = this.agents.get(name);
    if (agent === undefined) throw new Error(`${name} does not run`);
    return agent;
  }

  /** Which agent answered the request with this ID: the last of those that nginx has logged for it. */
  async servedBy(requestId: string): Promise<AgentName | undefined> {
    const entries = (await this.nginx.accessLog()).map((line) => accessLogSchema.parse(JSON.parse(line)));
    const tried = entries.find((entry) => entry.request_id === requestId)?.upstream.split(', ') ?? [];
    const upstream = tried.at(-1);
    return agentNames.find((name) => upstream === `127.0.0.1:${this.agentPorts[name]}`);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.agents.values(), this.nginx].map((process) => process.stop()));
    await Promise.all([this.api.stop(), this.redis.stop()]);
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  private async startAgent(name: AgentName): Promise<AppProcess> {
    const environment = await appEnvironment(name, {
      AGENT_HOST: '127.0.0.1',
      AGENT_PORT: String(this.agentPorts[name]),
      API_URL: this.api.url,
      REDIS_HOST: '127.0.0.1',
      REDIS_PORT: String(this.redis.port),
      DATA_DIR: join(this.dataFolder, name),
    });
    return AppProcess.start('chat-agent', environment);
  }
}

const accessLogSchema = z.object({ request_id: z.string(), upstream: z.string() });

export function other(name: AgentName): AgentName {
  return name === 'chat-agent-1' ? 'chat-agent-2' : 'chat-agent-1';
}

async function startApi(dataFolder: string, redis: RedisServer): Promise<AppProcess> {
  const environment = await appEnvironment('restaurant-api-1', {
    API_HOST: '127.0.0.1',
    DATA_DIR: dataFolder,
    EMBEDDED_MONGO: 'true',
    MONGODB_URI: '',
    REDIS_URL: redis.url.replace('//', `//:${redisPassword}@`),
  });
  return AppProcess.start('restaurant-api', environment);
}

async function startNginx(ports: Readonly<Record<string, number>>): Promise<NginxServer> {
  const port = await freePort();
  const text = await readFile(join(docker, 'nginx', 'upstreams.conf'), 'utf8');
  const upstreams = Object.entries(ports).reduce((file, [name, upstreamPort]) => {
    return file.replace(new RegExp(`server ${name}:\\d+`), `server 127.0.0.1:${upstreamPort}`);
  }, text);
  const includes = { 'listen.conf': `listen 127.0.0.1:${port};`, 'upstreams.conf': upstreams };
  return NginxServer.start({ configuration: join(docker, 'nginx', 'nginx.conf'), includes }, port);
}

/** The variables of a service as Compose would set them, in production as in the images. */
async function appEnvironment(service: string, own: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { services } = await readCompose();
  return { ...services[service]?.environment, NODE_ENV: 'production', ...own };
}

async function readCompose(): Promise<z.infer<typeof composeSchema>> {
  const text = await readFile(join(docker, 'compose.yml'), 'utf8');
  const interpolate = (_key: unknown, value: unknown) => (typeof value === 'string' ? interpolated(value) : value);
  return composeSchema.parse(parse(text, interpolate, { merge: true }));
}

/** `${NAME:-default}` and `${NAME:?message}` as Compose reads them. */
function interpolated(value: string): string {
  return value.replaceAll(/\$\{([A-Z_]+)(?::-([^}]*)|:\?[^}]*)\}/g, (_whole, name: string, preset: string | undefined) => {
    return secrets[name] ?? preset ?? '';
  });
}
