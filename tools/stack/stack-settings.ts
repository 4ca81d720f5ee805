import { resolve } from 'node:path';
import { readEnvironment, text, wholeNumber } from '@foodie-express/environment';
import { baseUrl } from './service';
import { freePort } from './port';
import { StackError } from './stack-error';
import { workspaceRoot } from './workspace';

/** The variables of the services that whoever starts them must know as well. */
const variables = {
  API_HOST: text({ description: 'Address that restaurant-api listens on.', default: '127.0.0.1' }),
  API_PORT: wholeNumber({ description: 'Port of restaurant-api.', min: 0, max: 65_535, default: 8000 }),
  AGENT_HOST: text({ description: 'Address that chat-agent listens on.', default: '127.0.0.1' }),
  AGENT_PORT: wholeNumber({ description: 'Port of chat-agent.', min: 0, max: 65_535, default: 5000 }),
  DATA_DIR: text({ description: 'Folder for all data of the stack.', default: '.data' }),
  SHUTDOWN_TIMEOUT: wholeNumber({ description: 'What a service gets to stop.', unit: 'seconds', min: 1, max: 300, default: 10 }),
};

export interface StackSettings {
  readonly apiHost: string;
  readonly apiPort: number;
  readonly agentHost: string;
  readonly agentPort: number;
  /** Absolute path. */
  readonly dataFolder: string;
  /** What a service gets to stop before it is killed, in milliseconds: its own time and a little more. */
  readonly graceMs: number;
}

/**
 * @throws EnvironmentError where a variable does not fit
 * @throws StackError where both services are given one port
 */
export async function readStackSettings(source: Readonly<Record<string, string | undefined>>): Promise<StackSettings> {
  const { API_HOST, API_PORT, AGENT_HOST, AGENT_PORT, DATA_DIR, SHUTDOWN_TIMEOUT } = readEnvironment(variables, source);
  if (API_PORT !== 0 && API_PORT === AGENT_PORT) throw new StackError(`API_PORT and AGENT_PORT are both ${API_PORT}: give each a port of its own.`);
  return {
    apiHost: API_HOST,
    apiPort: API_PORT === 0 ? await freePort(API_HOST) : API_PORT,
    agentHost: AGENT_HOST,
    agentPort: AGENT_PORT === 0 ? await freePort(AGENT_HOST) : AGENT_PORT,
    dataFolder: resolve(workspaceRoot, DATA_DIR),
    graceMs: (SHUTDOWN_TIMEOUT + 2) * 1_000,
  };
}

/** Where the API and the agent are reached from this machine. */
export function urlsOf({ apiHost, apiPort, agentHost, agentPort }: StackSettings): { readonly api: string; readonly agent: string } {
  return { api: baseUrl(apiHost, apiPort), agent: baseUrl(agentHost, agentPort) };
}
