import { describe, expect, it } from '@jest/globals';
import { auditCsv } from './audit-csv';

describe('auditCsv', () => {
  it('quotes every cell, and keeps formulas from being run', () => {
    const csv = auditCsv([
      {
        id: '1',
        at: '2026-03-01T10:00:00.000Z',
        action: 'restaurant.changed',
        subject: { kind: 'restaurant', id: '2', name: '=HYPERLINK("http://evil")' },
        by: { id: '3', username: 'root', role: 'admin' },
        before: { area: 'a, "b"' },
        after: null,
        request_id: 'r',
      },
    ]);
    expect(csv.split('\r\n')).toEqual([
      '"at","action","kind","id","name","username","role","request_id","before","after"',
      '"2026-03-01T10:00:00.000Z","restaurant.changed","restaurant","2","\'=HYPERLINK(""http://evil"")","root","admin","r","{""area"":""a, \\""b\\""""}","null"',
      '',
    ]);
  });
});
