import pc from 'picocolors';
import { machine } from '../bench/report/machine';
import { assertBuilt, buildApps } from '../stack/build';
import { parseFlags, UsageError } from '../stack/command-line';
import { listenForStop } from '../stack/stop-request';
import { orderFaults } from './people/orders';
import { Person } from './people/person';
import { planAll } from './people/plans';
import { conversationOf, FEWEST_TURNS } from './people/turns';
import { faultList, resourceTable, turnTable } from './report';
import { watching } from './resource-watch';
import { RestaurantApi } from './restaurant-api';
import { type System, withOwnSystem } from './system';

const HELP = `Lets many people order at the same time, checks every reply and every order, and prints how long they waited.

  npm run load                                100 people, 10 turns each, against two agents, one API and redis-server of its own
  npm run load -- --users 20 --turns 6        fewer people, shorter conversations (at least ${FEWEST_TURNS} turns)
  npm run load -- --url URL                   a system that runs: an agent, or the proxy before it; may be given again
  npm run load -- --url URL --api URL         where restaurant-api has another address than the first --url
  npm run load -- --no-build                  uses what is already built

Everybody orders another dish or another number of it, corrects the number, registers, confirms and asks for it; consecutive messages
go to different --url. Ends with exit code 1 where an answer is an error, a reply is not about that person's order, or the API
has anything but exactly that order for each. A system that runs must allow so many messages and registrations a minute
(MESSAGES_PER_MINUTE_PER_ADDRESS, RATE_LIMIT); what its processes use cannot be seen from here, and only orders of these people
are looked up.`;

/** What a shell expects of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;
const MAX_USERS = 10_000;
const MAX_TURNS = 1_000;

interface Size {
  readonly users: number;
  readonly turns: number;
}

/** `npm run load`. Returns the exit code. */
export async function load(): Promise<number> {
  const flags = parseFlags({
    help: { type: 'boolean', short: 'h' },
    users: { type: 'string', default: '100' },
    turns: { type: 'string', default: '10' },
    url: { type: 'string', multiple: true },
    api: { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  if (flags.help === true) {
    console.log(HELP);
    return 0;
  }
  const size = { users: wholeNumber('users', flags.users, 1, MAX_USERS), turns: wholeNumber('turns', flags.turns, FEWEST_TURNS, MAX_TURNS) };
  const { stop: signal } = listenForStop();
  try {
    if (flags.url !== undefined) return await loadSystem(givenSystem(flags.url, flags.api), size, signal);
    if (flags.api !== undefined) throw new UsageError('--api goes with --url: see --help.');
    if (flags['no-build'] !== true) await buildApps(signal);
    assertBuilt();
    return await withOwnSystem(signal, (system) => loadSystem(system, size, signal));
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  }
}

async function loadSystem(system: System, { users, turns }: Size, signal: AbortSignal): Promise<number> {
  const api = await RestaurantApi.at(system.apiUrl);
  const plans = await planAll(api, users);
  const conversation = conversationOf(turns);
  console.log(`${machine()}\n\n${users} people, ${turns} turns each, over ${system.agentUrls.length} address${system.agentUrls.length === 1 ? '' : 'es'}\n`);
  const begin = performance.now();
  const [conversations, uses] = await watching(system.processes, () =>
    Promise.all(plans.map((plan, number) => new Person(number, plan, system.agentUrls).converse(conversation, signal))),
  );
  const seconds = (performance.now() - begin) / 1_000;
  const records = conversations.flat();
  console.log(`${turnTable(records, seconds)}\n`);
  if (uses.length > 0) console.log(`${resourceTable(uses, records.length)}\n`);
  const faults = [...records.flatMap(({ fault }) => fault ?? []), ...(await orderFaults(api, plans, signal))];
  if (faults.length > 0) {
    console.log(pc.red(`${faults.length} faults:\n${faultList(faults)}`));
    return 1;
  }
  console.log(pc.green(`${records.length} replies, each to its own person, and ${users} orders in the API: exactly one for each, as wanted.`));
  return 0;
}

function givenSystem(urls: readonly string[], apiUrl: string | undefined): System {
  const agentUrls = urls.map(baseUrl);
  const [first = ''] = agentUrls;
  return { agentUrls, apiUrl: apiUrl === undefined ? first : baseUrl(apiUrl), processes: [] };
}

/** @throws UsageError */
function baseUrl(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) throw new UsageError(`"${text}" is no address: it should be such as http://127.0.0.1:5000.`);
  return text.replace(/\/+$/, '');
}

/** @throws UsageError */
function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new UsageError(`--${flag} takes a whole number from ${min} to ${max}.`);
  return value;
}
