import type { Order } from '@dist/canonical';
import type { Report } from '../../runtime/performers.ts';

/** An order of one line. */
export function sampleOrder(number: string): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    channel: 'edi',
    currency: 'USD',
    dates: { ordered: '2026-03-02' },
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
    references: [],
    terms: { netDays: 30 },
    lines: [
      {
        lineId: '1',
        ids: [{ scheme: 'seller', value: 'AX-100' }],
        quantity: { value: '24', unit: 'C62' },
        price: { amount: '3.25' },
      },
    ],
  };
}

/** What such an order is matched with. */
export function sampleEnrichment(number: string): Report {
  const quantity = { value: '24', unit: 'C62' };
  const lines = [{ lineId: '1', quantity }];
  const externalReference = `northfield.${number}`;
  const part = { partId: '1', externalReference, erp: 'erp', customerNumber: 'C-1', shipToNumber: 'S-1', lines };
  const item = { lineId: '1', sku: 'AX-100', ids: [], description: 'Hex bolt', units: [], price: '3.25' };
  return {
    type: 'order.enriched',
    lines: [{ ...item, ordered: quantity, base: quantity }],
    parts: [part],
    used: [],
  };
}
