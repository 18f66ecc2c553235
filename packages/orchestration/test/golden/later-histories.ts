import type { FulfillmentConfirmation, OrderChange, Return, Shipment } from '@dist/canonical';
import { defaultPolicy } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import {
  accepted,
  acknowledged,
  captured,
  done,
  enriched,
  failed,
  invoice,
  order,
  partner,
  shipment,
} from '../sample.ts';
import type { History } from './history.ts';

const id = 'order-1';
const each = (value: string) => ({ value, unit: 'C62' });
const quantity = (value: string) => ({ lineId: '1', quantity: each(value) });
const start = [captured(), done(`${id}/enrich`), enriched()];
const booked = [...start, accepted(), done(`${id}/erp.submit/1`)];
const shipped = [...booked, shipment('S1', [['1', '24']])];
const billed = [...shipped, invoice('I1', [['1', '24']])];
const act = { by: 'operator', reason: 'put right' };
const byWarehouse = {
  fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse', release: true },
} as const;

const change = (sequence: number, value: string, quantities?: 'total' | 'difference'): StoryEvent => {
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: 'PO-1',
    changeNumber: String(sequence),
    dates: {},
    parties: {},
    references: [],
    lines: [{ lineId: '1', action: 'decreaseQuantity', ids: [], quantity: each(value) }],
  };
  const receivedAt = '2026-03-02T12:00:00.000Z';
  return { type: 'change.requested', partner, change: String(sequence), sequence, content, quantities, receivedAt };
};
const changed = (change: string, accepts = true): StoryEvent => ({
  type: 'change.result',
  change,
  partId: '1',
  accepted: accepts,
});

const confirmation: FulfillmentConfirmation = {
  kind: 'fulfillmentConfirmation',
  version: '1',
  extent: 'fullDetail',
  requestNumber: `${id}/940/1`,
  orderNumber: 'PO-1',
  shipmentId: 'S1',
  shippedOn: '2026-03-03',
  carrier: {},
  parties: {},
  references: [],
  packages: [{ lines: [{ lineId: '1', ids: [], status: 'short', ordered: '24', quantity: each('21') }] }],
};

const corrected = (value: string): Shipment => {
  const event = shipment('S1', [['1', value]]);
  if (event.type !== 'shipment.posted') throw new TypeError('no shipment');
  return event.shipment;
};

const returned: Return = {
  kind: 'return',
  version: '1',
  purpose: 'original',
  number: 'R1',
  status: 'inspected',
  requestedOn: '2026-03-10',
  receivedOn: '2026-03-15',
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    {
      lineId: '1',
      ids: [],
      quantity: each('6'),
      reason: 'damaged',
      receivedQuantity: each('6'),
      outcomes: [
        { decision: 'accepted', quantity: each('4') },
        { decision: 'refused', quantity: each('2'), reason: 'used' },
      ],
    },
  ],
};

/** Histories of every kind of event that came after the first release. */
export const laterHistories: readonly History[] = [
  { name: 'a change of quantity that the ERP takes', events: [...booked, change(1, '18', 'total'), changed('1')] },
  { name: 'a change that the ERP refuses', events: [...booked, change(1, '18', 'total'), changed('1', false)] },
  { name: 'a change before its order', events: [change(1, '18', 'total'), ...start] },
  { name: 'a change behind a gap', events: [...booked, change(2, '18', 'total'), change(1, '20', 'total')] },
  {
    name: 'a change whose meaning a person decides',
    events: [
      ...booked,
      change(1, '6'),
      { type: 'change.decided', change: '1', decision: 'apply', quantities: 'difference', by: 'order desk' },
      changed('1'),
    ],
  },
  {
    name: 'credit that is checked and given',
    policy: { money: { ...defaultPolicy.money, creditCheck: true } },
    events: [
      ...start,
      { type: 'credit.decided', approved: true, reason: 'below the limit', by: 'credit desk' },
      accepted(),
    ],
  },
  {
    name: 'credit that is checked and refused',
    policy: { money: { ...defaultPolicy.money, creditCheck: true } },
    events: [...start, { type: 'credit.decided', approved: false, reason: 'above the limit', by: 'credit desk' }],
  },
  {
    name: 'a line that the ERP ends short',
    events: [
      ...booked,
      shipment('S1', [['1', '20']]),
      { type: 'line.shortClosed', partId: '1', closing: 'close-1', lines: [quantity('4')], reason: 'discontinued' },
    ],
  },
  {
    name: 'a substitute that the buyer takes',
    events: [
      ...booked,
      {
        type: 'line.substituted',
        partId: '1',
        substitution: { lineId: '1', ordered: 'AX-100', substitute: 'AX-101' },
      },
      { type: 'substitution.decided', lineId: '1', substitute: 'AX-101', accepted: true, by: 'the buyer' },
    ],
  },
  {
    name: 'back-ordered where that is forbidden',
    policy: { fulfillment: { ...defaultPolicy.fulfillment, backorders: 'forbidden' } },
    events: [...start, { ...accepted(), backordered: [quantity('9')] } as StoryEvent],
  },
  {
    name: 'picked, confirmed short and shipped',
    policy: byWarehouse,
    events: [
      ...booked,
      { type: 'warehouse.picked', partId: '1', request: `${id}/940/1` },
      { type: 'warehouse.confirmed', partId: '1', request: `${id}/940/1`, confirmation, final: true },
    ],
  },
  {
    name: 'a cancellation that the warehouse refuses',
    policy: byWarehouse,
    events: [
      ...booked,
      { type: 'warehouse.picked', partId: '1', request: `${id}/940/1` },
      { type: 'cancel.requested', cancel: 'c1', reason: 'the buyer changed its mind' },
      { type: 'warehouse.cancelResult', partId: '1', cancel: 'c1', lines: [] },
    ],
  },
  {
    name: 'a shipment put right after its notice',
    events: [
      ...shipped,
      done(`${id}/855`),
      done(`${id}/856/S1`),
      {
        type: 'shipment.corrected',
        shipmentId: 'S1',
        correction: 'k1',
        shipment: corrected('22'),
        reason: 'counted again',
      },
    ],
  },
  {
    name: 'delivered and signed for',
    events: [
      ...shipped,
      { type: 'shipment.delivered', shipmentId: 'S1', deliveredAt: '2026-03-05T10:00:00.000Z', signedBy: 'dock 4' },
    ],
  },
  {
    name: 'an invoice voided and billed anew',
    events: [
      ...billed,
      done(`${id}/810/I1`),
      { type: 'invoice.voided', invoice: 'I1', reason: 'price' },
      { ...invoice('C1', [['1', '24']], { type: 'creditMemo' }), of: 'I1' } as StoryEvent,
      invoice('I2', [['1', '24']]),
    ],
  },
  {
    name: 'paid short and the deduction accepted',
    events: [
      ...billed,
      {
        type: 'payment.advised',
        payment: 'northfield/T100',
        invoice: 'I1',
        amount: '70.2',
        deductions: [{ reason: 'shortage', amount: '7.8' }],
      },
      { type: 'payment.applied', invoice: 'I1', amount: '70.2', payment: 'northfield/T100' },
      { type: 'deduction.decided', payment: 'northfield/T100', invoice: 'I1', decision: 'accepted', by: 'receivables' },
    ],
  },
  {
    name: 'a return inspected short',
    events: [...billed, { type: 'return.reported', content: returned }],
  },
  {
    name: 'an 824 after the 997',
    events: [
      ...billed,
      done(`${id}/810/I1`),
      acknowledged(`${id}/810/I1`),
      { ...acknowledged(`${id}/810/I1`, 'rejected', ['store not on order']), by: '824' } as StoryEvent,
    ],
  },
  {
    name: 'a receipt that says the bytes came broken',
    events: [
      ...booked,
      done(`${id}/855`),
      { type: 'mdn.received', document: `${id}/855`, status: 'failed', message: 'MIC' },
    ],
  },
  {
    name: 'a message for a person',
    events: [
      ...booked,
      { type: 'message.received', message: 'm1', subject: 'dock closed', text: 'no trucks on Friday' },
    ],
  },
  {
    name: 'a fact put right by an operator',
    events: [
      ...booked,
      shipment('S1', [['1', '30']]),
      {
        type: 'operator.corrected',
        ...act,
        event: {
          type: 'shipment.posted',
          partId: '1',
          shipment: corrected('24'),
          key: 'k2',
          at: '2026-03-02T09:00:00.000Z',
          v: 2,
        },
      },
    ],
  },
  {
    name: 'an effect given up by an operator',
    events: [
      ...shipped,
      failed(`${id}/856/S1`, 'pricing'),
      { type: 'operator.dismissed', effect: `${id}/856/S1`, ...act },
    ],
  },
  {
    name: 'a part sent to another ERP',
    policy: { routing: [{ when: {}, erp: 'erp' }] },
    events: [
      captured(),
      { type: 'hold.placed', hold: 'move', reason: 'the ERP moves', expiresAt: '2026-03-04T00:00:00.000Z' },
      enriched(),
      { type: 'operator.rerouted', partId: '1', erp: 'cloud', ...act },
      { type: 'hold.released', hold: 'move', by: 'operator' },
    ],
  },
  {
    name: 'a shop order whose newer version came first',
    events: [
      { ...captured(order(undefined, { channel: 'shop', parties: {} })), key: 'v2', revision: 2 } as StoryEvent,
      {
        ...captured(order(undefined, { channel: 'shop', parties: {}, currency: 'CAD' })),
        key: 'v1',
        revision: 1,
      } as StoryEvent,
    ],
  },
];
