import type { Provenance } from '../word/event.ts';
import type { MasterData } from './master-data.ts';
import type { TableRow } from './table/table-row.ts';

type Named = {
  [Name in keyof MasterData]-?: NonNullable<MasterData[Name]> extends readonly TableRow[] ? Name : never;
}[keyof MasterData];
type RowsOf<Name extends Named> = NonNullable<MasterData[Name]>;

/** Master data as of one day. */
export interface Tables {
  readonly masterData: MasterData;
  /** Calendar date of receipt; absent when the receipt was not told. */
  readonly day: string | undefined;
  /** The rows of a table that count on the day; none of one that is not kept. */
  rows<Name extends Named>(name: Name): RowsOf<Name>;
  /** Says that a record was used. */
  use(record: string, key: string, row?: TableRow): Provenance;
  /** Whether a table has rows with dates, which nobody can judge without a day. */
  readonly isDated: boolean;
}

/** Makes the tables of one day; each is filtered once. */
export function tablesOn(masterData: MasterData, day: string | undefined): Tables {
  const known = new Map<Named, readonly TableRow[]>();
  return {
    masterData,
    day,
    rows: <Name extends Named>(name: Name) => {
      const rows = known.get(name) ?? (masterData[name] ?? []).filter((row: TableRow) => countsOn(row, day));
      known.set(name, rows);
      return rows as RowsOf<Name>;
    },
    use: (record, key, row = {}) => {
      const date = isBounded(row) && day !== undefined ? { date: day } : {};
      return { record, key, version: row.version ?? masterData.version, ...date };
    },
    isDated: Object.values(masterData).some((table) => Array.isArray(table) && table.some(isBounded)),
  };
}

/** Whether a row counts on a calendar date, its first and last days included. */
export function countsOn({ from, until }: TableRow, day: string | undefined): boolean {
  if (from === undefined && until === undefined) return true;
  return day !== undefined && (from === undefined || from <= day) && (until === undefined || day <= until);
}

function isBounded({ from, until }: TableRow): boolean {
  return from !== undefined || until !== undefined;
}
