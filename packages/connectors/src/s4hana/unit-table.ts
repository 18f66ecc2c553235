/** The seller's units (UN/ECE Rec 20) by SAP's unit in the logon language of the user. */
export type UnitTable = Readonly<Record<string, string>>;

/** SAP's units as they are delivered, in English (transaction CUNI); a tenant may have others. */
export const unitTable: UnitTable = {
  PC: 'C62',
  EA: 'EA',
  CS: 'XCS',
  CAR: 'XCT',
  PAL: 'XPX',
  KG: 'KGM',
  G: 'GRM',
  LB: 'LBR',
  OZ: 'ONZ',
  L: 'LTR',
  M: 'MTR',
  FT: 'FOT',
  DZ: 'DZN',
};

/** SAP's unit of one of the seller's; undefined where there is none, or more than one. */
export function sapUnit(table: UnitTable, unit: string): string | undefined {
  const [first, second] = Object.keys(table).filter((name) => table[name] === unit);
  return second === undefined ? first : undefined;
}
