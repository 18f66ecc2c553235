import type { Invoice, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';

/** Each set by hand: the segments without ST and SE, and the document that they mean. */
export interface GoldenPairs {
  '850': { segments: string[]; document: Order };
  '855': { segments: string[]; document: OrderAcknowledgment };
  '856': { segments: string[]; document: Shipment };
  '810': { segments: string[]; document: Invoice };
}

const each = (value: string) => ({ value, unit: 'EA' });
const ids = [
  { scheme: 'gtin', value: '00036000291452' },
  { scheme: 'buyer', value: '4711' },
] as const;

export const goldenPairs: GoldenPairs = {
  '850': {
    segments: [
      'BEG*00*SA*PO-4711**20260301',
      'CUR*BY*CAD',
      'REF*DP*007',
      'DTM*010*20260310',
      'N9*L1**SPECIAL INSTRUCTIONS',
      'MSG*HANDLE WITH CARE',
      'N1*ST*STORE 42*92*0042',
      'N3*1 MAIN ST',
      'N4*SPRINGFIELD*IL*62701',
      'PO1*0001*24*EA*12.5*PE*UP*036000291452*IN*4711',
      'PID*F****WIDGET',
      'SDQ*EA*92*0001*10*0002*14',
      'CTT*1',
    ],
    document: {
      kind: 'order',
      version: '1',
      channel: 'edi',
      purpose: 'original',
      type: 'SA',
      number: 'PO-4711',
      currency: 'CAD',
      dates: { ordered: '2026-03-01', requestedShip: '2026-03-10' },
      parties: {
        shipTo: {
          name: 'STORE 42',
          ids: [{ scheme: 'buyer', value: '0042' }],
          address: { lines: ['1 MAIN ST'], city: 'SPRINGFIELD', region: 'IL', postalCode: '62701' },
        },
      },
      references: [{ type: 'department', value: '007' }],
      notes: ['HANDLE WITH CARE'],
      lines: [
        {
          lineId: '0001',
          ids: [...ids],
          description: 'WIDGET',
          quantity: each('24'),
          price: { amount: '12.5', basis: 'PE' },
          allocations: [
            { location: { scheme: 'buyer', value: '0001' }, quantity: each('10') },
            { location: { scheme: 'buyer', value: '0002' }, quantity: each('14') },
          ],
        },
      ],
    },
  },
  '855': {
    segments: [
      'BAK*00*AC*PO-4711*20260301*****20260302',
      'REF*VN*SO-100001',
      'PO1*0001*24*EA*12.5**UP*036000291452*IN*4711',
      'ACK*IA*20*EA*068*20260309',
      'ACK*R4*4*EA',
      'CTT*1',
    ],
    document: {
      kind: 'orderAcknowledgment',
      version: '1',
      purpose: 'original',
      status: 'acceptedWithChange',
      orderNumber: 'PO-4711',
      orderDate: '2026-03-01',
      acknowledgedOn: '2026-03-02',
      sellerOrderNumbers: ['SO-100001'],
      currency: 'USD',
      parties: {},
      references: [],
      lines: [
        {
          lineId: '0001',
          ids: [...ids],
          quantity: each('24'),
          price: { amount: '12.5' },
          responses: [
            { status: 'accepted', quantity: each('20'), shipDate: '2026-03-09' },
            { status: 'rejected', reason: 'outOfStock', quantity: each('4') },
          ],
        },
      ],
    },
  },
  '856': {
    segments: [
      'BSN*00*S1*20260301*0815*0001',
      'HL*1**S*1',
      'TD1******G*12.5*LB',
      'TD5**2*UPSN*U*UPS',
      'REF*BM*BOL-1',
      'DTM*011*20260301',
      'N1*ST*STORE 42*92*0042',
      'HL*2*1*O*1',
      'PRF*PO-4711***20260228',
      'HL*3*2*P*1',
      'MAN*GM*00006141410000000012',
      'HL*4*3*I*0',
      'LIN*0001*UP*036000291452*IN*4711',
      'SN1**20*EA**24*EA',
      'CTT*4',
    ],
    document: {
      kind: 'shipment',
      version: '1',
      purpose: 'original',
      shipmentId: 'S1',
      createdAt: '2026-03-01T08:15:00Z',
      shippedOn: '2026-03-01',
      grossWeight: { value: '12.5', unit: 'LBR' },
      carrier: { scac: 'UPSN', mode: 'U', name: 'UPS' },
      references: [{ type: 'billOfLading', value: 'BOL-1' }],
      parties: { shipTo: { name: 'STORE 42', ids: [{ scheme: 'buyer', value: '0042' }] } },
      units: [{ unitId: '3', type: 'carton', sscc: '006141410000000012' }],
      items: [
        {
          orderNumber: 'PO-4711',
          orderDate: '2026-02-28',
          unitId: '3',
          lineId: '0001',
          ids: [...ids],
          quantity: each('20'),
          ordered: each('24'),
        },
      ],
    },
  },
  '810': {
    segments: [
      'BIG*20260302*INV-1*20260301*PO-4711***DI',
      'REF*SI*S1',
      'ITD*01*3*2**10**30',
      'IT1*0001*20*EA*12.5**UP*036000291452*IN*4711',
      'PAM****1*250',
      'TDS*25500',
      'SAC*C*D240***500',
      'CTT*1',
    ],
    document: {
      kind: 'invoice',
      version: '1',
      number: 'INV-1',
      type: 'invoice',
      date: '2026-03-02',
      orderDate: '2026-03-01',
      orderNumber: 'PO-4711',
      shipmentIds: ['S1'],
      currency: 'USD',
      parties: {},
      references: [],
      terms: { type: '01', basis: '3', discountPercent: '2', discountDays: 10, netDays: 30 },
      lines: [{ lineId: '0001', ids: [...ids], quantity: each('20'), price: { amount: '12.5' }, net: '250' }],
      allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '5' }],
      total: '255',
    },
  },
};
