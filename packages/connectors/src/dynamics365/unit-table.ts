/** The seller's units (UN/ECE Rec 20) by symbols of the table Units. */
export type UnitTable = Readonly<Record<string, string>>;

/** Symbols of the demonstration data of finance and operations; an environment has its own. */
export const unitTable: UnitTable = { ea: 'EA', pcs: 'C62', box: 'XBX', cs: 'XCS', pl: 'XPX', kg: 'KGM', lb: 'LBR' };

/** The symbol of one of the seller's units; undefined where there is none, or more than one. */
export function unitSymbol(table: UnitTable, unit: string): string | undefined {
  const [first, second] = Object.keys(table).filter((symbol) => table[symbol] === unit);
  return second === undefined ? first : undefined;
}
