/** The value that this part of the values stays under or at, by nearest rank: 0.5 is the median. @param sorted ascending, not empty */
export function quantile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))];
  if (value === undefined) throw new RangeError('no values, so no quantile');
  return value;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ascending = [...values].sort((one, other) => one - other);
  const descending = ascending.toReversed();
  return (quantile(ascending, 0.5) + quantile(descending, 0.5)) / 2;
}
