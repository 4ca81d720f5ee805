import { table } from '../bench-language/table';
import { quantile } from '../bench/report/statistics';
import type { TurnRecord } from './people/person';
import type { ResourceUse } from './resource-watch';

/** What the Python service that this one replaces reported of itself, with 100 users. */
const REFERENCE = ['the service before this', '', '', '', '21.7', '', '8300', '', ''];

const MAX_FAULTS_SHOWN = 20;
const HEAD = ['turn', 'requests', 'errors', 'wrong', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms'];
const MIB = 1024 ** 2;

/** A row for each kind of turn, then all of them. @param seconds from the first message to the last reply */
export function turnTable(records: readonly TurnRecord[], seconds: number): string {
  const kinds = [...new Set(records.map(({ turn }) => turn))];
  const rows = kinds.map((kind) => row(kind, records.filter(({ turn }) => turn === kind)));
  return table(HEAD, [...rows, row('all turns', records, (records.length / seconds).toFixed(1)), REFERENCE]);
}

function row(name: string, records: readonly TurnRecord[], rate = ''): string[] {
  const times = records.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const count = (wanted: TurnRecord['outcome']) => String(records.filter(({ outcome }) => outcome === wanted).length);
  return [name, String(records.length), count('error'), count('wrong'), rate, ...[0.5, 0.95, 0.99, 1].map((part) => quantile(times, part).toFixed(0))];
}

/** @param turns so many were answered meanwhile */
export function resourceTable(uses: readonly ResourceUse[], turns: number): string {
  const mib = (bytes: number) => (bytes / MIB).toFixed(0);
  const rows = uses.map(({ name, atStart, peak, atEnd, cpuSeconds }) => [name, mib(atStart), mib(peak), mib(atEnd), ((1_000 * cpuSeconds) / turns).toFixed(2)]);
  return table(['process', 'MiB at start', 'peak', 'at end', 'CPU ms a turn'], [...rows, ['the service before this', '', '58', '', '']]);
}

/** The faults, the first ones in full. */
export function faultList(faults: readonly string[]): string {
  const more = faults.length - MAX_FAULTS_SHOWN;
  return [...faults.slice(0, MAX_FAULTS_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].map((fault) => `- ${fault}`).join('\n');
}
