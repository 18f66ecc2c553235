import type { Order } from '@dist/canonical';

/** An order of a made-up buyer, as an ERP is asked for it: with the seller's own numbers. */
export const sampleOrder: Order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: 'PO-1',
  channel: 'edi',
  currency: 'USD',
  dates: {},
  parties: {
    buyer: { ids: [{ scheme: 'erp', value: 'C-1' }] },
    shipTo: { ids: [{ scheme: 'erp', value: 'S-0012' }] },
  },
  references: [],
  lines: [
    {
      lineId: '1',
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      quantity: { value: '24', unit: 'C62' },
      price: { amount: '3.25' },
    },
  ],
};
