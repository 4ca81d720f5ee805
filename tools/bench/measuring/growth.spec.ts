import { expect, it } from '@jest/globals';
import { growth } from './growth';

it.each([
  ['nothing grows', [50, 52, 51, 51, 52, 50], 0],
  ['a leak', [100, 110, 120, 130, 140, 150], 140 / 110 - 1],
  ['a single high sample', [100, 100, 100, 100, 900, 100], 0],
  ['what shrinks', [200, 200, 200, 100, 100, 100], -0.5],
])('%s', (_, values, expected) => {
  expect(growth(values)).toBeCloseTo(expected);
});
