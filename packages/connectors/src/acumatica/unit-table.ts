/** The seller's units (UN/ECE Rec 20) by codes of form CS203100 ("Units of Measure"). */
export type UnitTable = Readonly<Record<string, string>>;

/** Codes that Acumatica's demo data has; a tenant has its own. */
export const unitTable: UnitTable = {
  PIECE: 'C62',
  EA: 'EA',
  CASE: 'XCS',
  BOX: 'XBX',
  PACK: 'XPK',
  PALLET: 'XPX',
  DOZEN: 'DZN',
  KG: 'KGM',
  LB: 'LBR',
  LITER: 'LTR',
  METER: 'MTR',
  HOUR: 'HUR',
};

/** The tenant's code of one of the seller's units; undefined where there is none, or more than one. */
export function unitCode(table: UnitTable, unit: string): string | undefined {
  const [first, second] = Object.keys(table).filter((code) => table[code] === unit);
  return second === undefined ? first : undefined;
}
