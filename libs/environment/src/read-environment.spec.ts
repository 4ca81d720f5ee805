import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, flag, list, oneOf, readEnvironment, secret, text, url, wholeNumber } from './index';

const declared = {
  PORT: wholeNumber({ description: 'Port.', min: 1, max: 65_535, default: 8000 }),
  MODE: oneOf(['fast', 'safe'], { description: 'Mode.', default: 'safe' }),
  VERBOSE: flag({ description: 'Verbose.', default: false }),
  NAME: text({ description: 'Name.' }),
  KEY: secret({ description: 'Key.', minLength: 8 }),
  STORE_URL: url(['redis:', 'rediss:'], { description: 'Store.' }),
  ORIGINS: list({ description: 'Origins.', default: '' }),
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(declared, source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('readEnvironment', () => {
  it('gives defaults where variables are unset or empty', () => {
    expect(readEnvironment(declared, { PORT: '', NAME: '  ' })).toEqual({
      PORT: 8000,
      MODE: 'safe',
      VERBOSE: false,
      NAME: undefined,
      KEY: undefined,
      STORE_URL: undefined,
      ORIGINS: [],
    });
  });

  it('reads values of each kind', () => {
    const source = { PORT: '1', MODE: 'fast', VERBOSE: 'Yes', NAME: 'a', KEY: '12345678', STORE_URL: 'rediss://h', ORIGINS: 'a, b' };
    expect(readEnvironment(declared, source)).toEqual({
      PORT: 1,
      MODE: 'fast',
      VERBOSE: true,
      NAME: 'a',
      KEY: '12345678',
      STORE_URL: 'rediss://h',
      ORIGINS: ['a', 'b'],
    });
  });

  it.each(['0', '65536', 'abc', '8e3', '80.5', '0x10', '١٢'])('refuses PORT=%s and says what it should be', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([`PORT should be a whole number from 1 to 65535, got ${JSON.stringify(PORT)}`]);
  });

  it('lists every problem at once', () => {
    expect(problemsOf({ MODE: 'slow', VERBOSE: 'maybe', NAME: 'x'.repeat(2_001) })).toHaveLength(3);
  });

  it('never repeats a secret or a URL', () => {
    const said = problemsOf({ KEY: 'hunter2', STORE_URL: 'http://user:hunter2@host' }).join('\n');
    expect(said).toContain('KEY should be a secret of at least 8 characters');
    expect(said).toContain('STORE_URL should be a URL that begins with redis:// or rediss://');
    expect(said).not.toContain('hunter2');
  });
});
