import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderSchema, type Quote } from '@foodie-express/contracts';
import pc from 'picocolors';
import { z } from 'zod';
import { AgentClient, AgentDownError, AgentRefusal } from '../chat/agent-client';
import { orderTable } from '../chat/order-table';
import { printable } from '../chat/printable';
import { appDefinitions } from '../stack/apps';
import { assertBuilt, buildApps } from '../stack/build';
import { parseFlags } from '../stack/command-line';
import { ServiceLog } from '../stack/service-log';
import { Stack } from '../stack/stack';
import { StackError } from '../stack/stack-error';
import { readStackSettings, urlsOf } from '../stack/stack-settings';
import { listenForStop, type StopRequest } from '../stack/stop-request';
import { differenceOf } from './difference';
import { RESTAURANT, scriptFor, WANTED } from './script';
import { fetchStoredOrders } from './stored-orders';

const HELP = `Plays a conversation from the greeting to the order, on services of its own with data of their own, which it removes again.

  npm run demo                 prints the transcript, then the order as the API stores it
  npm run demo -- --no-build   uses what is already built

The exit code is 0 where exactly the order that was said and confirmed is stored.`;

/** What a shell expects of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** `npm run demo`. Returns the exit code. */
export async function demo(): Promise<number> {
  const flags = parseFlags({ help: { type: 'boolean', short: 'h' }, 'no-build': { type: 'boolean' } });
  if (flags.help === true) {
    console.log(HELP);
    return 0;
  }
  const stopRequest = listenForStop();
  const folder = await mkdtemp(join(tmpdir(), 'foodie-demo-'));
  try {
    console.log(pc.dim('Starting services for the demo ...\n'));
    if (flags['no-build'] === true) assertBuilt();
    else await buildApps(stopRequest.stop);
    return await onOwnStack(folder, stopRequest, play);
  } catch (error) {
    if (stopRequest.stop.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `use` on both apps on free ports. They see nothing of our environment, so that the demo is the same everywhere. */
async function onOwnStack(folder: string, stopRequest: StopRequest, use: (urls: { api: string; agent: string }, stop: AbortSignal) => Promise<number>): Promise<number> {
  const settings = await readStackSettings({ API_PORT: '0', AGENT_PORT: '0', DATA_DIR: folder });
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], CHAT_MODEL: 'local' };
  const logOf = (service: string) =>
    new ServiceLog(join(folder, `${service}.log`), ({ text }) => {
      console.error(`${pc.dim(service)} ${pc.yellow(text)}`);
    });
  const stack = await Stack.start(appDefinitions(settings, environment), { logOf, stopRequest, graceMs: settings.graceMs });
  try {
    return await use(urlsOf(settings), stopRequest.stop);
  } finally {
    await stack.stop();
  }
}

async function play({ api, agent }: { readonly api: string; readonly agent: string }, stop: AbortSignal): Promise<number> {
  const account = { username: 'demo', email: 'demo@example.com', password: `${randomUUID()}1a` };
  const client = new AgentClient(agent, `demo-${randomUUID()}`);
  let confirmed: Quote | undefined;
  for (const message of scriptFor(account)) {
    console.log(`${pc.bold(pc.cyan('you ›'))} ${message.replace(account.password, '••••••••')}`);
    const reply = await said(client, message, stop);
    console.log(`${printable(reply.response)}\n`);
    if (reply.pending_order !== undefined && JSON.stringify(reply.pending_order) !== JSON.stringify(confirmed)) {
      confirmed = reply.pending_order;
      console.log(`${orderTable(confirmed)}\n`);
    }
  }
  const stored = await fetchStoredOrders(api, account);
  console.log(`${pc.bold(`GET ${api}/orders/`)} answers:\n${JSON.stringify(stored, null, 2)}\n`);
  const difference = differenceOf(z.array(orderSchema).parse(stored), { restaurant: RESTAURANT, lines: WANTED }, confirmed);
  console.log(difference === undefined ? pc.green('The order stands as it was said and confirmed.') : pc.red(difference));
  return difference === undefined ? 0 : 1;
}

async function said(client: AgentClient, message: string, stop: AbortSignal) {
  try {
    return await client.send(message, { onText: () => undefined, onTool: () => undefined }, stop);
  } catch (error) {
    if (error instanceof AgentRefusal || error instanceof AgentDownError) throw new StackError(printable(error.message), { cause: error });
    throw error;
  }
}
