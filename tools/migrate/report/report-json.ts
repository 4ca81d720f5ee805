import type { Report } from './report';

/** The whole report for programs. */
export function reportJson(report: Report, isDryRun: boolean): string {
  const counted = [...report.counts].map(([name, { read, written, alreadyThere, adapted, inPart, doesNotFit }]) => [
    name,
    { read, written, already_there: alreadyThere, adapted, in_part: inPart, does_not_fit: doesNotFit },
  ]);
  const misfits = report.misfits.map(({ collection, id, path, reason, inPart }) => ({ collection, id, path, reason, in_part: inPart }));
  const content = { dry_run: isDryRun, collections: Object.fromEntries(counted) as unknown, adapted: report.adapted(), does_not_fit: misfits, kept: report.kept };
  return `${JSON.stringify(content, null, 2)}\n`;
}
