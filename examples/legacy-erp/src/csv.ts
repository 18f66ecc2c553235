import type { Issue, Result } from '@dist/canonical';

/** A table as CSV (RFC 4180) with a header, both ways. */
export interface CsvTable<Column extends string> {
  write(rows: readonly Readonly<Record<Column, string>>[]): string;
  /** Any deviation is an issue: another header, a row of another length, a quote in the wrong place. */
  read(text: string): Result<readonly Readonly<Record<Column, string>>[]>;
}

/** The columns of a table, and one of its rows. */
export type ColumnOf<Table> = Table extends CsvTable<infer Column> ? Column : never;
export type RowOf<Table> = Readonly<Record<ColumnOf<Table>, string>>;

/** The table of these columns, in this order. */
export function csvTable<const Column extends string>(columns: readonly Column[]): CsvTable<Column> {
  return {
    write: (rows) => {
      const records = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
      return records.map((record) => `${record.map(quoted).join(',')}\r\n`).join('');
    },
    read: (text) => {
      const records = readRecords(text);
      if (!records.ok) return records;
      const [header = [], ...rows] = records.value;
      if (header.join('\n') !== columns.join('\n'))
        return refused(1, `the header ${columns.join(',')}`, header.join(','));
      const odd = rows.findIndex((row) => row.length !== columns.length);
      if (odd >= 0) return refused(odd + 2, `${columns.length} fields`, `${rows[odd]?.length}`);
      return { ok: true, value: rows.map((row) => rowOf(columns, row)), issues: [] };
    },
  };
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function rowOf<Column extends string>(columns: readonly Column[], fields: readonly string[]): Record<Column, string> {
  return Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ''])) as Record<Column, string>;
}

/** One field at the place where the last one ended: quoted, or without a quote, comma or line break; and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;

function readRecords(text: string): Result<readonly (readonly string[])[]> {
  const records: string[][] = [];
  let record: string[] = [];
  field.lastIndex = 0;
  for (let at = 0; at < text.length || record.length > 0; at = field.lastIndex) {
    field.lastIndex = at;
    const [whole, inQuotes, plain = '', end] = field.exec(text) ?? [];
    if (whole === undefined)
      return refused(records.length + 1, 'a field, in quotes where it has a quote', text.slice(at, at + 20));
    record.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    records.push(record);
    record = [];
    if (end === '') break;
  }
  return { ok: true, value: records, issues: [] };
}

function refused(
  record: number,
  expected: string,
  found: string,
): { readonly ok: false; readonly issues: readonly Issue[] } {
  const message = `record ${record}: expected ${expected}, found ${JSON.stringify(found)}`;
  return { ok: false, issues: [{ code: 'csv', severity: 'error', message, path: [record], expected, found }] };
}
