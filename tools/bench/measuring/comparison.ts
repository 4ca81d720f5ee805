import { table } from '../../bench-language/table';
import { median } from '../report/statistics';

/** One run of a load against one program. Times are milliseconds. */
export interface Leg {
  readonly requestsPerSecond: number;
  /** Requests for each second of processor time of the program, which other work on the machine disturbs less. */
  readonly requestsPerCpuSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** The API and its floor, one right after the other. */
export interface Round {
  readonly api: Leg;
  readonly floor: Leg;
}

/** The rounds of one call, and the part of the floor's requests per second that the API should reach. */
export interface Comparison {
  readonly call: string;
  readonly goal: number;
  readonly rounds: readonly Round[];
}

/** API to floor: the median of the rounds' own ratios, for what disturbs a round disturbs both of its halves. */
export interface Ratio {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export function ratioOf(rounds: readonly Round[], measure: 'requestsPerSecond' | 'requestsPerCpuSecond'): Ratio {
  const ratios = rounds.map(({ api, floor }) => api[measure] / floor[measure]);
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

/** A row for each call; every number is the median of the rounds. @param names of the first column, of the API and of its floor */
export function comparisonTable(comparisons: readonly Comparison[], [call, api, floor] = ['call', 'API', 'bare']): string {
  const sides = [`${api} req/s`, `${floor} req/s`, `${api} p50 / p99 ms`, `${floor} p50 / p99 ms`];
  return table([call, 'goal', 'ratio', 'from - to', 'by CPU time', ...sides], comparisons.map(row));
}

function row({ call, goal, rounds }: Comparison): string[] {
  const ratio = ratioOf(rounds, 'requestsPerSecond');
  const middle = (leg: keyof Round, measure: keyof Leg) => median(rounds.map((round) => round[leg][measure]));
  const times = (leg: keyof Round) => `${middle(leg, 'p50').toFixed(1)} / ${middle(leg, 'p99').toFixed(1)}`;
  return [
    call,
    percent(goal),
    percent(ratio.median),
    `${percent(ratio.lowest)} - ${percent(ratio.highest)}`,
    percent(ratioOf(rounds, 'requestsPerCpuSecond').median),
    middle('api', 'requestsPerSecond').toFixed(0),
    middle('floor', 'requestsPerSecond').toFixed(0),
    times('api'),
    times('floor'),
  ];
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
