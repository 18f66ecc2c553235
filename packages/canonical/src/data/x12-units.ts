// X12 element 355 and the unit of UN/ECE Recommendation 20 (or X and a code of 21) that means the same. The X12 side was
// compared in two or more public lists of 004010 and 005010; GT is gross kilogram in all of them, not long ton. FO, LF and LG
// were found in one list only. Which unit stands for which code is argued by the names on both sides.
const table = `
EA EA  | UN C62 | PC H87 | PR PR  | ST SET | KT KT  | AS AS  | DZ DZN | GS GRO | HU CEN | TH MIL
CA XCS | CT XCT | BX XBX | PK XPK | PL XPX | BG XBG | RL XRO | DR XDR | CN XCX | BD XBE | BO XBO | EV XEN | JR XJR | TB XTU
LB LBR | OZ ONZ | KG KGM | GR GRM | ME MGM | TN STN | LG LTN | MP TNE | GT E4
FT FOT | IN INH | YD YRD | LF LF  | MR MTR | CM CMT | MM MMT | SF FTK | SY YDK | SM MTK
GA GLL | QT QTL | PT PTL | FO OZA | LT LTR | ML MLT | C3 CLT | CF FTQ | CI INQ | CR MTQ | CC CMQ
HR HUR | DA DAY | WK WEE | MO MON | YR ANN
`;

const rows: readonly (readonly [string, string])[] = table
  .trim()
  .split(/\s*[|\n]\s*/)
  .map((row) => {
    const [code = '', unit = ''] = row.split(/\s+/);
    return [code, unit];
  });

const fromX12: ReadonlyMap<string, string> = new Map(rows);
const toX12: ReadonlyMap<string, string> = new Map(rows.map(([code, unit]) => [unit, code]));

/**
 * The unit (UN/ECE Recommendation 20, or 21 with X) that a code of X12 element 355 means: `CA` is `XCS`. Undefined for a
 * code that is not in the table; nothing is guessed. Codes name a unit and convert nothing: how much a case holds is the
 * item's to say.
 */
export function unitOfX12(code: string): string | undefined {
  return fromX12.get(code);
}

/** The code of X12 element 355 for a unit: `XCS` is `CA`. Undefined for a unit that X12 has no code for in the table. */
export function x12OfUnit(unit: string): string | undefined {
  return toX12.get(unit);
}
