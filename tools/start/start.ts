import { join } from 'node:path';
import pc from 'picocolors';
import { appDefinitions } from '../stack/apps';
import { assertBuilt, buildApps } from '../stack/build';
import { parseFlags } from '../stack/command-line';
import { makeFolder } from '../stack/folder';
import type { LogLine } from '../stack/log-line';
import { assertCanListen } from '../stack/port';
import { ServiceLog } from '../stack/service-log';
import { Stack } from '../stack/stack';
import { StackError } from '../stack/stack-error';
import { readStackSettings, type StackSettings } from '../stack/stack-settings';
import { aborted, listenForStop, type StopRequest } from '../stack/stop-request';
import { loadEnvironmentFile } from '../stack/workspace';
import { HELP, welcome } from './texts';

/** `npm start`: both services until somebody stops them. Returns the exit code: 0 where they were asked to stop and did. */
export async function start(): Promise<number> {
  const flags = parseFlags({ help: { type: 'boolean', short: 'h' }, verbose: { type: 'boolean', short: 'v' }, 'no-build': { type: 'boolean' } });
  if (flags.help === true) {
    console.log(HELP);
    return 0;
  }
  loadEnvironmentFile();
  const settings = await readStackSettings(process.env);
  const stopRequest = listenForStop();
  try {
    return await run(settings, stopRequest, { build: flags['no-build'] !== true, verbose: flags.verbose === true });
  } catch (error) {
    if (stopRequest.stop.aborted && error === stopRequest.stop.reason) return 0;
    throw error;
  }
}

async function run(settings: StackSettings, stopRequest: StopRequest, { build, verbose }: { build: boolean; verbose: boolean }): Promise<number> {
  const definitions = appDefinitions(settings, process.env);
  // Before the build, so that what is wrong is said at once.
  for (const definition of definitions) await assertCanListen(definition);
  const logFolder = join(settings.dataFolder, 'logs');
  await makeFolder(logFolder);
  if (build) {
    console.log(pc.dim('Building (about half a minute the first time) ...'));
    await buildApps(stopRequest.stop);
  } else {
    assertBuilt();
  }
  console.log(pc.dim('Starting ...'));
  const logOf = (service: string) => new ServiceLog(join(logFolder, `${service}.log`), tellAs(service), verbose);
  const stack = await Stack.start(definitions, { logOf, stopRequest, graceMs: settings.graceMs });
  console.log(welcome(settings, logFolder));
  const failure = await Promise.race([stack.failure, aborted(stopRequest.stop)]);
  console.log(pc.dim('Stopping ...'));
  const unclean = await stack.stop();
  if (failure instanceof StackError) throw failure;
  if (unclean.length > 0) throw new StackError(`${unclean.join(' and ')} did not stop in good order; see ${logFolder}.`);
  console.log('Stopped.');
  return 0;
}

function tellAs(service: string) {
  const paint = { info: pc.dim, warn: pc.yellow, error: pc.red, plain: pc.red } as const;
  return ({ level, text }: LogLine) => {
    console.error(`${pc.dim(service.padEnd(14))} ${paint[level](text)}`);
  };
}
