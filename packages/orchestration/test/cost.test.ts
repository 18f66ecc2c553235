import type { OrderChange } from '@dist/canonical';
import { defaultPolicy, empty, type OrderEvent, transition } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, invoice, line, order, shipment } from './sample.ts';

describe('the cost of an order', { timeout: 30_000 }, () => {
  it.each([
    ['twice the lines', { lines: 50, shipments: 10 }, { lines: 100, shipments: 10 }],
    ['four times the lines', { lines: 50, shipments: 10 }, { lines: 200, shipments: 10 }],
    ['twice the shipments', { lines: 100, shipments: 10 }, { lines: 100, shipments: 20 }],
    ['four times the shipments', { lines: 100, shipments: 5 }, { lines: 100, shipments: 20 }],
  ])('grows with what is told: %s', (_, small, large) => {
    const times = (large.lines * large.shipments) / (small.lines * small.shipments);
    // Reads of shipped and invoiced lines; a machine that derives all anew at each event would need times² of them.
    expect(readsOf(large)).toBeLessThan(readsOf(small) * times * 1.15);
  });
});

describe('the cost of a change order', () => {
  it('grows with its lines, and so does that of each event after it', () => {
    // Reads of the lines of the part; to look for each changed line among them would need 16 times as many.
    expect(readsOfPart(400)).toBeLessThan(readsOfPart(100) * 4 * 1.15);
  });
});

function readsOfPart(size: number): number {
  const of = order(Array.from({ length: size }, (_, index) => line(String(index + 1), 'AX-100', '24')));
  const quantity = { value: '20', unit: 'C62' };
  const content: OrderChange = {
    ...{
      kind: 'orderChange',
      version: '1',
      purpose: 'change',
      mode: 'delta',
      orderNumber: of.number,
      changeNumber: 'c1',
    },
    ...{ dates: {}, parties: {}, references: [] },
    lines: of.lines.map(({ lineId }) => ({ lineId, action: 'change', ids: [], quantity })),
  };
  const receivedAt = '2026-03-02T09:00:00.000Z';
  const told: StoryEvent[] = [
    { type: 'change.requested', partner: 'northfield', change: 'c1', receivedAt, content },
    { type: 'change.result', change: 'c1', partId: '1', accepted: true },
    { type: 'invoice.voided', invoice: 'I1', reason: 'r' },
  ];
  let reads = 0;
  let state = empty('order-1');
  for (const event of given([captured(of), enriched(of), accepted(), ...told]).events) {
    const seen = event.type === 'order.enriched' ? countedLines(event, () => reads++) : event;
    state = transition(state, seen, defaultPolicy).state;
  }
  expect(state.effects['order-1/865/c1']).toBeDefined();
  return reads;
}

function countedLines(event: Extract<OrderEvent, { type: 'order.enriched' }>, count: () => void): OrderEvent {
  const watched = <T extends object>(line: T): T =>
    new Proxy(line, {
      get(target, name, receiver) {
        if (name === 'lineId') count();
        return Reflect.get(target, name, receiver);
      },
    });
  return { ...event, parts: event.parts.map((part) => ({ ...part, lines: part.lines.map(watched) })) };
}

/** How often a transition looks at a line of a shipment or an invoice while an order runs to its end. */
function readsOf(size: { lines: number; shipments: number }): number {
  let reads = 0;
  const counted = <T extends object>(item: T): T =>
    new Proxy(item, {
      get(target, name, receiver) {
        if (name === 'quantity') reads++;
        return Reflect.get(target, name, receiver);
      },
    });
  let state = empty('order-1');
  for (const event of eventsOf(size)) state = transition(state, watched(event, counted), defaultPolicy).state;
  return reads;
}

function watched(event: OrderEvent, counted: <T extends object>(item: T) => T): OrderEvent {
  if (event.type === 'shipment.posted') {
    return { ...event, shipment: { ...event.shipment, items: event.shipment.items.map(counted) } };
  }
  if (event.type === 'invoice.posted') {
    return { ...event, invoice: { ...event.invoice, lines: event.invoice.lines.map(counted) } };
  }
  return event;
}

export function eventsOf(size: { lines: number; shipments: number }): readonly OrderEvent[] {
  const of = order(
    Array.from({ length: size.lines }, (_, index) => line(String(index + 1), 'AX-100', String(size.shipments))),
  );
  const events: StoryEvent[] = [captured(of), enriched(of), accepted()];
  for (let index = 1; index <= size.shipments; index++) {
    const amounts = of.lines.map(({ lineId }) => [lineId, '1'] as const);
    events.push(shipment(`S${index}`, amounts), done(`order-1/856/S${index}`));
    events.push(invoice(`I${index}`, amounts), done(`order-1/810/I${index}`));
  }
  return given(events).events;
}
