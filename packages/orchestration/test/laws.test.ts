import { add, compare, equals } from '@dist/canonical/arithmetic';
import {
  defaultPolicy,
  type Effect,
  empty,
  lines,
  type OrderEvent,
  type OrderState,
  phase,
  replay,
  transition,
} from '@dist/orchestration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../src/kernel/canonical-text.ts';
import { viewOf } from '../src/order/view-of.ts';
import { scenario, seeds, shuffled } from './scenario.ts';

/** Orders for each law in `npm test`; `npm run laws` draws a thousand. */
const runs = { numRuns: Number(process.env['DIST_ORDER_RUNS'] ?? 40) };
const policy = defaultPolicy;

function fold(events: readonly OrderEvent[], each: (state: OrderState, effects: readonly Effect[]) => void = () => {}) {
  let state = empty('order-1');
  const effects: Effect[] = [];
  for (const event of events) {
    const step = transition(state, event, policy);
    state = step.state;
    effects.push(...step.effects);
    each(state, step.effects);
  }
  return { state, effects };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Documents are what the outside sees of the facts; questions to the ERP depend on which answer came first. */
const documents = (effects: readonly Effect[]) =>
  [
    ...new Set(
      effects.map((effect) => effect.key).filter((key) => /\/(855|856|810|fulfillment|invoice)(\/|$)/.test(key)),
    ),
  ].sort();

const known = ({ facts, holds, conflicts, ...state }: OrderState) =>
  canonicalText({ facts, holds, conflicts, lines: lines({ facts, holds, conflicts, ...state }) });

const outside = (state: OrderState) =>
  canonicalText({
    facts: state.facts,
    lines: lines(state),
    phase: phase(state),
    holds: state.holds,
    timers: state.timers,
    awaited: Object.keys(state.awaited).sort(),
    conflicts: state.conflicts,
  });

describe('an order', { timeout: 30_000 }, () => {
  it('is not written to, and gives the same again', () => {
    fc.assert(
      fc.property(scenario, (events) => {
        const first = fold(frozen(events), (state) => frozen(state));
        expect(canonicalText(fold(events))).toBe(canonicalText(first));
      }),
      runs,
    );
  });

  it('R03 does not change by an event that it knows: the same object comes back', () => {
    fc.assert(
      fc.property(scenario, (events) => {
        let state = empty('order-1');
        for (const event of events) {
          state = transition(state, event, policy).state;
          const again = transition(state, event, policy);
          expect(again.state).toBe(state);
          expect(again.effects).toEqual([]);
        }
        for (const event of events) expect(transition(state, event, policy).state).toBe(state);
      }),
      runs,
    );
  });

  it('R03 ends the same whatever the order of arrival, repetitions included', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const repeated = events.filter(
          (event, index) => (draw[index % draw.length] ?? 0) % 3 === 0 && isRekeyable(event),
        );
        const later = repeated.map((event) => ({
          ...event,
          key: `again-${event.key}`,
          at: '2026-03-09T00:00:00.000Z',
        }));
        const straight = fold(events);
        const mixed = fold(shuffled([...events, ...later], draw));
        expect(outside(mixed.state)).toBe(outside(straight.state));
        expect(documents(mixed.effects)).toEqual(documents(straight.effects));
      }),
      runs,
    );
  });

  it('issues every effect once, and each shipment has one notice however often it is told', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const told = events
          .filter(isRekeyable)
          .map((event) => ({ ...event, key: `again-${event.key}`, at: '2026-03-01T00:00:00.000Z' }));
        const { state, effects } = fold(shuffled([...events, ...told], draw));
        expect(new Set(effects.map((effect) => effect.key)).size).toBe(effects.length);
        const shipments = Object.keys(state.facts).filter((key) => key.startsWith('shipment.posted/'));
        expect(effects.filter((effect) => /\/(856|fulfillment)\//.test(effect.key))).toHaveLength(shipments.length);
      }),
      runs,
    );
  });

  it('keeps every line in balance at every step', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        fold(shuffled(events, draw), (state) => {
          for (const line of lines(state)) {
            const gone = [line.rejected, line.cancelled, line.shipped, line.open].reduce(add);
            expect(equals(add(line.ordered, line.over), gone)).toBe(true);
            expect(compare(line.open, '0')).toBeGreaterThanOrEqual(0);
          }
        });
      }),
      runs,
    );
  });

  it('R23 never publishes an invoice beyond what has shipped, at any step', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const published = new Map<string, string>();
        fold(shuffled(events, draw), (state, effects) => {
          for (const { body } of effects) {
            const billed = (body.type === 'document.send' && body.document === '810') || body.type === 'shop.invoice';
            if (!billed || body.content.kind !== 'invoice') continue;
            for (const { lineId, quantity } of body.content.lines)
              published.set(lineId, add(published.get(lineId) ?? '0', quantity.value));
          }
          for (const line of lines(state))
            expect(compare(published.get(line.lineId) ?? '0', line.shipped)).toBeLessThanOrEqual(0);
        });
      }),
      runs,
    );
  });

  it('R23 issues the 855 before any 856, and an invoice only for what was noticed, at any step', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const [noticed, billed] = [new Map<string, string>(), new Map<string, string>()];
        let answered = false;
        fold(shuffled(events, draw), (_, effects) => {
          for (const { body } of effects) {
            if (body.type !== 'document.send') continue;
            if (body.document === '855') answered = true;
            else expect(answered).toBe(true);
            const [tally, rows] =
              body.document === '856'
                ? [noticed, body.content.items]
                : [billed, body.document === '810' ? body.content.lines : []];
            for (const { lineId, quantity } of rows) tally.set(lineId, add(tally.get(lineId) ?? '0', quantity.value));
            for (const [lineId, value] of billed)
              expect(compare(value, noticed.get(lineId) ?? '0')).toBeLessThanOrEqual(0);
          }
        });
      }),
      runs,
    );
  });

  it('says so and ends the same when one fact comes with two contents', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const fact = events.find((event) => event.type === 'shipment.posted');
        fc.pre(fact?.type === 'shipment.posted');
        const items = fact.shipment.items.map((item) => ({ ...item, quantity: { ...item.quantity, value: '1' } }));
        const other = { ...fact, key: 'other', shipment: { ...fact.shipment, items, shippedOn: '2026-03-04' } };
        const one = fold(shuffled([...events, other], draw));
        const two = fold(shuffled([...events, other], [...draw].reverse()));
        expect(one.state.conflicts).toEqual({ [`shipment.posted/${fact.shipment.shipmentId}`]: true });
        // What left before the contradiction came has left: only what is known must agree.
        expect(known(two.state)).toBe(known(one.state));
        expect(phase(one.state)).toBe('held');
      }),
      runs,
    );
  });

  it('is replayed from its log, and its view is that derived anew', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const mixed = shuffled(events, draw);
        const { state } = fold(mixed, (before) => expect(viewOf({ ...before })).toEqual(viewOf(before)));
        expect(replay('order-1', mixed, policy)).toEqual(state);
        // What a journal gives back is as good as what was kept in memory.
        const stored: OrderState = JSON.parse(JSON.stringify(state));
        expect(phase(stored)).toBe(phase(state));
        expect(lines(stored)).toEqual(lines(state));
      }),
      runs,
    );
  });
});

/** Sums count each message, and a purchase order under another key is judged by its purpose. */
function isRekeyable(event: OrderEvent): boolean {
  return !['order.captured', 'payment.applied', 'line.allocated', 'line.backordered'].includes(event.type);
}
