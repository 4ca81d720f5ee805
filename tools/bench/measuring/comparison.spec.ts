import { describe, expect, it } from '@jest/globals';
import { comparisonTable, type Leg, ratioOf, type Round } from './comparison';

function leg(requestsPerSecond: number, changes: Partial<Leg> = {}): Leg {
  return { requestsPerSecond, requestsPerCpuSecond: 2 * requestsPerSecond, p50: 2, p99: 9.96, ...changes };
}

describe('ratioOf', () => {
  it('takes the median of the ratios of single rounds, not the ratio of medians', () => {
    // A machine that is busy in the second round slows both halves of it.
    const rounds = [{ api: leg(600), floor: leg(1_000) }, { api: leg(70), floor: leg(100) }, { api: leg(400), floor: leg(1_000) }];
    expect(ratioOf(rounds, 'requestsPerSecond')).toEqual({ median: 0.6, lowest: 0.4, highest: 0.7 });
  });

  it('measures by processor time apart from time', () => {
    const rounds = [{ api: leg(600, { requestsPerCpuSecond: 500 }), floor: leg(1_000, { requestsPerCpuSecond: 1_000 }) }];
    expect(ratioOf(rounds, 'requestsPerCpuSecond').median).toBe(0.5);
  });
});

describe('comparisonTable', () => {
  it('has a row for each call, with medians over the rounds', () => {
    const rounds: Round[] = [
      { api: leg(500), floor: leg(1_000, { p50: 1 }) },
      { api: leg(660), floor: leg(1_100, { p50: 1.2 }) },
    ];
    const [, , row, ...others] = comparisonTable([{ call: 'GET /a', goal: 0.6, rounds }]).split('\n');
    expect(row?.split(/ {2,}/)).toEqual(['GET /a', '60 %', '55 %', '50 % - 60 %', '55 %', '580', '1050', '2.0 / 10.0', '1.1 / 10.0']);
    expect(others).toEqual([]);
  });
});
