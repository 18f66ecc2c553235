import type { Remittance } from '@dist/canonical';
import { defaultPolicy, loadId, remittanceId } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import { accepted, acknowledged, captured, done, enriched, invoice, partner, shipment } from '../sample.ts';
import type { History } from './history.ts';

const load = 'L77';
const loadOf = loadId(partner, load);
const perLoad = { fulfillment: { ...defaultPolicy.fulfillment, noticePer: 'load' } } as const;
const booked = [captured(), enriched(), accepted()];
const left = { ...shipment('S1', [['1', '24']]), load } as StoryEvent;

const joined = (order: string, shipmentId: string, value: string): StoryEvent => {
  const event = shipment(shipmentId, [['1', value]]);
  if (event.type !== 'shipment.posted') throw new TypeError('no shipment');
  return { type: 'load.joined', partner, load, order, shipment: event.shipment };
};
const closed = (orders: number): StoryEvent => {
  return { type: 'load.closed', partner, load, closedAt: '2026-03-03T11:00:00.000Z', orders };
};
const reported = (status: 'sent' | 'rejected'): StoryEvent => {
  return { type: 'notice.reported', shipmentId: 'S1', load, status };
};

const remittance: Remittance = {
  kind: 'remittance',
  version: '1',
  traceNumber: 'T100',
  handling: 'remittanceOnly',
  direction: 'credit',
  method: 'ach',
  total: '318.6',
  currency: 'USD',
  payer: { ids: [] },
  references: [],
  lines: [
    {
      type: 'invoice',
      number: 'I1',
      net: '235.8',
      gross: '243.6',
      adjustments: [{ reason: 'shortage', amount: '-7.8' }],
    },
    { type: 'invoice', number: 'I2', net: '82.8' },
  ],
};
const received = (content: Remittance, owners = [{ invoice: 'I1', order: 'order-1' }]): StoryEvent => {
  return { type: 'remittance.received', partner, content, owners };
};

/** Histories of loads and remittances, which are of several orders, and of the orders that they tell. */
export const sharedHistories: readonly History[] = [
  {
    name: 'a load of two orders that is told as one',
    id: loadOf,
    policy: perLoad,
    events: [
      joined('order-1', 'S1', '10'),
      closed(2),
      joined('order-2', 'S2', '5'),
      joined('order-1', 'S1', '10'),
      done(`${loadOf}/856`),
      acknowledged(`${loadOf}/856`),
    ],
  },
  {
    name: 'a load whose time is over and an order that joins late',
    id: loadOf,
    policy: perLoad,
    events: [
      joined('order-1', 'S1', '10'),
      closed(2),
      { type: 'timer.fired', timer: '856', at: '2026-03-03T12:00:00.000Z' },
      joined('order-2', 'S2', '5'),
    ],
  },
  {
    name: 'an order whose load was told',
    policy: perLoad,
    events: [...booked, left, invoice('I1', [['1', '24']]), reported('sent')],
  },
  {
    name: "an order whose load's notice was refused",
    policy: perLoad,
    events: [...booked, left, reported('sent'), reported('rejected')],
  },
  {
    name: 'a payment for two orders',
    id: remittanceId(partner, 'T100'),
    events: [
      received(remittance, [
        { invoice: 'I1', order: 'order-1' },
        { invoice: 'I2', order: 'order-2' },
      ]),
    ],
  },
  {
    name: 'a payment that does not add up and is let pass, with an invoice that is not ours',
    id: remittanceId(partner, 'T100'),
    events: [
      received({ ...remittance, total: '500' }),
      { type: 'hold.released', hold: 'remittance-sum', by: 'receivables' },
    ],
  },
];
