import type { AuditRow } from './audit-trail.ts';

/**
 * Rows of an audit trail as CSV (RFC 4180: CRLF, a header, quotes doubled), a line at a time. A cell that a spreadsheet
 * would run as a formula begins with an apostrophe.
 */
export async function* toCsv(rows: AsyncIterable<AuditRow> | Iterable<AuditRow>): AsyncIterable<string> {
  yield `${auditColumns.join(',')}\r\n`;
  for await (const row of rows) yield `${auditColumns.map((column) => cellOf(row[column])).join(',')}\r\n`;
}

/** The columns of an audit trail, in order. */
export const auditColumns = [
  'at',
  'order',
  'partner',
  'source',
  'who',
  'what',
  'subject',
  'why',
  'causation',
  'key',
  'traceparent',
  'data',
] as const satisfies readonly (keyof AuditRow)[];

function cellOf(value: AuditRow[keyof AuditRow]): string {
  const text = harmless(typeof value === 'string' ? value : JSON.stringify(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A formula begins with one of these signs, wide ones included, after blanks or not; a negative number is none. */
function harmless(text: string): string {
  const runs = /^[\s\0]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text);
  return runs && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
