import type { Shipment } from '@dist/canonical';
import type { EnrichedLine } from '../../word/event.ts';
import type { Story, StoryEvent } from '../given.ts';
import { invoiceOf } from './document/invoice-of.ts';
import { returnOf } from './document/return-of.ts';
import type { FlowEventOf } from './flow-event.ts';
import { orderIn, partOf, type Scene } from './scene.ts';
import type { Tellers } from './tell-event.ts';

/** What is said of invoices, payments and returns. */
export const moneyTellers: Tellers<
  | 'invoice posted'
  | 'credit memo posted'
  | 'invoice voided'
  | 'payment confirmed'
  | 'rma granted'
  | 'return received'
  | 'inspected'
> = {
  'invoice posted': billed,
  'credit memo posted': billed,
  'invoice voided': ({ invoice, reason }) => [{ type: 'invoice.voided', invoice, reason }],
  'payment confirmed': ({ invoice, amount }) => [{ type: 'payment.applied', invoice, amount }],
  'rma granted': returned,
  'return received': returned,
  inspected: returned,
};

function billed(
  event: FlowEventOf<'invoice posted' | 'credit memo posted'>,
  { story, at, number }: Scene,
): readonly StoryEvent[] {
  const { part, of, rma } = event;
  const shipped = shipmentIn(story, event.shipment);
  const invoice = invoiceOf(event, at, { number, order: orderIn(story), enriched: enrichedIn(story), shipped });
  const about = { ...(of !== undefined && { of }), ...(rma !== undefined && { rma }) };
  return [{ type: 'invoice.posted', partId: partOf(story, part), invoice, ...about }];
}

function returned(
  event: FlowEventOf<'rma granted' | 'return received' | 'inspected'>,
  { story, at, number }: Scene,
): readonly StoryEvent[] {
  return [{ type: 'return.reported', content: returnOf(event, at, number, orderIn(story)) }];
}

/** The shipment of that id; the only one, or the last, where none is named. */
function shipmentIn({ state }: Story, shipmentId: string | undefined): Shipment | undefined {
  const shipments = Object.values(state.facts).flatMap((fact) =>
    fact.type === 'shipment.posted' ? [fact.shipment] : [],
  );
  return shipments.filter((shipment) => shipment.shipmentId === (shipmentId ?? shipment.shipmentId)).at(-1);
}

function enrichedIn({ state }: Story): readonly EnrichedLine[] {
  const fact = Object.values(state.facts).find(({ type }) => type === 'order.enriched');
  return fact?.type === 'order.enriched' ? fact.lines : [];
}
