import type { AuditRow } from './audit-trail.ts';

/** Rows of an audit trail as JSON lines: one object to a line, ended by LF. */
export async function* toJsonLines(rows: AsyncIterable<AuditRow> | Iterable<AuditRow>): AsyncIterable<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
