import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedMongoError, startEmbeddedMongo } from '@foodie-express/embedded-mongo';
import { collections, EMBEDDED_DATABASE } from '@foodie-express/restaurant-data';
import { MongoError } from 'mongodb';
import pc from 'picocolors';
import { StackError } from '../stack/stack-error';
import { loadEnvironmentFile } from '../stack/workspace';
import { type MigrationSettings, readSettings } from './arguments';
import { connect, type Connection, SOURCE, TARGET } from './database/connection';
import { isSameDatabase } from './database/same-database';
import { collectionNames, legacyName, Source } from './database/source';
import { Target } from './database/target';
import { migrate } from './migration';
import type { Report } from './report/report';
import { reportJson } from './report/report-json';
import { reportText } from './report/report-text';
import { HELP } from './texts';

/** `npm run migrate`. Returns the exit code. @throws UsageError, StackError, EnvironmentError with what a person can mend */
export async function run(): Promise<number> {
  loadEnvironmentFile();
  const settings = readSettings(process.env);
  if (settings === undefined) {
    console.log(HELP);
    return 0;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { stop(signal); });
  // Before anything is done, so that no run ends without its report.
  if (settings.reportFile !== undefined) await writeReport(settings.reportFile, '');
  const from = await connect(settings.from, SOURCE);
  try {
    const report = await fromSource(from, settings);
    if (settings.reportFile !== undefined) await writeReport(settings.reportFile, reportJson(report, settings.isDryRun));
    console.log(`\n${reportText(report, settings.isDryRun)}`);
    return 0;
  } catch (error) {
    throw spokenError(error);
  } finally {
    await from.client.close();
  }
}

/** At once, for any line is as good as any other to stop at. */
function stop(signal: 'SIGINT' | 'SIGTERM'): never {
  console.error('\nStopped. Run the same command again to complete it.');
  process.exit(128 + constants.signals[signal]);
}

async function fromSource(from: Connection, settings: MigrationSettings): Promise<Report> {
  await requireLegacyData(from);
  const { to, close } = await openTarget(settings);
  try {
    const isInPlace = await isSameDatabase(from.database, to.database);
    console.log(`From  ${from.spoken}\nTo    ${settings.to === undefined ? `the embedded database in ${settings.dataFolder}` : to.spoken}`);
    if (isInPlace) console.log(pc.dim('Both are the same database: the documents of the Python service are kept in collections named legacy_...'));
    return await migrate(new Source(from.database, isInPlace), new Target(to.database, settings.isDryRun), settings, process.stderr);
  } finally {
    await close();
  }
}

interface OpenTarget {
  readonly to: Connection;
  readonly close: () => Promise<void>;
}

async function openTarget({ to: uri, dataFolder, isDryRun }: MigrationSettings): Promise<OpenTarget> {
  if (uri === undefined) return openEmbedded(join(dataFolder, 'mongo'), isDryRun);
  const to = await connect(uri, TARGET);
  return { to, close: () => to.client.close() };
}

/** A dry run makes no data folder where there is none: it looks into an empty one that goes away. */
async function openEmbedded(folder: string, isDryRun: boolean): Promise<OpenTarget> {
  const passing = isDryRun && !existsSync(folder) ? await mkdtemp(join(tmpdir(), 'foodie-migrate-')) : undefined;
  const server = await startEmbeddedMongo({ dataFolder: passing ?? folder });
  const to = await connect(server.uri, TARGET, EMBEDDED_DATABASE);
  const close = async () => {
    await to.client.close();
    await server.close();
    if (passing !== undefined) await rm(passing, { recursive: true });
  };
  return { to, close };
}

/** A database without the four collections is the wrong one. */
async function requireLegacyData({ database, spoken }: Connection): Promise<void> {
  const wanted = new Set<string>(collectionNames.flatMap((name) => [collections[name], legacyName(name)]));
  const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  if (names.some((name) => wanted.has(name))) return;
  const there = names.length === 0 ? 'is empty' : `has only ${names.slice(0, 10).join(', ')}`;
  throw new StackError(`${spoken} ${there}: --uri should name the database with ${Object.values(collections).join(', ')}.`);
}

async function writeReport(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new StackError(`The report cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function spokenError(error: unknown): unknown {
  if (error instanceof EmbeddedMongoError) return new StackError(error.message, { cause: error });
  if (!(error instanceof MongoError)) return error;
  return new StackError(`The database failed: ${error.message}. What was written stays; run the same command again to complete it.`, { cause: error });
}
