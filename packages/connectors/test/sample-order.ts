import type { SubmitOrder } from '@dist/connectors';

/** An order of a made-up buyer. */
export const sampleOrder: SubmitOrder = {
  purchaseOrder: 'PO-1',
  partner: 'northfield',
  customer: 'C-1',
  shipTo: 'S-0012',
  currency: 'USD',
  lines: [{ lineId: '1', item: 'AX-100', quantity: { value: '24', unit: 'C62' }, price: '3.25' }],
};
