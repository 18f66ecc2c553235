/** The seller's units (UN/ECE Rec 20) by codes of the task Manage Units of Measure. */
export type UnitTable = Readonly<Record<string, string>>;

/** Codes of Oracle's demonstration data; a company has its own. */
export const unitTable: UnitTable = {
  Ea: 'EA',
  PCS: 'C62',
  Bx: 'XBX',
  Cs: 'XCS',
  PLT: 'XPX',
  DZ: 'DZN',
  KG: 'KGM',
  LB: 'LBR',
};

/** The code of one of the seller's units; undefined where there is none, or more than one. */
export function unitCode(table: UnitTable, unit: string): string | undefined {
  const [first, second] = Object.keys(table).filter((code) => table[code] === unit);
  return second === undefined ? first : undefined;
}
