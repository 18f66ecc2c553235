import type { Order } from '@dist/canonical';

/** An order of a customer, with the seller's own numbers. */
export function sampleOrder(number: string, customer: string): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    channel: 'edi',
    currency: 'USD',
    dates: {},
    parties: {
      buyer: { ids: [{ scheme: 'erp', value: customer }] },
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
    ext: { 'sap-s4': { salesOrganization: '1710', distributionChannel: '10', division: '00' } },
  };
}
