import type { Order, Shipment } from '@dist/canonical';
import type { Report } from '@dist/orchestration/runtime';

const quantity = { value: '24', unit: 'C62' };
const ids = [{ scheme: 'seller', value: 'AX-100' } as const];

const order: Order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4711',
  channel: 'edi',
  currency: 'USD',
  dates: { ordered: '2026-03-02' },
  parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
  references: [],
  lines: [{ lineId: '1', ids, quantity, price: { amount: '3.25' } }],
};

const shipment: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'S1',
  createdAt: '2026-03-02T08:00:00Z',
  shippedOn: '2026-03-02',
  carrier: {},
  parties: {},
  references: [],
  units: [],
  items: [{ orderNumber: '4711', lineId: '1', ids, quantity }],
};

/** What becomes known of the order. */
export const sampleReports = {
  captured: { type: 'order.captured', partner: 'northfield', order, receivedAt: '2026-03-02T08:00:00.000Z' },
  shipped: { type: 'shipment.posted', partId: '1', shipment },
} satisfies Record<string, Report>;
