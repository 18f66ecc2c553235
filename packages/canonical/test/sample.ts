import type { Customer, Invoice, Item, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';

// Companies and numbers are made up.
export const order: Order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4711',
  channel: 'edi',
  currency: 'USD',
  dates: { ordered: '2026-03-02', shipNotBefore: '2026-03-05', shipNotAfter: '2026-03-09' },
  parties: { shipTo: { ids: [{ scheme: 'gln', value: '0614141123452' }] } },
  references: [],
  lines: [
    {
      lineId: '1',
      ids: [{ scheme: 'gtin', value: '80614141123458' }],
      quantity: { value: '24', unit: 'C62' },
      price: { amount: '3.25' },
    },
    { lineId: '00A', ids: [{ scheme: 'buyer', value: 'B-1' }], quantity: { value: '6', unit: 'XCS' } },
  ],
};

export const acknowledgment: OrderAcknowledgment = {
  kind: 'orderAcknowledgment',
  version: '1',
  purpose: 'original',
  status: 'acceptedWithChange',
  orderNumber: '4711',
  acknowledgedOn: '2026-03-02',
  sellerOrderNumbers: ['SO-1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    {
      lineId: '1',
      ids: [],
      quantity: { value: '24', unit: 'C62' },
      responses: [
        { status: 'accepted', quantity: { value: '15', unit: 'C62' } },
        { status: 'backordered', quantity: { value: '9', unit: 'C62' } },
      ],
    },
  ],
};

export const shipment: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'S1',
  createdAt: '2026-03-05T10:00:00-06:00',
  shippedOn: '2026-03-05',
  deliveryExpectedOn: '2026-03-07',
  carrier: { scac: 'ABCD' },
  parties: {},
  references: [],
  units: [
    { unitId: 'P1', type: 'pallet', sscc: '106141412345678908' },
    { unitId: 'C1', type: 'carton', parentId: 'P1' },
  ],
  items: [
    { orderNumber: '4711', lineId: '1', unitId: 'C1', ids: [], quantity: { value: '12', unit: 'C62' } },
    { orderNumber: '4711', lineId: '1', unitId: 'C1', ids: [], quantity: { value: '12', unit: 'C62' } },
  ],
};

export const invoice: Invoice = {
  kind: 'invoice',
  version: '1',
  number: 'I1',
  type: 'invoice',
  date: '2026-03-05',
  orderNumber: '4711',
  shipmentIds: ['S1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    { lineId: '1', ids: [], quantity: { value: '24', unit: 'C62' }, price: { amount: '3.255' }, net: '78.12' },
    { lineId: '2', ids: [], quantity: { value: '1', unit: 'C62' }, price: { amount: '0.5' }, net: '0.5' },
  ],
  allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '12.5' }],
  taxes: [{ category: 'ST', amount: '1' }],
  total: '92.12',
};

export const item: Item = {
  sku: 'AX-100',
  ids: [],
  description: 'Hex bolt',
  baseUnit: 'C62',
  conversions: [{ unit: 'XCS', baseUnits: '12' }],
  price: '3.25',
};

export const customer: Customer = { customerNumber: 'C-1', ids: [], shipTo: [{ shipToNumber: '0012', ids: [] }] };

/** The document with one place changed: `at(order, ['lines', 0, 'lineId'], '2')`; `undefined` takes the field away. */
export function at<Document>(document: Document, path: readonly (string | number)[], value: unknown): Document {
  const copy = structuredClone(document);
  const last = path.at(-1) ?? '';
  let node = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}
