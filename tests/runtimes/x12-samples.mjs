// Made-up purchase orders and a made-up companion guide for the program that runs in every runtime.

export const interchangeHeader =
  'ISA*00*          *00*          *ZZ*SAMPLEMERC     *08*9251230001     *260302*0800*U*00401*000004711*0*T*>~\n' +
  'GS*PO*SAMPLEMERC*9251230001*20260302*0800*311*X*004010~\n';

/** A purchase order of an interchange: two lines, parties, terms, a note with letters beyond ASCII. */
export function order(number, changes = {}) {
  const { quantity = String(12 + (number % 7)), note = 'Größe prüfen, dépôt nº 7' } = changes;
  const control = String(number).padStart(4, '0');
  const segments = [
    `ST*850*${control}`,
    `BEG*00*SA*SMP${70_000 + number}**20260227`,
    'CUR*BY*USD',
    'REF*DP*038',
    'REF*IA*40017',
    'PER*BD*SAMPLE BUYER*TE*5550100*EM*orders@sample.example',
    'FOB*CC*OR*DALLAS TX',
    'SAC*C*D240***1250**********FREIGHT',
    'ITD*08*3*2**10**30*****2% 10 NET 30',
    'DTM*010*20260309',
    'DTM*001*20260323',
    'TD5*O*2*UPSN*U*GROUND',
    'N9*L1*NOTE',
    `MSG*${note}`,
    'N1*BT*SAMPLE MERCANTILE*92*0001',
    'N1*ST*SAMPLE STORE 12*92*0012',
    'N3*12 EXAMPLE WAY*DOCK 4',
    'N4*SPRINGFIELD*OH*45501*US',
    `PO1*1*${quantity}*EA*3.25**UP*012345678905*VN*AX-100`,
    'CTP**RTL*6.99',
    'PID*F*08***SAMPLE WIDGET, BLUE',
    'PO4*12*1*EA',
    'PO1*2*6*CA*41.4**UP*036000291452*VN*BX-200',
    'PID*F*08***SAMPLE GADGET',
    'SDQ*CA*92*0012*4*0013*2',
    'CTT*2',
    'AMT*TT*287.4',
  ];
  return [...segments, `SE*${segments.length + 1}*${control}`].map((segment) => `${segment}~\n`).join('');
}

export function trailersOf(orders) {
  return `GE*${orders}*311~\nIEA*1*000004711~\n`;
}

/** Two orders; in the second a letter stands in a quantity. */
export const received = interchangeHeader + order(1) + order(2, { quantity: '1O' }) + trailersOf(2);

export const guideJson = {
  name: 'Sample Mercantile 850',
  set: '850',
  release: '004010',
  places: [
    { path: 'REF[01=IA]', usage: 'required' },
    { path: 'REF[01=VR]', usage: 'required' },
    { path: 'PO1/PO103', codes: ['EA', { code: 'DZ', label: 'dozen' }] },
    { path: 'N1[01=ST].04', minimum: 13, maximum: 13 },
  ],
  conditions: [
    { id: 'parcel', at: 'TD5', when: { path: 'TD503', is: ['UPSN'] }, must: { path: 'TD506', present: true } },
  ],
};
