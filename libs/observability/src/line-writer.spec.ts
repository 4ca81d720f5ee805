import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LineWriter } from './line-writer';

describe('LineWriter', () => {
  let written: string[];
  let writer: LineWriter;

  beforeEach(() => {
    jest.useFakeTimers();
    written = [];
    writer = new LineWriter({ write: (text: string) => { written.push(text); } });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('writes the lines of a moment at once, in their order, and none twice', () => {
    writer.write('1\n');
    writer.write('2\n');
    expect(written).toEqual([]);
    jest.advanceTimersByTime(10);
    writer.write('3\n');
    writer.flushSync();
    jest.advanceTimersByTime(10);
    expect(written).toEqual(['1\n2\n', '3\n']);
  });

  it('does not wait where much is to be written', () => {
    const line = `${'x'.repeat(40_000)}\n`;
    writer.write(line);
    writer.write(line);
    expect(written).toEqual([line + line]);
  });
});
