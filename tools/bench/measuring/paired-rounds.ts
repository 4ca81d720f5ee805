import type { ChildProgram } from '../programs/child-program';
import { type Load, type LoadRequest, loadResultSchema } from '../programs/load-task';
import type { Leg, Round } from './comparison';

/** Requests at the same time. */
const CONNECTIONS = 20;

/** A program under load. */
export interface Target {
  readonly program: ChildProgram;
  readonly url: string;
  readonly requests: readonly LoadRequest[];
}

export interface Pace {
  readonly rounds: number;
  /** Each half of a round. */
  readonly seconds: number;
  /** Before the rounds, to each program: it runs compiled and optimized code from then on. */
  readonly warmUpRequests: number;
}

/** Loads the API and its floor in turns, and who comes first changes, so that what else the machine does falls on both alike. */
export async function measureRounds(generator: ChildProgram, api: Target, floor: Target, pace: Pace, signal: AbortSignal): Promise<Round[]> {
  for (const target of [api, floor]) await run(generator, target, { requests: pace.warmUpRequests }, signal);
  const halfRound = { seconds: pace.seconds };
  const rounds: Round[] = [];
  while (rounds.length < pace.rounds) {
    const apiFirst = rounds.length % 2 === 0;
    const first = await run(generator, apiFirst ? api : floor, halfRound, signal);
    const second = await run(generator, apiFirst ? floor : api, halfRound, signal);
    rounds.push(apiFirst ? { api: first, floor: second } : { api: second, floor: first });
  }
  return rounds;
}

async function run(generator: ChildProgram, { program, url, requests }: Target, until: Load['until'], signal: AbortSignal): Promise<Leg> {
  signal.throwIfAborted();
  const before = await program.usage();
  const result = await generator.ask('load', { url, connections: CONNECTIONS, requests, until }, loadResultSchema);
  const after = await program.usage();
  return {
    requestsPerSecond: result.answered / result.seconds,
    requestsPerCpuSecond: result.answered / (after.cpuSeconds - before.cpuSeconds),
    p50: result.p50,
    p99: result.p99,
  };
}
