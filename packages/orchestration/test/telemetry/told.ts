import {
  completeNotes,
  defaultPolicy,
  type Effect,
  empty,
  type Note,
  type OrderEvent,
  transition,
} from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { accepted, acknowledged, done, failed, invoice, order, partner, shipment } from '../sample.ts';

/** What a story leaves behind: its events, the notes of each step as they are committed, all effects issued. */
export interface Told {
  readonly events: readonly OrderEvent[];
  readonly steps: readonly (readonly Note[])[];
  readonly notes: readonly Note[];
  readonly effects: readonly Effect[];
}

export function told(story: readonly StoryEvent[], id = 'order-1', complete = true): Told {
  const { events } = given(story, { id });
  const steps: (readonly Note[])[] = [];
  const effects: Effect[] = [];
  let state = empty(id);
  for (const event of events) {
    const step = transition(state, event, defaultPolicy);
    steps.push(complete ? completeNotes({ before: state, event, after: step.state, notes: step.notes }) : step.notes);
    effects.push(...step.effects);
    state = step.state;
  }
  return { events, steps, notes: steps.flat(), effects };
}

const quantity = { value: '24', unit: 'C62' };

/** What enrichment makes of the sample order. */
export const enriched: StoryEvent = {
  type: 'order.enriched',
  lines: [
    {
      lineId: '1',
      sku: 'AX-100',
      ids: [],
      description: 'Hex bolt',
      ordered: quantity,
      base: quantity,
      units: [],
      price: '3.25',
    },
  ],
  parts: [
    {
      partId: '1',
      externalReference: 'northfield.PO-1',
      erp: 'erp',
      customerNumber: 'C-1',
      shipToNumber: 'S-0012',
      lines: [{ lineId: '1', quantity }],
    },
  ],
  used: [],
};

/** An order that gets everything: a lost answer, a retry, a hold, a rejected and repeated document, money. */
export const fullStory: readonly StoryEvent[] = [
  {
    type: 'order.captured',
    key: 'capture',
    partner,
    order: order(),
    receivedAt: '2026-03-02T08:00:00.000Z',
    document: 'in/850/000000101',
    trace: { traceparent: traceparent(1) },
  },
  enriched,
  done('order-1/enrich'),
  failed('order-1/erp.submit/1', 'inDoubt'),
  { type: 'erp.notFound', partId: '1', attempt: 1 },
  failed('order-1/erp.submit/1', 'transport', 2),
  { ...accepted(), trace: { traceparent: traceparent(2) } },
  sent('order-1/855', { controlNumber: '000000201', file: '855-201.edi' }),
  { type: 'hold.placed', hold: 'credit', reason: 'limit', class: 'credit' },
  { type: 'hold.released', hold: 'credit', by: 'credit desk' },
  shipment('S1', [['1', '24']]),
  { ...sent('order-1/856/S1', { controlNumber: '000000202' }), at: '2026-03-05T08:00:00.000Z' },
  acknowledged('order-1/856/S1', 'rejected', ['5']),
  { type: 'operator.replayed', effect: 'order-1/856/S1', by: 'operator', reason: 'carton mended' },
  sent('order-1/856/S1#2', { controlNumber: '000000203' }),
  acknowledged('order-1/856/S1#2'),
  invoice('I1', [['1', '24']]),
  done('order-1/810/I1'),
  acknowledged('order-1/855'),
  acknowledged('order-1/810/I1'),
  { type: 'payment.applied', invoice: 'I1', amount: '78' },
];

export function traceparent(number: number): string {
  return `00-${String(number).padStart(32, 'a')}-${String(number).padStart(16, 'b')}-01`;
}

function sent(effect: string, names: { readonly controlNumber: string; readonly file?: string }): StoryEvent {
  return { type: 'effect.done', effect, attempt: 1, sent: names };
}
