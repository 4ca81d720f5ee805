import { REJECTED } from '../database/target';
import type { Counts, Report } from './report';

/** How many misfits are shown; the others are in the database and in the report's file. */
const SHOWN = 50;

const columns: readonly (readonly [keyof Counts, string])[] = [
  ['read', 'read'],
  ['written', 'written'],
  ['alreadyThere', 'already there'],
  ['adapted', 'adapted'],
  ['inPart', 'in part'],
  ['doesNotFit', 'does not fit'],
];

/** The report for people. @param isDryRun whether it says what would be */
export function reportText(report: Report, isDryRun: boolean): string {
  return [table(report, isDryRun), adaptations(report), misfits(report), summary(report, isDryRun)].filter((part) => part !== '').join('\n\n');
}

function table(report: Report, isDryRun: boolean): string {
  const titles = columns.map(([count, title]) => (isDryRun && count === 'written' ? 'would write' : title));
  const rows = [...report.counts].map(([name, counts]) => [name, ...columns.map(([count]) => counts[count].toLocaleString('en'))]);
  const widths = titles.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index + 1]?.length ?? 0)));
  const line = ([name = '', ...cells]: readonly string[]) => [name.padEnd(12), ...cells.map((cell, index) => cell.padStart(widths[index] ?? 0))].join('  ');
  return [['', ...titles], ...rows].map(line).join('\n');
}

function adaptations(report: Report): string {
  const rows = report.adapted().map(({ what, documents }) => `  ${documents.toLocaleString('en').padStart(7)}  ${what}`);
  return rows.length === 0 ? '' : ['Adapted:', ...rows].join('\n');
}

function misfits({ misfits: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all.slice(0, SHOWN).map(({ collection, id, path, reason, inPart }) => `  ${collection} ${id}  ${path}: ${reason}${inPart ? ' (the rest is taken over)' : ''}`);
  const more = all.length > SHOWN ? [`  and ${(all.length - SHOWN).toLocaleString('en')} more: --report FILE lists all`] : [];
  return ['Does not fit:', ...rows, ...more].join('\n');
}

function summary(report: Report, isDryRun: boolean): string {
  const written = report.sum('written');
  if (isDryRun) return `Dry run: nothing was written. A run would write ${written.toLocaleString('en')} documents.`;
  const changed = written === 0 ? '0 changed: all that fits is there already.' : `${written.toLocaleString('en')} documents written.`;
  const kept = `${report.kept.toLocaleString('en')} documents that do not fit, or not whole, are kept as they are in the collection ${REJECTED}.`;
  return report.kept === 0 ? changed : `${changed} ${kept}`;
}
