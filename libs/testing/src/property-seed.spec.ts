import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

describe('property tests', () => {
  it('draw the same in every run, unless they are asked to draw anew', () => {
    expect(Object.hasOwn(fc.readConfigureGlobal(), 'seed')).toBe(process.env['PROPERTY_SEED'] !== 'random');
  });
});
