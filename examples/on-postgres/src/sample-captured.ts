import type { OrderEvent } from '@dist/orchestration';

/** What a purchase order of one line is to its order. */
export function sampleCaptured(number: string, at: string): OrderEvent {
  return {
    type: 'order.captured',
    key: `in/${number}`,
    at,
    v: 2,
    partner: 'northfield',
    receivedAt: at,
    order: {
      kind: 'order',
      version: '1',
      purpose: 'original',
      number,
      channel: 'edi',
      currency: 'USD',
      dates: { ordered: '2026-03-02' },
      parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
      references: [],
      lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'AX-100' }], quantity: { value: '24', unit: 'C62' } }],
    },
  };
}
