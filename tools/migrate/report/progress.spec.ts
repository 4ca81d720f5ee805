import { describe, expect, it } from '@jest/globals';
import { ProgressBar } from './progress';

function drawn(isTTY: boolean): string {
  let output = '';
  const bar = new ProgressBar({ isTTY, write: (text: string) => (output += text) }, 'orders', 2_000);
  bar.advance(1_000);
  bar.advance(1_500);
  bar.end();
  return output;
}

describe('the progress bar', () => {
  it('grows in one line of a terminal, beyond what was counted where more has come', () => {
    const [first = '', last = ''] = drawn(true).split('\r').slice(1);
    expect(first).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} 1,000 of 2,000`);
    expect(last).toMatch(/█{30} 2,500 of 2,500$/m);
  });

  it('is silent where there is no terminal', () => {
    expect(drawn(false)).toBe('');
  });
});
