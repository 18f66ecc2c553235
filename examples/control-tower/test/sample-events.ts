import type { Invoice, Shipment } from '@dist/canonical';
import type { OrderEvent } from '@dist/orchestration';

type Told<Type extends OrderEvent['type']> = Omit<Extract<OrderEvent, { readonly type: Type }>, 'key' | 'at' | 'v'>;

/** What the ERP tells of goods that left: so many pieces of line 1. */
export function shipped(shipmentId: string, value: string): Told<'shipment.posted'> {
  const shipment: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: '2026-03-03T10:00:00Z',
    shippedOn: '2026-03-03',
    carrier: { scac: 'ABCD' },
    parties: {},
    references: [],
    units: [{ unitId: 'C1', type: 'carton', sscc: '000123456000000012' }],
    items: [{ orderNumber: 'SO-1', lineId: '1', unitId: 'C1', ids: [], quantity: { value, unit: 'C62' } }],
  };
  return { type: 'shipment.posted', partId: '1', shipment };
}

/** The ERP's invoice over so many pieces of line 1, each at 2. */
export function invoiced(number: string, pieces: number): Told<'invoice.posted'> {
  const net = String(pieces * 2);
  const invoice: Invoice = {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date: '2026-03-03',
    orderNumber: 'SO-1',
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [],
        quantity: { value: String(pieces), unit: 'C62' },
        price: { amount: '2' },
        net,
      },
    ],
    total: net,
  };
  return { type: 'invoice.posted', partId: '1', invoice };
}
