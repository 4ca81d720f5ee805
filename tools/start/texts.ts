import pc from 'picocolors';
import { type StackSettings, urlsOf } from '../stack/stack-settings';

export const HELP = `Builds and starts FoodieExpress: restaurant-api and chat-agent, with embedded stores unless variables name others.

  npm start                    until Ctrl-C
  npm start -- --verbose       shows every log line, not only warnings and errors
  npm start -- --no-build      starts what is already built

Environment variables (also read from the file .env):
  API_PORT     port of restaurant-api, 8000
  AGENT_PORT   port of chat-agent, 5000
  DATA_DIR     folder for all data, .data
  All others: docs/configuration.md`;

/** The agent that `npm run chat` talks to where it is told nothing else. */
const DEFAULT_AGENT = 'http://127.0.0.1:5000';

/** What a person is told when everything is up. */
export function welcome(settings: StackSettings, logFolder: string): string {
  const { api, agent } = urlsOf(settings);
  const rows = [
    ['Chat agent', pc.cyan(agent)],
    ['Restaurant API', pc.cyan(api)],
    ['Data', settings.dataFolder],
    ['Logs', logFolder],
  ];
  const chat = agent === DEFAULT_AGENT ? 'npm run chat' : `npm run chat -- --url ${agent}`;
  const message = `{"user_id":"me","message":"show me the restaurants"}`;
  return [
    '',
    pc.bold(pc.green('FoodieExpress is up.')),
    '',
    ...rows.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}`),
    '',
    'Try, in another terminal:',
    `  ${pc.bold(chat)}`,
    `  ${pc.bold(`curl -s ${agent}/chat -H 'content-type: application/json' -d '${message}'`)}`,
    `  ${pc.bold(`curl -s ${api}/restaurants/`)}`,
    '',
    pc.dim('Ctrl-C stops both.'),
  ].join('\n');
}
