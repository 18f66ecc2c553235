import type { AuditRow } from './audit-trail.ts';

/**
 * Rows of an audit trail as CSV (RFC 4180: CRLF, a header, quotes doubled), a line at a time. A cell that a spreadsheet
 * would run as a formula begins with an apostrophe, and so does what a semicolon, a tab or a line break would make one of.
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
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A formula begins with one of these signs, wide ones included, after blanks and signs that are not seen, or not; a negative
 * number is none. A spreadsheet that splits at semicolons or tabs does not mind quotes in the middle of its cell, so
 * what follows one is the beginning of a cell too.
 */
function harmless(text: string): string {
  const runs = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text);
  const first = runs && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return first.replace(/([;\t\r\n])(?=(?:(?![;\t\r\n])[\s\p{Cc}\p{Cf}"])*[=+\-@＝＋－＠])/gu, "$1'");
}
