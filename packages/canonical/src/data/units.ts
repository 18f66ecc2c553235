/** A unit of measure: its code and the name that UN/ECE gives it. */
export interface Unit {
  code: string;
  name: string;
  /** `count` of pieces, `package` (how much it holds is the item's), or a physical measure. */
  dimension: 'count' | 'package' | 'weight' | 'length' | 'area' | 'volume' | 'time';
}

// Package codes (X), L and F codes and what X12 has a code for were compared with published copies of Recommendations 20 and
// 21 and with the X12 facts of three public grammars; the others are single.
const table = `
count    C62 one              | EA  each             | H87 piece            | PR  pair
count    SET set              | KT  kit              | DZN dozen            | GRO gross
count    CEN hundred          | MIL thousand         | AS  assortment
package  XCS case             | XCT carton           | XBX box              | XPK package
package  XPX pallet           | XBG bag              | XRO roll             | XDR drum
package  XCX can, cylindrical | XBE bundle           | XPP piece            | XSX set
package  XPA packet           | XTU tube             | XPU tray             | XCR crate
package  XSA sack             | XST sheet            | XRL reel             | XBO bottle
package  XJR jar              | XEN envelope
weight   LBR pound            | ONZ ounce            | KGM kilogram         | GRM gram
weight   STN short ton        | LTN long ton         | TNE metric ton       | MGM milligram
weight   E4  gross kilogram
length   FOT foot             | INH inch             | YRD yard             | LF  linear foot
length   MTR metre            | CMT centimetre       | MMT millimetre
area     FTK square foot      | YDK square yard      | MTK square metre
volume   GLL US gallon        | QTL US liquid quart  | PTL US liquid pint   | OZA US fluid ounce
volume   LTR litre            | MLT millilitre       | FTQ cubic foot       | MTQ cubic metre
volume   CLT centilitre       | INQ cubic inch       | CMQ cubic centimetre
time     HUR hour             | DAY day              | MON month            | WEE week
time     ANN year
`;

/** Units that order-to-cash flows use: codes of UN/ECE Recommendation 20, and of 21 with X before them, by code. */
export const units: ReadonlyMap<string, Unit> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((row) => readRow(row.slice(0, 9).trim() as Unit['dimension'], row.slice(9))),
);

function readRow(dimension: Unit['dimension'], cells: string): [string, Unit][] {
  return cells.split('|').map((cell) => {
    const code = cell.trim().split(' ', 1)[0] ?? '';
    return [code, { code, name: cell.trim().slice(code.length).trim(), dimension }];
  });
}
