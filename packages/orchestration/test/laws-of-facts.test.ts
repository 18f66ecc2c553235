import type { OrderChange, Return, Shipment } from '@dist/canonical';
import {
  defaultPolicy,
  dryRun,
  empty,
  eventVersion,
  lines,
  type OrderEvent,
  type OrderState,
  type Policy,
  phase,
  transition,
} from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../src/order/view-of.ts';
import { accepted, captured, done, enriched, invoice, line, order, shipment } from './sample.ts';

const ordered = order([line('1', 'AX-100', '24'), line('2', 'AX-100', '12')]);
const unit = 'C62';
const policy: Policy = {
  ...defaultPolicy,
  changes: { quantities: 'total', waitHours: 48 },
  fulfillment: { ...defaultPolicy.fulfillment, correction: 'replace' },
  money: { ...defaultPolicy.money, applyCash: true, askCredit: true },
  invoicing: { gate: 'notified', ask: true },
};

function shipped(value: string): Shipment {
  const event = shipment('S1', [['1', value]]);
  if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
  return event.shipment;
}

const content = (value: string): OrderChange => ({
  kind: 'orderChange',
  version: '1',
  purpose: 'change',
  mode: 'delta',
  orderNumber: ordered.number,
  changeNumber: '1',
  dates: {},
  parties: {},
  references: [],
  lines: [{ lineId: '2', action: 'decreaseQuantity', ids: [], quantity: { value, unit } }],
});

const returned = (status: Return['status']): StoryEvent => ({
  type: 'return.reported',
  content: {
    kind: 'return',
    version: '1',
    purpose: 'original',
    number: 'R1',
    status,
    requestedOn: '2026-03-05',
    currency: 'USD',
    parties: {},
    references: [],
    lines: [
      {
        lineId: '1',
        ids: [],
        quantity: { value: '2', unit },
        reason: 'damaged',
        ...(status === 'inspected' && { outcomes: [{ decision: 'accepted', quantity: { value: '2', unit } }] }),
      },
    ],
  },
});

/** The invoice that is voided later has gone out: whether a voiding comes before that is a race of its own. */
const before: readonly StoryEvent[] = [
  captured(ordered),
  enriched(ordered),
  accepted(),
  shipment('S2', [['2', '10']]),
  invoice('I2', [['2', '10']]),
];

/** What may be told in any order once the ERP has the order; each says something about the others. */
const facts: readonly StoryEvent[] = [
  {
    type: 'change.requested',
    partner: 'northfield',
    change: '1',
    content: content('10'),
    receivedAt: '2026-03-02T09:00:00.000Z',
  },
  { type: 'change.result', change: '1', partId: '1', accepted: true },
  shipment('S1', [['1', '24']]),
  { type: 'shipment.corrected', shipmentId: 'S1', correction: 'c1', shipment: shipped('20'), reason: 'counted' },
  invoice('I1', [['1', '20']]),
  { type: 'invoice.voided', invoice: 'I2', reason: 'price' },
  { ...invoice('CM2', [['2', '10']], { type: 'creditMemo' }), of: 'I2' } as StoryEvent,
  invoice('I3', [['2', '10']]),
  {
    type: 'line.shortClosed',
    partId: '1',
    closing: 'k1',
    lines: [{ lineId: '1', quantity: { value: '4', unit } }],
    reason: 'none left',
  },
  {
    type: 'payment.advised',
    payment: 'P1',
    invoice: 'I1',
    amount: '60',
    deductions: [{ reason: 'shortage', amount: '5' }],
  },
  { type: 'deduction.decided', payment: 'P1', invoice: 'I1', decision: 'accepted', by: 'ada' },
  { type: 'payment.applied', payment: 'P1', invoice: 'I1', amount: '60' },
  returned('authorized'),
  returned('received'),
  returned('inspected'),
  { type: 'shipment.delivered', shipmentId: 'S1', deliveredAt: '2026-03-06T09:00:00.000Z' },
  { type: 'credit.decided', approved: true, reason: 'good', by: 'ada' },
  { type: 'substitution.decided', lineId: '1', substitute: 'AX-101', accepted: true, by: 'ada' },
];

const told = [...before, ...facts].map(
  (event, index) =>
    ({ ...event, key: event.key ?? `event-${index}`, at: '2026-03-04T08:00:00.000Z', v: eventVersion }) as OrderEvent,
);
const start = told.slice(0, before.length);
const rest = told.slice(before.length);

/** Any order of arrival, some of them told twice. */
const arrivals = fc
  .tuple(fc.shuffledSubarray(rest, { minLength: rest.length }), fc.array(fc.nat(rest.length - 1), { maxLength: 6 }))
  .map(([shuffled, again]) => [...shuffled, ...again.flatMap((index) => rest[index] ?? [])]);

function run(events: readonly OrderEvent[], check: (state: OrderState) => void = () => {}): OrderState {
  let state = empty('order-1');
  for (const event of [...start, ...events]) {
    state = transition(state, event, policy).state;
    check(state);
  }
  return state;
}

/** All that was sent has gone out, so that what waits for it may follow; documents are sent anew until none is owed. */
function settled(state: OrderState): OrderState {
  for (let now = state; ; ) {
    const open = Object.values(now.effects).filter(({ status }) => status === 'issued');
    if (open.length === 0) return now;
    const events = open.map(({ effect, attempt }) => ({
      ...done(effect.key, attempt),
      key: `done/${effect.key}`,
      at: '2026-03-04T09:00:00.000Z',
      v: eventVersion,
    }));
    now = dryRun(now, events as OrderEvent[], policy).state;
  }
}

const outcome = (state: OrderState) => ({
  lines: lines(state),
  phase: phase(state),
  holds: Object.keys(state.holds).sort(),
  // A notice that was put right before it went out is sent once, and one that had left twice.
  awaited: Object.keys(state.awaited)
    .map((name) => name.replace(/#\d+$/, ''))
    .sort(),
});
/** Documents and calls without their repetitions; an ERP whose answer is known already is not asked (`erp.change`). */
const roots = (state: OrderState) => {
  const keys = Object.keys(state.effects).filter((key) => !key.includes('/erp.change/'));
  return [...new Set(keys.map((key) => key.replace(/#\d+$/, '')))].sort();
};

describe('facts of every kind', () => {
  const expected = settled(run(rest));

  it('end the same in whichever order they arrive, repetitions included (P3)', () => {
    fc.assert(
      fc.property(arrivals, (events) => {
        const end = settled(run(events));
        expect(outcome(end)).toEqual(outcome(expected));
        expect(roots(end)).toEqual(roots(expected));
      }),
      { numRuns: Number(process.env['DIST_ORDER_RUNS'] ?? 50) },
    );
  });

  it('say what they should', () => {
    expect(lines(expected)).toMatchObject([
      { ordered: '24', shipped: '20', cancelled: '4', open: '0', invoiced: '20' },
      { ordered: '10', shipped: '10', open: '0', invoiced: '10' },
    ]);
    expect(outcome(expected)).toMatchObject({ phase: 'invoiced', holds: [] });
    expect(roots(expected)).toEqual(
      expect.arrayContaining(['order-1/810/I1', 'order-1/810/I3', 'order-1/erp.cash/P1/I1', 'order-1/erp.credit/R1']),
    );
  });

  it('keep every line in balance at every step (P1), and the view is that derived anew', () => {
    fc.assert(
      fc.property(arrivals, (events) => {
        run(events, (state) => {
          for (const row of lines(state)) {
            const gone = [row.rejected, row.cancelled, row.shipped, row.open].map(Number).reduce((a, b) => a + b, 0);
            expect(Number(row.ordered) + Number(row.over)).toBe(gone);
          }
        });
        const end = run(events);
        expect(lines(JSON.parse(JSON.stringify(end)))).toEqual(lines(end));
        expect(phase(JSON.parse(JSON.stringify(end)))).toBe(phase(end));
        const { owedNotices: _a, owedInvoices: _b, ...kept } = viewOf(end);
        const { owedNotices: _c, owedInvoices: _d, ...anew } = viewOf({ ...end });
        expect(kept).toEqual(anew);
      }),
      { numRuns: Number(process.env['DIST_ORDER_RUNS'] ?? 20) },
    );
  });

  it('are each known the second time: the same object comes back (P2)', () => {
    const end = run(rest);
    for (const event of [...start, ...rest]) expect(transition(end, event, policy).state).toBe(end);
  });

  it('are not written to, and give the same again', () => {
    const frozen = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
      Object.freeze(value);
      Object.values(value).forEach(frozen);
    };
    let state = empty('order-1');
    for (const event of [...start, ...rest]) {
      frozen(state);
      frozen(event);
      const first = transition(state, event, policy);
      expect(transition(state, event, policy)).toEqual(first);
      state = first.state;
    }
  });
});
