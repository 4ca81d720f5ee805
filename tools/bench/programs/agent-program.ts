import { randomBytes } from 'node:crypto';
import { freePort } from '../../stack/port';
import { type ChildProgram, withProgram } from './child-program';
import { untilHealthy } from './until-healthy';

/** The same for every instance, so that a session goes on at another. */
const secret = randomBytes(48).toString('base64');

/** A build of chat-agent, and what it works with. */
export interface AgentBuild {
  /** For messages. */
  readonly name: string;
  /** Its main.js. */
  readonly program: string;
  readonly apiUrl: string;
  readonly redisUrl: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** What differs: which model answers, for instance. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunningAgent {
  readonly program: ChildProgram;
  readonly url: string;
}

/** Runs `use` with the agent as production runs it, but that nobody sends too many messages a minute. */
export async function withAgent<Result>(build: AgentBuild, signal: AbortSignal, use: (agent: RunningAgent) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const environment = {
    NODE_ENV: 'production',
    SESSION_SECRET: secret,
    MESSAGES_PER_MINUTE: '100000',
    MESSAGES_PER_MINUTE_PER_ADDRESS: '1000000',
    DATA_DIR: build.dataFolder,
    AGENT_PORT: String(port),
    API_URL: build.apiUrl,
    REDIS_URL: build.redisUrl,
    ...build.environment,
  };
  return withProgram(build.program, { name: build.name, environment, signal }, async (program) => {
    const url = `http://127.0.0.1:${port}`;
    await untilHealthy(program, url, signal);
    return use({ program, url });
  });
}
