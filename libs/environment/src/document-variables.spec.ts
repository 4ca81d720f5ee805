import { describe, expect, it } from '@jest/globals';
import { secret, text, variablesExample, variablesTable, wholeNumber } from './index';

const variables = {
  TURN_TIMEOUT: wholeNumber({ description: 'Longest turn.', min: 1, max: 60, default: 25, unit: 'seconds' }),
  ORIGIN: text({ description: 'Origin.', default: '' }),
  KEY: secret({ description: 'Key.', minLength: 8 }),
};

describe('documentation of variables', () => {
  it('is a table, sorted by name', () => {
    expect(variablesTable(variables).split('\n').slice(2)).toEqual([
      '| `KEY` | Key. A secret of at least 8 characters. | unset |  |',
      '| `ORIGIN` | Origin. Text of at most 2,000 characters. | empty |  |',
      '| `TURN_TIMEOUT` | Longest turn. A whole number from 1 to 60. | `25` | seconds |',
    ]);
  });

  it('is an example file', () => {
    expect(variablesExample({ TURN_TIMEOUT: variables.TURN_TIMEOUT })).toBe(
      '# Longest turn. A whole number from 1 to 60, in seconds.\n# TURN_TIMEOUT=25',
    );
  });
});
