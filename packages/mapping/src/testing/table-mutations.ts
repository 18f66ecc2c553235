import { isLossy } from '../codec/table.ts';
import type { PartnerMap, Table } from '../map/partner-map.ts';

/** A table with two rows whose meanings are swapped. */
export interface TableMutation {
  readonly table: string;
  /** `EA-CA`. */
  readonly where: string;
  readonly codes: readonly string[];
  readonly changed: Table;
}

/** Of each table, each row and the next one swapped, no row twice; of a lossy one both directions alike. */
export function tableMutations(tables: PartnerMap['tables'] = {}): TableMutation[] {
  return Object.entries(tables).flatMap(([table, rows]): TableMutation[] => {
    if (!isLossy(rows)) return swaps(rows).map((swap) => ({ table, ...swap }));
    const reading = swaps(rows.read).map(({ changed, ...swap }) => ({
      table,
      ...swap,
      changed: { ...rows, read: changed },
    }));
    const writing = swaps(rows.write).map(({ where, codes, changed }) => ({
      table,
      where: `write ${where}`,
      codes,
      changed: { ...rows, write: changed },
    }));
    return [...reading, ...writing];
  });
}

function swaps(
  rows: Readonly<Record<string, string>>,
): { where: string; codes: string[]; changed: Readonly<Record<string, string>> }[] {
  const codes = Object.keys(rows).sort();
  return codes.flatMap((code, index) => {
    if (index % 2 === 1) return [];
    // The last of an odd number is swapped with the first.
    const other = codes[index + 1] ?? codes[0] ?? code;
    const [meaning = '', otherMeaning = ''] = [rows[code], rows[other]];
    if (meaning === otherMeaning) return [];
    return [
      { where: `${code}-${other}`, codes: [code, other], changed: { ...rows, [code]: otherMeaning, [other]: meaning } },
    ];
  });
}
