import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { chatUserIdSchema } from '@foodie-express/contracts';
import { readEnvironment, text, wholeNumber } from '@foodie-express/environment';
import pc from 'picocolors';
import { parseFlags, UsageError } from '../stack/command-line';
import { loadEnvironmentFile, workspaceRoot } from '../stack/workspace';
import { AgentClient } from './agent-client';
import { Conversation } from './conversation';
import { SessionTokens } from './session-tokens';
import { Terminal } from './terminal';
import { HELP, START_HINT } from './texts';

const variables = {
  AGENT_PORT: wholeNumber({ description: 'Port of chat-agent on this machine.', min: 1, max: 65_535, default: 5000 }),
  DATA_DIR: text({ description: 'Folder in which the conversations of named users are taken up again.', default: '.data' }),
};

/** `npm run chat`: talks with the agent until the input ends. Returns the exit code: 0 where every message got its reply. */
export async function chat(): Promise<number> {
  const flags = parseFlags({ help: { type: 'boolean', short: 'h' }, url: { type: 'string' }, user: { type: 'string' } });
  if (flags.help === true) {
    console.log(HELP);
    return 0;
  }
  loadEnvironmentFile();
  const { AGENT_PORT, DATA_DIR } = readEnvironment(variables, process.env);
  const url = agentUrl(flags.url ?? `http://127.0.0.1:${AGENT_PORT}`);
  const tokens = new SessionTokens(join(resolve(workspaceRoot, DATA_DIR), 'chat'));
  const userId = flags.user === undefined ? undefined : namedUser(flags.user);
  const agent = new AgentClient(url, userId ?? `terminal-${randomUUID()}`, userId === undefined ? undefined : await tokens.read(userId));
  if (!(await agent.isUp())) {
    console.error(`${pc.red(`Nobody answers at ${url}.`)} ${START_HINT}`);
    return 1;
  }
  const terminal = new Terminal(process.stdin, process.stdout);
  if (terminal.isInteractive) console.log(`${pc.bold(pc.green('FoodieExpress'))} ${pc.dim('· say hello, or /help')}\n`);
  try {
    const allAnswered = await new Conversation(agent, terminal).run();
    return allAnswered || terminal.isInteractive ? 0 : 1;
  } finally {
    terminal.close();
    if (userId !== undefined && agent.sessionToken !== undefined) await tokens.save(userId, agent.sessionToken);
  }
}

function agentUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new UsageError(`--url should be an address such as http://127.0.0.1:5000, got "${given}".`);
  return url.href.replace(/\/+$/, '');
}

function namedUser(given: string): string {
  const user = chatUserIdSchema.safeParse(given);
  if (!user.success) throw new UsageError(`--user ${user.error.issues[0]?.message ?? 'does not fit'}, got "${given}".`);
  return user.data;
}
