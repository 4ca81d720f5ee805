import type { CollectionName } from '@foodie-express/restaurant-data';
import { countReviews } from './database/review-counts';
import { collectionNames, type Source } from './database/source';
import type { Rejection, Target } from './database/target';
import { idOf, type LegacyDocument } from './legacy/values';
import { ProgressBar, type Screen } from './report/progress';
import { Report } from './report/report';
import { ordersStep } from './steps/orders-step';
import { restaurantsStep } from './steps/restaurants-step';
import { reviewsStep } from './steps/reviews-step';
import { type Outcome, type Step, type StepSettings, Surroundings } from './steps/step';
import { usersStep } from './steps/users-step';

/**
 * Takes over every document that is not there yet, users first, for orders and reviews point at them. Each batch is complete in
 * itself: killed at any line, the next run goes on where this one ended.
 */
export async function migrate(source: Source, target: Target, settings: StepSettings, screen: Screen): Promise<Report> {
  const report = new Report();
  if (source.isInPlace && !target.isDryRun && !(await source.isSetAside())) {
    await target.begin();
    await source.setAside();
  }
  const surroundings = await Surroundings.load(target.database, settings);
  const steps: Readonly<Record<CollectionName, Step>> = {
    users: usersStep(surroundings),
    restaurants: restaurantsStep(surroundings),
    orders: ordersStep(surroundings),
    reviews: reviewsStep(surroundings),
  };
  for (const name of collectionNames) await migrateCollection(name, steps[name], { source, target, report, screen });
  if (!target.isDryRun) await countReviews(target.database);
  await target.finish();
  report.kept = await target.countRejections();
  return report;
}

interface Run {
  readonly source: Source;
  readonly target: Target;
  readonly report: Report;
  readonly screen: Screen;
}

async function migrateCollection(name: CollectionName, step: Step, { source, target, report, screen }: Run): Promise<void> {
  const counts = report.of(name);
  const bar = new ProgressBar(screen, name, await source.count(name));
  for await (const batch of source.batches(name)) {
    const there = await target.existing(name, batch.flatMap(({ _id }) => idOf(_id) ?? []));
    const isThere = ({ _id }: LegacyDocument) => there.has(idOf(_id)?.toHexString() ?? '');
    for (const document of batch.filter(isThere)) step.passOver?.(document);
    const fresh = batch.filter((document) => !isThere(document)).map((document) => ({ document, outcome: step.take(document) }));
    for (const part of inOrder(fresh)) await writeBatch(name, part, target, report);
    counts.read += batch.length;
    counts.alreadyThere += batch.filter(isThere).length;
    bar.advance(batch.length);
  }
  bar.end();
}

interface Fresh {
  readonly document: LegacyDocument;
  readonly outcome: Outcome;
}

/** Parts to be written one after another: what makes room for a document may change one that comes before it. */
function inOrder(fresh: readonly Fresh[]): Fresh[][] {
  const parts: Fresh[][] = [];
  for (const next of fresh) {
    const part = parts.at(-1);
    if (part === undefined || (next.outcome.preparations ?? []).length > 0) parts.push([next]);
    else part.push(next);
  }
  return parts;
}

/** What does not fit is kept first: a document that is there is not looked at again. */
async function writeBatch(name: CollectionName, fresh: readonly Fresh[], target: Target, report: Report): Promise<void> {
  await target.reject(name, rejectionsOf(fresh));
  const writes = fresh.flatMap(({ outcome }) => outcome.document ?? []);
  const refused = await target.write(name, writes, fresh.flatMap(({ outcome }) => outcome.preparations ?? []));
  const settled = fresh.map(({ document, outcome }) => ({ document, outcome: afterWrite(outcome, refused) }));
  if (refused.size > 0) await target.reject(name, rejectionsOf(settled));
  await target.forgetRejections(name, settled.filter(({ outcome }) => outcome.faults.length === 0).map(({ document }) => document));
  for (const { document, outcome } of settled) report.add(name, document['_id'], outcome);
}

function rejectionsOf(outcomes: readonly Fresh[]): Rejection[] {
  return outcomes.filter(({ outcome }) => outcome.faults.length > 0).map(({ document, outcome }) => ({ source: document, faults: outcome.faults }));
}

/** Somebody may have taken a name while the batch was on its way. */
function afterWrite(outcome: Outcome, refused: ReadonlyMap<string, string>): Outcome {
  const reason = refused.get(outcome.document?._id.toHexString() ?? '');
  if (reason === undefined) return outcome;
  return { document: undefined, adaptations: [], faults: [...outcome.faults, { path: '_id', reason: `an index of the database refuses it: ${reason}` }] };
}
