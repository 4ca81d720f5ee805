import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@foodie-express/contracts';
import { auditCsvParts } from './audit-csv';

async function* inPortions(...portions: AuditEntry[][]): AsyncGenerator<AuditEntry[]> {
  yield* await Promise.resolve(portions);
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

const entry: AuditEntry = {
  id: '1',
  at: '2026-03-01T10:00:00.000Z',
  action: 'restaurant.changed',
  subject: { kind: 'restaurant', id: '2', name: 'Somewhere' },
  by: { id: '3', username: 'root', role: 'admin' },
  before: { area: 'a, "b"' },
  after: null,
  request_id: 'r',
};
const headings = '"at","action","kind","id","name","username","role","request_id","before","after"';
const row = '"2026-03-01T10:00:00.000Z","restaurant.changed","restaurant","2","Somewhere","root","admin","r","{""area"":""a, \\""b\\""""}","null"';

describe('auditCsvParts', () => {
  it('quotes every cell, with one line of headings for all portions', async () => {
    const csv = await textOf(auditCsvParts(inPortions([entry], [entry, entry])));
    expect(csv.split('\r\n')).toEqual([headings, row, row, row, '']);
  });

  it('is its headings where there is no entry', async () => {
    expect(await textOf(auditCsvParts(inPortions()))).toBe(`${headings}\r\n`);
  });

  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1'])('keeps the formula %j from being run', async (name) => {
    const csv = await textOf(auditCsvParts(inPortions([{ ...entry, subject: { ...entry.subject, name } }])));
    expect(csv).toContain(`"'${name.replaceAll('"', '""')}"`);
  });
});
