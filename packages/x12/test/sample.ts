/** Separators of a made-up interchange. */
export interface SampleOptions {
  readonly element?: string;
  readonly component?: string;
  readonly terminator?: string;
  /** ISA fields by number, unpadded. */
  readonly isa?: Readonly<Record<number, string>>;
  /** GS fields by number. */
  readonly gs?: Readonly<Record<number, string>>;
}

const FIELDS = [
  '00',
  '',
  '00',
  '',
  'ZZ',
  'SENDER',
  'ZZ',
  'RECEIVER',
  '260115',
  '0830',
  'U',
  '00401',
  '000000001',
  '0',
  'T',
  '>',
];
const WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];
const GROUP = ['PO', 'SENDER', 'RECEIVER', '20260115', '0830', '1', 'X', '004010'];

/** An ISA with its terminator; the companies in it are made up. */
export function isa(options: SampleOptions = {}): string {
  const { element = '*', component = '>', terminator = '~' } = options;
  const fields = FIELDS.map((text, index) => options.isa?.[index + 1] ?? (index === 15 ? component : text));
  return `ISA${element}${fields.map((text, index) => text.padEnd(WIDTHS[index] ?? 0)).join(element)}${terminator}`;
}

/** An interchange of one group around segments written with `*`; SE, GE and IEA are made right unless they are given. */
export function interchange(sets: readonly (readonly string[])[], options: SampleOptions = {}): string {
  const { element = '*', terminator = '~' } = options;
  const group = GROUP.map((text, index) => options.gs?.[index + 1] ?? text);
  const body = sets.flatMap((segments, index) => transactionSet(segments, index));
  const control = options.isa?.[13] ?? FIELDS[12];
  const lines = [`GS*${group.join('*')}`, ...body, `GE*${sets.length}*${group[5]}`, `IEA*1*${control}`];
  return isa(options) + lines.map((line) => line.replaceAll('*', element) + terminator).join('');
}

function transactionSet(segments: readonly string[], index: number): string[] {
  const number = String(index + 1).padStart(4, '0');
  const [first = ''] = segments;
  const open = first.startsWith('ST*') ? segments : [`ST*850*${number}`, ...segments];
  const type = open[0]?.split('*')[2] ?? number;
  return open.at(-1)?.startsWith('SE*') ? [...open] : [...open, `SE*${open.length + 1}*${type}`];
}

/** The body of a small purchase order without a fault. */
export const ORDER: readonly string[] = [
  'BEG*00*SA*PO1**20260114',
  'CUR*BY*USD',
  'REF*DP*038',
  'PER*BD*SAMPLE BUYER*TE*5550100',
  'N1*ST*SAMPLE STORE*92*0012',
  'N3*12 EXAMPLE WAY',
  'N4*SPRINGFIELD*OH*45501*US',
  'PO1*1*24*EA*3.25**UP*012345678905',
  'PID*F****SAMPLE WIDGET',
  'PO1*2*6*CA*41.4**UP*036000291452',
  'CTT*2',
];

/** The body of a small order acknowledgment without a fault. */
export const ACKNOWLEDGMENT: readonly string[] = [
  'BAK*00*AC*PO1*20260115',
  'REF*IA*000123456',
  'DTM*067*20260120',
  'N1*ST*SAMPLE STORE*92*0012',
  'PO1*1*24*EA*3.25**UP*012345678905',
  'ACK*IA*24*EA*068*20260120',
  'PO1*2*6*CA*41.4**UP*036000291452',
  'ACK*IB*4*CA*068*20260120',
  'ACK*IR*2*CA',
  'CTT*2',
  'AMT*TT*326.4',
];

/** The body of a small ship notice without a fault: shipment, order, packs, items. */
export const SHIP_NOTICE: readonly string[] = [
  'BSN*00*SHP1*20260116*1030*0001',
  'DTM*011*20260116',
  'HL*1**S',
  'TD1*CTN25*2****G*18.5*LB',
  'TD5*B*2*SMPL*M*SAMPLE FREIGHT',
  'REF*BM*BOL0012345',
  'N1*SF*EXAMPLE SUPPLY*92*DC01',
  'N1*ST*SAMPLE STORE*92*0012',
  'HL*2*1*O',
  'PRF*PO1***20260114',
  'HL*3*2*P',
  'MAN*GM*00006141411234567814',
  'HL*4*3*I',
  'LIN*1*UP*012345678905',
  'SN1*1*24*EA',
  'HL*5*2*P',
  'MAN*GM*00006141411234567982',
  'HL*6*5*I',
  'LIN*2*UP*036000291452',
  'SN1*2*4*CA',
  'CTT*6',
];

/** The body of a small invoice without a fault. */
export const INVOICE: readonly string[] = [
  'BIG*20260117*INV5501*20260114*PO1***DI',
  'CUR*SE*USD',
  'REF*BM*BOL0012345',
  'N1*ST*SAMPLE STORE*92*0012',
  'N1*RE*EXAMPLE SUPPLY*92*V777',
  'ITD*01*3*2**10**30',
  'DTM*011*20260116',
  'IT1*1*24*EA*3.25**UP*012345678905',
  'IT1*2*4*CA*41.4**UP*036000291452',
  'TDS*24360',
  'CTT*2',
];
