import { withCheckDigit } from '../with-check-digit.ts';

/** Which buyer's catalogue an item stands in. */
export type Catalogue = 'northfield' | 'harborline' | 'cedarpoint';

/** One item of the made-up seller. Prices are per base unit, in ten-thousandths of a dollar, so that sums stay exact. */
export interface SampleItem {
  readonly sku: string;
  readonly catalogue: Catalogue;
  readonly description: string;
  readonly baseUnit: string;
  readonly price: number;
  /** The unit that the item is packed in, and the base units in it. */
  readonly pack: { readonly unit: string; readonly baseUnits: number };
  /** GTIN of a piece: a UPC of the range that GS1 keeps for use inside a company (its first digit is 4). */
  readonly gtin: string;
  /** GTIN-14 of the pack. */
  readonly packGtin: string;
  /** The number that the buyer's catalogue has for it. */
  readonly buyerNumber: string;
}

// SKU, base unit, price in ten-thousandths per base unit, pack unit and its content, description.
const table = `
northfield
KT-1001 EA 84900 XCS 12 SKILLET CAST IRON 10 IN
KT-1002 EA 129900 XCS 6 DUTCH OVEN ENAMEL 5 QT
KT-1003 EA 42500 XCS 24 MIXING BOWL STEEL 3 QT
KT-1004 EA 18000 XCS 48 MEASURING CUP GLASS 2 CUP
KT-1005 EA 67500 XCS 12 CUTTING BOARD MAPLE
KT-1006 EA 31500 XCS 24 WHISK BALLOON 11 IN
KT-1007 EA 24000 XCS 36 SPATULA SILICONE RED
KT-1008 EA 99000 XCS 6 KETTLE STOVETOP 2 QT
LN-2001 EA 55000 XCS 12 TOWEL BATH COTTON WHITE
LN-2002 EA 28000 XCS 24 TOWEL HAND COTTON WHITE
LN-2003 EA 16500 XCS 48 WASHCLOTH COTTON WHITE
LN-2004 EA 189000 XCS 4 SHEET SET QUEEN PERCALE
LN-2005 EA 74500 XCS 8 PILLOW STANDARD FIRM
LN-2006 EA 142500 XCS 4 BLANKET FLEECE TWIN
LN-2007 EA 36500 XCS 24 APRON CANVAS NAVY
LN-2008 EA 21000 XCS 36 OVEN MITT QUILTED
harborline
HW-3001 EA 62500 XCS 10 HAMMER CLAW 16 OZ
HW-3002 EA 38500 XCS 12 SCREWDRIVER SET 6 PC
HW-3003 EA 89900 XCS 6 LEVEL BOX BEAM 24 IN
HW-3004 EA 27500 XCS 24 TAPE MEASURE 25 FT
HW-3005 EA 119500 XCS 4 TOOL BAG 16 IN
HW-3006 EA 45000 XCS 12 PLIERS LINEMAN 9 IN
HW-3007 EA 33000 XCS 12 UTILITY KNIFE RETRACTABLE
HW-3008 EA 15500 XCS 50 HOOK WALL HEAVY DUTY
PL-4001 EA 48500 XCS 20 BALL VALVE BRASS HALF IN
PL-4002 EA 76000 XCS 10 SUPPLY LINE BRAIDED 20 IN
PL-4003 EA 12500 XCS 100 ELBOW PVC 90 DEG 1 IN
PL-4004 EA 214000 XCS 2 FAUCET KITCHEN CHROME
EL-5001 FOT 4200 XRO 250 CABLE 12-2 WITH GROUND
EL-5002 EA 23500 XBX 10 OUTLET DUPLEX 15 A WHITE
EL-5003 EA 18500 XBX 10 SWITCH SINGLE POLE WHITE
EL-5004 EA 96500 XCS 6 WORK LIGHT LED 20 W
cedarpoint
FA-6001 EA 425 XCS 500 HEX BOLT M8 X 40 ZINC
FA-6002 EA 310 XCS 1000 HEX NUT M8 ZINC
FA-6003 EA 120 XCS 2000 FLAT WASHER M8 ZINC
FA-6004 EA 680 XCS 250 CARRIAGE BOLT HALF X 4 IN
FA-6005 EA 240 XCS 1000 WOOD SCREW 8 X 2 IN
FA-6006 EA 950 XCS 200 ANCHOR WEDGE 3-8 X 3 IN
SF-7001 PR 36500 XCS 72 GLOVE NITRILE COATED L
SF-7002 PR 36500 XCS 72 GLOVE NITRILE COATED M
SF-7003 EA 48500 XCS 60 SAFETY GLASSES CLEAR
SF-7004 EA 132500 XCS 20 HARD HAT VENTED WHITE
SF-7005 EA 17500 XCS 100 VEST HI-VIS CLASS 2
SF-7006 EA 8500 XCS 200 EAR PLUG CORDED PAIR
MR-8001 EA 64500 XCS 12 DEGREASER CITRUS 32 OZ
MR-8002 EA 58500 XCS 12 PENETRATING OIL 11 OZ
MR-8003 EA 41500 XCS 24 TAPE DUCT 2 IN X 60 YD
MR-8004 EA 22500 XCS 48 SHOP TOWEL BLUE ROLL
MR-8005 EA 388000 XCS 4 DRUM PUMP ROTARY HAND
`;

/** All items, catalogue by catalogue. */
export const items: readonly SampleItem[] = readItems();

function readItems(): SampleItem[] {
  let catalogue: Catalogue = 'northfield';
  let serial = 0;
  const found: SampleItem[] = [];
  for (const row of table.trim().split('\n')) {
    const [sku = '', baseUnit = '', price, unit = '', baseUnits, ...words] = row.split(' ');
    if (baseUnit === '') {
      catalogue = sku as Catalogue;
      continue;
    }
    serial++;
    found.push({
      sku,
      catalogue,
      description: words.join(' '),
      baseUnit,
      price: Number(price),
      pack: { unit, baseUnits: Number(baseUnits) },
      gtin: withCheckDigit(`455210${String(serial).padStart(5, '0')}`),
      packGtin: withCheckDigit(`10455210${String(serial).padStart(5, '0')}`),
      buyerNumber: buyerNumber(catalogue, serial),
    });
  }
  return found;
}

function buyerNumber(catalogue: Catalogue, serial: number): string {
  if (catalogue === 'northfield') return `4010${String(serial * 37).padStart(5, '0')}`;
  return catalogue === 'harborline' ? `HL${String(70000 + serial)}` : `CP10-${String(serial * 11).padStart(4, '0')}`;
}
