/** Times of single runs, in milliseconds. */
export class Timing {
  private readonly runs: number[] = [];

  /** Runs the function, keeps how long it took, and answers what it answered. */
  measure<T>(run: () => T): T {
    const start = performance.now();
    const result = run();
    this.runs.push(performance.now() - start);
    return result;
  }

  /** The time that this part of the runs stayed under: 0.5 is the median. 0 without runs. */
  quantile(part: number): number {
    const sorted = [...this.runs].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  }
}
