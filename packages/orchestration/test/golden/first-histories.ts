import type { StoryEvent } from '@dist/orchestration/testing';
import {
  accepted,
  acknowledged,
  captured,
  done,
  enriched,
  failed,
  invoice,
  line,
  order,
  partner,
  shipment,
} from '../sample.ts';
import type { History } from './history.ts';

const id = 'order-1';
const store = (value: string, quantity: string) => ({
  location: { scheme: 'buyer' as const, value },
  quantity: { value: quantity, unit: 'C62' },
});
const split = order([
  line('1', 'AX-100', '24', 'C62', { allocations: [store('0012', '14'), store('0013', '10')] }),
  line('2', 'AX-200', '6', 'C62', { allocations: [store('0012', '6')] }),
]);
const twoLines = order([line('1', 'AX-100', '24'), line('2', 'AX-200', '6', 'XCS', { price: { amount: '39' } })]);
const shop = order(undefined, { channel: 'shop', parties: {} });
const invalid: StoryEvent = {
  type: 'order.invalid',
  failures: [{ class: 'partnerFormat', code: 'lines', message: 'the order has no lines' }],
};
const unresolved = (round: number): StoryEvent => ({
  type: 'order.unresolved',
  round,
  failures: [{ class: 'itemCrossReference', code: 'item', message: 'B-AX-999 is no item', lineId: '1' }],
});
const released = (hold: string): StoryEvent => ({ type: 'hold.released', hold, by: 'item desk' });
const quantity = (value: string, lineId = '1', unit = 'C62') => ({ lineId, quantity: { value, unit } });
const cancel: StoryEvent = { type: 'cancel.requested', cancel: 'c1', reason: 'the buyer changed its mind' };
const cancelled = (value?: string): StoryEvent => ({
  type: 'cancel.result',
  cancel: 'c1',
  partId: '1',
  lines: value === undefined ? [] : [quantity(value)],
});
const replayed = (effect: string): StoryEvent => ({
  type: 'operator.replayed',
  effect,
  by: 'operator',
  reason: 'put right',
});
const paid = (number: string, amount: string): StoryEvent => ({ type: 'payment.applied', invoice: number, amount });
const fired = (timer: string, at: string): StoryEvent => ({ type: 'timer.fired', timer, at });
const again = (events: readonly StoryEvent[], key: string): StoryEvent[] =>
  events.map((event, index) => ({ ...event, key: `${key}-${index}` }));

const start = [captured(), done(`${id}/enrich`), enriched()];
const booked = [...start, accepted(), done(`${id}/erp.submit/1`)];
const answered = [...booked, done(`${id}/855`), acknowledged(`${id}/855`)];
const shipped = [...answered, shipment('S1', [['1', '24']]), done(`${id}/856/S1`), acknowledged(`${id}/856/S1`)];
const billed = [...shipped, invoice('I1', [['1', '24']]), done(`${id}/810/I1`), acknowledged(`${id}/810/I1`)];

/** Histories of every kind of event of the first release, each with the ways in which it may go wrong. */
export const firstHistories: readonly History[] = [
  { name: 'ordered, shipped, invoiced and paid', events: [...billed, paid('I1', '78')] },
  { name: 'paid in two parts', events: [...billed, paid('I1', '70'), paid('I1', '8')] },
  { name: 'invoiced and not paid', events: billed },
  { name: 'told everything twice', events: [...billed, ...again(billed.slice(1), 'again'), paid('I1', '78')] },
  {
    name: 'a shop order',
    events: [
      captured(shop),
      enriched(shop),
      accepted(),
      shipment('S1', [['1', '24']]),
      done(`${id}/fulfillment/S1`),
      invoice('I1', [['1', '24']]),
      done(`${id}/invoice/I1`),
      paid('I1', '78'),
    ],
  },
  { name: 'an order that can never be right', events: [captured(), invalid, done(`${id}/855`)] },
  {
    name: 'an item nobody knows until the second round',
    events: [captured(), unresolved(1), released('itemCrossReference/1'), enriched(), accepted()],
  },
  { name: 'an item nobody knows in two rounds', events: [captured(), unresolved(1), unresolved(2)] },
  {
    name: 'held for credit and released',
    events: [
      captured(),
      { type: 'hold.placed', hold: 'credit', reason: 'limit reached', class: 'credit' },
      enriched(),
      { type: 'hold.released', hold: 'credit', by: 'credit desk' },
      accepted(),
    ],
  },
  {
    name: 'held for credit',
    events: [captured(), enriched(), { type: 'hold.placed', hold: 'credit', reason: 'limit reached', class: 'credit' }],
  },
  {
    name: 'accepted less two of a line',
    events: [...start, accepted('1', [{ ...quantity('2'), reason: 'outOfStock' }])],
  },
  {
    name: 'refused by the ERP',
    events: [...start, { type: 'erp.rejected', partId: '1', reason: 'credit', message: 'the customer is blocked' }],
  },
  {
    name: 'a lost answer that the look-up finds',
    events: [...start, failed(`${id}/erp.submit/1`, 'inDoubt'), accepted(), done(`${id}/erp.find/1/1`)],
  },
  {
    name: 'a lost answer that the look-up does not find',
    events: [
      ...start,
      failed(`${id}/erp.submit/1`, 'inDoubt'),
      { type: 'erp.notFound', partId: '1', attempt: 1 },
      done(`${id}/erp.find/1/1`),
      accepted(),
    ],
  },
  {
    name: 'a look-up that fails itself',
    events: [
      ...start,
      failed(`${id}/erp.submit/1`, 'inDoubt'),
      failed(`${id}/erp.find/1/1`, 'transport'),
      failed(`${id}/erp.find/1/1`, 'system', 2),
    ],
  },
  {
    name: 'five attempts and parked',
    events: [...start, ...[1, 2, 3, 4, 5].map((attempt) => failed(`${id}/erp.submit/1`, 'system', attempt))],
  },
  {
    name: 'parked for pricing and tried again by a person',
    events: [...start, failed(`${id}/erp.submit/1`, 'pricing'), replayed(`${id}/erp.submit/1`), accepted()],
  },
  { name: 'a transport that fails once', events: [...booked, failed(`${id}/855`, 'transport'), done(`${id}/855`, 2)] },
  {
    name: 'reserved and back-ordered',
    events: [
      ...booked,
      { type: 'line.allocated', partId: '1', lines: [quantity('14')] },
      { type: 'line.backordered', partId: '1', lines: [quantity('10')] },
    ],
  },
  {
    name: 'shipped in two parts with an invoice each',
    events: [
      ...answered,
      shipment('S1', [['1', '14']]),
      invoice('I1', [['1', '14']]),
      shipment('S2', [['1', '10']]),
      invoice('I2', [['1', '10']]),
    ],
  },
  { name: 'more shipped than ordered', events: [...booked, shipment('S1', [['1', '30']])] },
  {
    name: 'invoiced before it has shipped',
    events: [...booked, invoice('I1', [['1', '24']]), shipment('S1', [['1', '24']])],
  },
  {
    name: 'invoiced at another price',
    events: [...booked, shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']], {}, '4')],
  },
  {
    name: 'credited and billed anew',
    events: [
      ...billed,
      invoice('C1', [['1', '24']], { type: 'creditMemo', references: [{ type: 'invoice', value: 'I1' }] }),
      invoice('I2', [['1', '24']]),
    ],
  },
  { name: 'cancelled before it was submitted', events: [captured(), cancel, enriched()] },
  { name: 'cancelled at the ERP', events: [...booked, cancel, cancelled('24'), done(`${id}/erp.cancel/c1/1`)] },
  { name: 'too late to cancel', events: [...booked, cancel, cancelled(), shipment('S1', [['1', '24']])] },
  { name: 'cancelled in part', events: [...booked, cancel, cancelled('10'), shipment('S1', [['1', '14']])] },
  {
    name: 'cancelled while the submit is in doubt',
    events: [...start, failed(`${id}/erp.submit/1`, 'inDoubt'), cancel],
  },
  {
    name: 'a notice that the partner refuses and that is sent again',
    events: [
      ...answered,
      shipment('S1', [['1', '24']]),
      done(`${id}/856/S1`),
      acknowledged(`${id}/856/S1`, 'rejected', ['AK3*REF*6**8']),
      replayed(`${id}/856/S1`),
      done(`${id}/856/S1#2`),
      acknowledged(`${id}/856/S1#2`),
    ],
  },
  {
    name: 'an invoice accepted and refused later',
    events: [...billed, acknowledged(`${id}/810/I1`, 'rejected', ['store not on order'])],
  },
  {
    name: 'every deadline missed',
    events: [
      ...start,
      fired('855', '2026-03-03T08:00:00.000Z'),
      accepted(),
      shipment('S1', [['1', '24']]),
      fired('856/S1', '2026-03-03T09:02:00.000Z'),
      done(`${id}/855`),
      fired(`997/${id}/855`, '2026-03-05T09:00:00.000Z'),
    ],
  },
  { name: 'a deadline that fires early', events: [...start, fired('855', '2026-03-02T09:00:00.000Z')] },
  {
    name: 'given up by an operator',
    events: [
      ...start,
      failed(`${id}/erp.submit/1`, 'pricing'),
      { type: 'operator.abandoned', by: 'operator', reason: 'ordered by telephone' },
      accepted(),
    ],
  },
  {
    name: 'two stores, one in doubt',
    events: [
      captured(split),
      enriched(split),
      accepted('0012'),
      failed(`${id}/erp.submit/0013`, 'inDoubt'),
      accepted('0013'),
    ],
  },
  {
    name: 'two stores shipped by themselves',
    events: [
      captured(split),
      enriched(split),
      accepted('0012'),
      accepted('0013'),
      shipment(
        'S1',
        [
          ['1', '14'],
          ['2', '6'],
        ],
        '0012',
      ),
      shipment('S2', [['1', '10']], '0013'),
    ],
  },
  {
    name: 'cases ordered and eaches shipped',
    events: [
      captured(twoLines),
      enriched(twoLines),
      accepted(),
      shipment('S1', [
        ['1', '24'],
        ['2', '72'],
      ]),
      invoice('I1', [
        ['1', '24'],
        ['2', '72'],
      ]),
    ],
  },
  {
    name: 'the same purchase order again',
    events: [...booked, { ...captured(), key: 'again', at: '2026-03-03T08:00:00.000Z' } as StoryEvent],
  },
  {
    name: 'the same purchase order with another quantity',
    events: [...booked, captured(order([line('1', 'AX-100', '30')]), { key: 'again', at: '2026-03-03T08:00:00.000Z' })],
  },
  {
    name: 'a cancellation by purchase order',
    events: [
      ...booked,
      captured(order(undefined, { purpose: 'cancellation' }), { key: 'cancel', at: '2026-03-03T08:00:00.000Z' }),
    ],
  },
  {
    name: 'a shipment told with two contents',
    events: [...booked, shipment('S1', [['1', '24']]), { ...shipment('S1', [['1', '20']]), key: 'other' }],
  },
  {
    name: 'everything in the reverse order',
    events: again([...billed].reverse(), 'reverse').map((event) =>
      event.type === 'order.captured' ? { ...event, partner } : event,
    ),
  },
];
