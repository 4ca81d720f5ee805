import type { AuditEntry } from '@foodie-express/contracts';

const columns = ['at', 'action', 'kind', 'id', 'name', 'username', 'role', 'request_id', 'before', 'after'];

/** Entries as CSV (RFC 4180) with a line of headings. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  return [columns, ...entries.map(cells)].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cells({ at, action, subject, by, request_id, before, after }: AuditEntry): string[] {
  return [at, action, subject.kind, subject.id, subject.name, by.username, by.role, request_id, JSON.stringify(before), JSON.stringify(after)];
}

/** A text that begins like a formula is kept from being one: spreadsheets run what strangers wrote. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
