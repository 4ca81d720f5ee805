import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { programOf } from '../stack/apps';
import { assertBuilt, buildApps } from '../stack/build';
import { parseFlags, UsageError } from '../stack/command-line';
import { listenForStop } from '../stack/stop-request';
import { withProgram } from './programs/child-program';
import { machine } from './report/machine';
import { language } from './subjects/language';
import { longMessages } from './subjects/long-messages';
import { localTurns } from './subjects/local-turns';
import { memory } from './subjects/memory';
import { orders } from './subjects/orders';
import { readSubject } from './subjects/reads';
import { roundTrips } from './subjects/round-trips';
import type { Subject, Workbench } from './subjects/subject';
import { turns } from './subjects/turns';

const subjects: readonly Subject[] = [
  readSubject('restaurants', '/restaurants/'),
  readSubject('menu', '/restaurants/Swati%20Snacks/menu'),
  orders,
  roundTrips,
  memory,
  language,
  turns,
  localTurns,
  longMessages,
];

const HELP = `Measures both apps as built beside the least that could do the same work, in turns, and prints ratios.

  npm run bench                          everything, about fifteen minutes
  npm run bench -- --quick               everything, shorter and less exact
  npm run bench -- --subject NAME        one of ${subjects.map(({ name }) => name).join(', ')}; may be given again
  npm run bench -- --no-build            uses what is already built
  npm run bench -- --api FILE            another build: its main.js

MONGODB_URI names a MongoDB server to use in place of the embedded one. The exit code tells only whether everything ran.`;

const PACE = { rounds: 7, seconds: 3, warmUpRequests: 5_000 };
const QUICK_PACE = { rounds: 3, seconds: 1, warmUpRequests: 1_000 };

/** What a shell expects of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

const generatorProgram = fileURLToPath(new URL('programs/load-generator.ts', import.meta.url));

/** `npm run bench`. Returns the exit code. */
export async function bench(): Promise<number> {
  const flags = parseFlags({
    help: { type: 'boolean', short: 'h' },
    quick: { type: 'boolean', default: false },
    subject: { type: 'string', multiple: true, default: subjects.map(({ name }) => name) },
    'no-build': { type: 'boolean' },
    api: { type: 'string' },
  });
  if (flags.help === true) {
    console.log(HELP);
    return 0;
  }
  const chosen = flags.subject.map(subjectCalled);
  const { stop: signal } = listenForStop();
  const folder = await mkdtemp(join(tmpdir(), 'foodie-bench-'));
  try {
    if (flags.api === undefined && flags['no-build'] !== true) await buildApps(signal);
    if (flags.api === undefined) assertBuilt();
    const apiProgram = flags.api === undefined ? programOf('restaurant-api') : resolve(flags.api);
    console.log(`${machine()}\n`);
    await withProgram(generatorProgram, { name: 'the load generator', signal }, async (generator) => {
      const shared = { folder, apiProgram, mongoUri: process.env['MONGODB_URI'], generator, isQuick: flags.quick, signal };
      await runAll(chosen, { ...shared, pace: flags.quick ? QUICK_PACE : PACE });
    });
    return 0;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAll(chosen: readonly Subject[], workbench: Workbench): Promise<void> {
  for (const subject of chosen) {
    workbench.signal.throwIfAborted();
    console.log(`${pc.bold(subject.title)}\n\n${await subject.run(workbench)}\n`);
  }
}

/** @throws UsageError where there is none */
function subjectCalled(name: string): Subject {
  const subject = subjects.find((candidate) => candidate.name === name);
  if (subject === undefined) throw new UsageError(`There is no subject "${name}": take one of ${subjects.map((each) => each.name).join(', ')}.`);
  return subject;
}
