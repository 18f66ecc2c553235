import type { Invoice, Shipment } from '@dist/canonical';
import { defaultPolicy, type OrderState, type Policy } from '@dist/orchestration';
import type { ObservedOrder, ObservedRecord, ObservedShipment } from '@dist/orchestration/reconcile';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { accepted, captured, enriched, invoice, shipment } from '../sample.ts';

/** One order, what was seen of it, and what that must come to. */
export interface ReportCase {
  readonly sentence: string;
  readonly state: OrderState;
  readonly records: readonly ObservedRecord[];
  readonly complete?: boolean;
  readonly run?: string;
  readonly policy?: Policy;
  readonly at?: string;
  /** Types of the events, in order. */
  readonly told: readonly string[];
  /** `kind action name`, in order. */
  readonly found: readonly string[];
}

/** When they are compared, where a case says nothing else. */
export const defaultAt = '2026-03-02T09:00:00.000Z';
export const id = 'northfield/PO-1';
export const name = { from: 'erp', number: 'SO-1', changedAt: '2026-03-02T08:50:00.000Z' } as const;
export const story = (...events: readonly StoryEvent[]): OrderState => given(events, { id }).state;
export const taken: readonly StoryEvent[] = [captured(), enriched()];
export const fulfilling = story(...taken, accepted());
export const shipped = story(...taken, accepted(), shipment('S1', [['1', '10']]));
export const money = { ...name, kind: 'payment', payment: 'P1', invoice: 'I1', amount: '78.00' } as const;
export const lineOf = (value: string, price?: string) => ({ lineId: '1', quantity: { value, unit: 'C62' }, price });

export function seen(value: string, more: Partial<ObservedOrder> = {}): ObservedOrder {
  return { ...name, kind: 'order', status: 'open', lines: [lineOf(value)], ...more };
}

export function left(shipmentId: string, value: string, more: Partial<ObservedShipment> = {}): ObservedShipment {
  return { ...name, kind: 'shipment', shipment: goods(shipmentId, value), ...more };
}

export function goods(shipmentId: string, value: string, more: Partial<Shipment> = {}): Shipment {
  const told = shipment(shipmentId, [['1', value]]);
  if (told.type !== 'shipment.posted') throw new TypeError('a shipment is a shipment');
  return { ...told.shipment, ...more };
}

export function bill(number: string, value: string, more: Partial<Invoice> = {}): Invoice {
  const told = invoice(number, [['1', value]], more);
  if (told.type !== 'invoice.posted') throw new TypeError('an invoice is an invoice');
  return told.invoice;
}

const { authority } = defaultPolicy;
export const withFields = (fields: Partial<Policy['authority']['fields']>): Policy => ({
  ...defaultPolicy,
  authority: { ...authority, fields: { ...authority.fields, ...fields } },
});
export const adoptAll = { owner: 'erp', whenNew: 'adopt', whenDifferent: 'adopt' } as const;
export const byWarehouse: Policy = {
  ...defaultPolicy,
  fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse' },
};
