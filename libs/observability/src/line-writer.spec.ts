import { describe, expect, it } from '@jest/globals';
import { LineWriter } from './line-writer';

describe('LineWriter', () => {
  it('writes the lines of one turn at once, in their order, and none twice', async () => {
    const written: string[] = [];
    const writer = new LineWriter({ write: (text: string) => { written.push(text); } });
    writer.write('1\n');
    writer.write('2\n');
    expect(written).toEqual([]);
    await new Promise((resolve) => { setImmediate(resolve); });
    writer.write('3\n');
    writer.flushSync();
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(written).toEqual(['1\n2\n', '3\n']);
  });
});
