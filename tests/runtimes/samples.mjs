// Made-up documents for the runtimes.

export const order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4711',
  channel: 'edi',
  currency: 'USD',
  dates: {},
  parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
  references: [],
  lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'AX-100' }], quantity: { value: '24', unit: 'C62' } }],
};

/** What a machine has when an order arrives. */
export function captured(at) {
  return { type: 'order.captured', key: 'in/1', at, v: 2, partner: 'northfield', order, receivedAt: at };
}

/** A purchase order 4711 with one line. */
export const interchange = [
  'ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *260302*0800*U*00401*000000001*0*P*>',
  'GS*PO*BUYER*SELLER*20260302*0800*1*X*004010',
  'ST*850*0001',
  'BEG*00*SA*4711**20260302',
  'N1*ST*STORE*92*0012',
  'PO1*1*24*EA*12.5**VN*AX-100',
  'CTT*1',
  'SE*6*0001',
  'GE*1*1',
  'IEA*1*000000001',
  '',
].join('~');

export const shopMap = {
  id: 'shop-order',
  version: '1',
  native: 'json/shop/order',
  canonical: 'order',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'number', canonical: 'number', native: 'name', required: true },
    { id: 'currency', canonical: 'currency', native: 'currency', required: true },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'line-id', canonical: 'lineId', native: 'id', required: true },
        { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'number', required: true },
        { id: 'unit', canonical: 'quantity.unit', native: 'unit', required: true },
      ],
    },
  ],
};
