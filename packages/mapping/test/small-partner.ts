/** The folder of a made-up partner: orders come in with a department, invoices go out; each with a golden pair. */
export const smallPartner: Readonly<Record<string, string>> = {
  'profile.json': JSON.stringify({
    id: 'northfield',
    version: '1',
    name: 'Northfield',
    identity: { interchanges: [{ usage: 'test', qualifier: 'ZZ', id: 'NORTHFIELD' }] },
    documents: [
      {
        document: '850',
        direction: 'in',
        native: 'x12/004010/850',
        map: 'x12/004010/850',
        overlays: ['850'],
        guide: '850',
        constraints: [
          { id: 'ship-to-known', then: { path: 'parties.shipTo.ids', present: true } },
          { id: 'number-short', then: { path: 'number', maxLength: 10 } },
          { id: 'units', at: 'lines[]', then: { path: 'quantity.unit', oneOf: ['EA', 'XCS'] } },
        ],
      },
      { document: '810', direction: 'out', native: 'x12/004010/810', map: 'x12/004010/810', per: 'order' },
    ],
  }),
  'overlays/850.json': JSON.stringify({
    id: 'northfield/850',
    version: '1',
    base: 'x12/004010/850',
    patch: { currency: { default: 'CAD' }, 'currency-stated': { if: { canonical: { not: { is: 'CAD' } } } } },
  }),
  'guides/850.json': JSON.stringify({
    name: 'Northfield 850',
    set: '850',
    release: '004010',
    places: [{ path: 'REF[01=DP].02', usage: 'required', maximum: 3 }],
  }),
  'golden/order.edi': interchange('PO', '850', [
    'BEG*00*SA*PO-4711**20260301',
    'CUR*BY*USD',
    'REF*DP*007',
    'N1*ST*STORE 42*92*0042',
    'PO1*1*24*EA*12.5**UP*036000291452',
    'CTT*1',
  ]),
  'golden/order.json': JSON.stringify({
    kind: 'order',
    version: '1',
    channel: 'edi',
    purpose: 'original',
    type: 'SA',
    number: 'PO-4711',
    currency: 'USD',
    dates: { ordered: '2026-03-01' },
    parties: { shipTo: { name: 'STORE 42', ids: [{ scheme: 'buyer', value: '0042' }] } },
    references: [{ type: 'department', value: '007' }],
    lines: [
      {
        lineId: '1',
        ids: [{ scheme: 'gtin', value: '00036000291452' }],
        quantity: { value: '24', unit: 'EA' },
        price: { amount: '12.5' },
      },
    ],
  }),
  'golden/order.altered.json': JSON.stringify([
    { direction: 'read', path: 'BEG03', code: 'value-required', rule: 'number' },
    { direction: 'read', path: 'PO1/PO103', value: 'ZZ', code: 'value-unmappable', rule: 'line-unit' },
    { direction: 'read', path: 'REF[01=DP].01', value: 'ZZ', lost: 'REF[0].01' },
    { direction: 'read', path: 'CUR02', gives: { path: 'currency', value: 'CAD' } },
  ]),
  'golden/invoice.edi': interchange('IN', '810', [
    'BIG*20260302*INV-1*20260301*PO-4711***DI',
    'IT1*1*24*EA*12.5**UP*036000291452',
    'PAM****1*300',
    'TDS*30000',
    'CTT*1',
  ]),
  'golden/invoice.json': JSON.stringify({
    kind: 'invoice',
    version: '1',
    number: 'INV-1',
    type: 'invoice',
    date: '2026-03-02',
    orderDate: '2026-03-01',
    orderNumber: 'PO-4711',
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [{ scheme: 'gtin', value: '00036000291452' }],
        quantity: { value: '24', unit: 'EA' },
        price: { amount: '12.5' },
        net: '300',
      },
    ],
    total: '300',
  }),
};

function interchange(group: string, set: string, segments: readonly string[]): string {
  const lines = [
    'ISA*00*          *00*          *ZZ*NORTHFIELD     *ZZ*KESTREL        *260301*0815*U*00401*000000001*0*T*>',
    `GS*${group}*NORTHFIELD*KESTREL*20260301*0815*1*X*004010`,
    `ST*${set}*0001`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return `${lines.join('~\n')}~\n`;
}
