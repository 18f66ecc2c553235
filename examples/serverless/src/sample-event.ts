/** What a sender posts for a purchase order of one line. */
export function sampleEvent(number: string): object {
  return {
    key: `in/${number}`,
    type: 'order.captured',
    partner: 'northfield',
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
