import { join } from 'node:path';
import { agentHealthSchema, apiHealthSchema } from '@foodie-express/contracts';
import type { ServiceDefinition } from './service';
import { type StackSettings, urlsOf } from './stack-settings';
import { workspaceRoot } from './workspace';

export const appNames = ['restaurant-api', 'chat-agent'] as const;

export type AppName = (typeof appNames)[number];

/** Where the build puts the program of an app. */
export function programOf(app: AppName): string {
  return join(workspaceRoot, 'dist/apps', app, 'main.js');
}

/** Both apps as built, the API first. @param environment is handed down; the addresses and the data folder of `settings` win */
export function appDefinitions(settings: StackSettings, environment: Readonly<Record<string, string | undefined>>): ServiceDefinition[] {
  const { apiHost, apiPort, agentHost, agentPort, dataFolder } = settings;
  return [
    {
      name: 'restaurant-api',
      ...{ host: apiHost, port: apiPort, hostVariable: 'API_HOST', portVariable: 'API_PORT' },
      command: commandOf('restaurant-api'),
      environment: { ...environment, API_HOST: apiHost, API_PORT: String(apiPort), DATA_DIR: dataFolder },
      isHealthy: (health) => apiHealthSchema.safeParse(health).data?.status === 'healthy',
    },
    {
      name: 'chat-agent',
      ...{ host: agentHost, port: agentPort, hostVariable: 'AGENT_HOST', portVariable: 'AGENT_PORT' },
      command: commandOf('chat-agent'),
      environment: { ...environment, AGENT_HOST: agentHost, AGENT_PORT: String(agentPort), API_URL: urlsOf(settings).api, DATA_DIR: dataFolder },
      isHealthy: (health) => agentHealthSchema.safeParse(health).data?.api === 'connected',
    },
  ];
}

function commandOf(app: AppName): ServiceDefinition['command'] {
  const stopWithParent = new URL('stop-with-parent.mjs', import.meta.url).href;
  return [process.execPath, '--enable-source-maps', '--import', stopWithParent, programOf(app)];
}
