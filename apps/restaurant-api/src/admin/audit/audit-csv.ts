import type { AuditEntry } from '@foodie-express/contracts';

const columns = ['at', 'action', 'kind', 'id', 'name', 'username', 'role', 'request_id', 'before', 'after'];

/** Entries as CSV (RFC 4180) with a line of headings. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  return line(columns) + lines(entries);
}

/** The same in parts, made as the entries come; the first one once there are entries or none will come. */
export async function* auditCsvParts(portions: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string, void, undefined> {
  let isFirst = true;
  for await (const entries of portions) {
    yield isFirst ? auditCsv(entries) : lines(entries);
    isFirst = false;
  }
  if (isFirst) yield auditCsv([]);
}

function lines(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => line(cells(entry))).join('');
}

function cells({ at, action, subject, by, request_id, before, after }: AuditEntry): string[] {
  return [at, action, subject.kind, subject.id, subject.name, by.username, by.role, request_id, JSON.stringify(before), JSON.stringify(after)];
}

function line(row: readonly string[]): string {
  return `${row.map(quoted).join(',')}\r\n`;
}

/** What makes a formula of a text, full width too, after blanks too; and the control characters that some programs cut off. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text that begins like a formula is kept from being one: spreadsheets run what strangers wrote. */
function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
