import type { Order } from '@dist/canonical';

/** An order of a made-up buyer, with the seller's own numbers in it. */
export const sampleOrder: Order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4711',
  channel: 'edi',
  currency: 'USD',
  dates: { requestedShip: '2026-03-09' },
  parties: {
    buyer: { ids: [{ scheme: 'erp', value: 'C-1' }] },
    shipTo: { ids: [{ scheme: 'erp', value: 'S-0012' }] },
  },
  references: [],
  lines: [
    {
      lineId: '1',
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      quantity: { value: '24', unit: 'EA' },
      price: { amount: '3.25' },
    },
    {
      lineId: '2',
      ids: [{ scheme: 'seller', value: 'AX-200' }],
      quantity: { value: '2.5', unit: 'KGM' },
      price: { amount: '10' },
    },
  ],
};
