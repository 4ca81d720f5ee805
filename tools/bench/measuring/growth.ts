import { median } from '../report/statistics';

const SAMPLES_COMPARED = 3;

/** By which part the last values are above the first ones: 0.1 is 10 % more, negative is less. Medians of three on either side. */
export function growth(values: readonly number[]): number {
  return median(values.slice(-SAMPLES_COMPARED)) / median(values.slice(0, SAMPLES_COMPARED)) - 1;
}
