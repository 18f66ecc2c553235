import type { DocumentWords } from './event/document-events.ts';
import type { ErpWords } from './event/erp-events.ts';
import type { EventBase } from './event/event-base.ts';
import type { FulfillmentWords } from './event/fulfillment-events.ts';
import type { MoneyWords } from './event/money-events.ts';
import type { OperatorWords } from './event/operator-events.ts';
import type { OrderWords } from './event/order-events.ts';
import type { SharedDocumentWords } from './event/shared-document-events.ts';

/** What became known of an order: a fact from outside, or a report of what became of an effect. */
export type OrderEvent = EventBase &
  (OrderWords | ErpWords | FulfillmentWords | MoneyWords | DocumentWords | SharedDocumentWords | OperatorWords);

export type { LineQuantity, RejectedLine, Substitution } from './event/amounts.ts';
export type { Approval, EnrichedExtras, EnrichedLine, OrderPart, Provenance } from './event/enrichment.ts';
export { type EventBase, eventVersion } from './event/event-base.ts';
export type { Deduction } from './event/money-events.ts';
