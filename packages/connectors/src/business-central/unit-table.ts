/** The seller's units (UN/ECE Rec 20) by codes of the company's table Units of Measure. */
export type UnitTable = Readonly<Record<string, string>>;

/** Codes of the company CRONUS, which Business Central is shown with; a company has its own. */
export const unitTable: UnitTable = {
  PCS: 'C62',
  EA: 'EA',
  BOX: 'XBX',
  CASE: 'XCS',
  CAN: 'XCA',
  PACK: 'XPK',
  PALLET: 'XPX',
  SET: 'SET',
  KG: 'KGM',
  GR: 'GRM',
  L: 'LTR',
};

/** The company's code of one of the seller's units; undefined where there is none, or more than one. */
export function unitCode(table: UnitTable, unit: string): string | undefined {
  const [first, second] = Object.keys(table).filter((code) => table[code] === unit);
  return second === undefined ? first : undefined;
}
