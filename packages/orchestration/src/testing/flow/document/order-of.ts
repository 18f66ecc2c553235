import type { Order, OrderLine } from '@dist/canonical';
import type { FlowEventOf, FlowLine } from '../flow-event.ts';
import { unitOf } from './amount-of.ts';

/** The purchase order that an event tells of. */
export function orderOf(event: FlowEventOf<'850 received' | 'shop order received'>, number: string): Order {
  const shop = event.event === 'shop order received';
  const shipTo = event.shipTo ?? '0012';
  return {
    kind: 'order',
    version: '1',
    purpose: purposes[event.purpose ?? '00'],
    number,
    channel: shop ? 'shop' : 'edi',
    currency: 'USD',
    dates: {},
    references: [],
    parties: shop ? {} : { shipTo: { ids: [{ scheme: 'buyer', value: shipTo }] } },
    lines: event.lines.map(lineOf),
  };
}

const purposes = {
  '00': 'original',
  '01': 'cancellation',
  '05': 'replace',
  '06': 'confirmation',
  '07': 'duplicate',
  '22': 'informationCopy',
} as const;

function lineOf({ line, item, quantity, unit, price, priceUnit, stores = [] }: FlowLine): OrderLine {
  const ordered = unitOf(unit ?? 'EA');
  const allocations = stores.map(([store, value]) => ({
    location: { scheme: 'buyer' as const, value: store },
    quantity: { value, unit: ordered },
  }));
  return {
    lineId: line,
    ids: [{ scheme: 'seller', value: item }],
    quantity: { value: quantity, unit: ordered },
    ...(price !== undefined && { price: { amount: price, ...(priceUnit && { unit: unitOf(priceUnit) }) } }),
    ...(allocations.length > 0 && { allocations }),
  };
}
