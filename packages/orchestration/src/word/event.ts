import type { Identifier, Invoice, Order, Quantity, Shipment, UnitConversion } from '@dist/canonical';
import type { EffectBody } from './effect.ts';
import type { ErrorClass, Failure } from './failure.ts';

/** What every event carries. Time comes only from `at`: the machine has no clock. */
export interface EventBase {
  /** Makes the event unique in its order: the same key again is the same event. */
  readonly key: string;
  /** ISO 8601 instant in UTC with milliseconds. */
  readonly at: string;
  /** Version of the event's shape; older ones are upcast. */
  readonly v: 1;
  readonly causation?: string | undefined;
  readonly trace?: { readonly traceparent: string } | undefined;
}

/** A quantity of one line of the buyer's order. */
export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** A line as the ERP needs it: the seller's item, the quantity in its base unit, what was looked up to get there. */
export interface EnrichedLine {
  readonly lineId: string;
  readonly sku: string;
  readonly ids: readonly Identifier[];
  readonly description: string;
  /** As ordered, in the buyer's unit. */
  readonly ordered: Quantity;
  /** The same in the item's base unit. */
  readonly base: Quantity;
  /** How many base units each unit held when the item was looked up; later quantities convert by it. */
  readonly units: readonly UnitConversion[];
  /** Price per ordered unit that the buyer states. */
  readonly price?: string | undefined;
}

/** One ERP order of a purchase order (R16): by store of an SDQ, warehouse, or the whole (`partId` is then `1`). */
export interface OrderPart {
  readonly partId: string;
  /** Our reference at the ERP: partner-scoped, at most 35 characters (R19). */
  readonly externalReference: string;
  readonly erp: string;
  readonly customerNumber: string;
  readonly shipToNumber: string;
  readonly lines: readonly LineQuantity[];
}

/** A record that an enrichment used: which table, which key, which version. */
export interface Provenance {
  readonly record: string;
  readonly key: string;
  readonly version: string;
}

/** A quantity that the ERP does not take, and why. */
export interface RejectedLine extends LineQuantity {
  /** `price`, `itemUnknown`, `outOfStock`. */
  readonly reason: string;
}

/** What became known of an order: a fact from outside, or a report of what became of an effect. */
export type OrderEvent = EventBase &
  (
    | {
        readonly type: 'order.captured';
        readonly partner: string;
        readonly order: Order;
        /** Key of the stored inbound document. */
        readonly document?: string | undefined;
        /** When it was received at the transport: SLA clocks start here (R26). */
        readonly receivedAt: string;
      }
    | {
        readonly type: 'order.enriched';
        readonly lines: readonly EnrichedLine[];
        readonly parts: readonly OrderPart[];
        readonly used: readonly Provenance[];
      }
    /** Master data lacks something that a person can add: one hold for each class of failure; releasing them enriches again. */
    | { readonly type: 'order.unresolved'; readonly round: number; readonly failures: readonly Failure[] }
    /** The order can never be right, whatever master data says. */
    | { readonly type: 'order.invalid'; readonly failures: readonly Failure[] }
    /** A hold's name is used once: placing it again after its release changes nothing. */
    | {
        readonly type: 'hold.placed';
        readonly hold: string;
        readonly reason: string;
        readonly class?: ErrorClass | undefined;
      }
    | { readonly type: 'hold.released'; readonly hold: string; readonly by: string }
    | {
        readonly type: 'erp.accepted';
        readonly partId: string;
        readonly erp: string;
        readonly number: string;
        readonly rejected: readonly RejectedLine[];
      }
    | { readonly type: 'erp.rejected'; readonly partId: string; readonly reason: string; readonly message: string }
    /** A look-up after a lost answer found no order: the submit may be tried again. */
    | { readonly type: 'erp.notFound'; readonly partId: string; readonly attempt: number }
    | { readonly type: 'line.allocated'; readonly partId: string; readonly lines: readonly LineQuantity[] }
    | { readonly type: 'line.backordered'; readonly partId: string; readonly lines: readonly LineQuantity[] }
    | { readonly type: 'shipment.posted'; readonly partId: string; readonly shipment: Shipment }
    | { readonly type: 'invoice.posted'; readonly partId: string; readonly invoice: Invoice }
    | { readonly type: 'payment.applied'; readonly invoice: string; readonly amount: string }
    | { readonly type: 'cancel.requested'; readonly cancel: string; readonly reason: string }
    | {
        readonly type: 'cancel.result';
        readonly cancel: string;
        readonly partId: string;
        /** What the ERP cancelled; empty when it was too late. */
        readonly lines: readonly LineQuantity[];
      }
    /** The partner's 997/999/824 for a document we sent; `document` is the effect's key. */
    | {
        readonly type: 'acknowledgment.received';
        readonly document: string;
        readonly status: 'accepted' | 'acceptedWithErrors' | 'rejected';
        readonly codes: readonly string[];
      }
    | {
        readonly type: 'effect.done';
        readonly effect: string;
        readonly attempt: number;
        /** What was sent, where it is known: control number and file. */
        readonly sent?: { readonly controlNumber?: string | undefined; readonly file?: string | undefined } | undefined;
      }
    | { readonly type: 'effect.failed'; readonly effect: string; readonly attempt: number; readonly failure: Failure }
    | { readonly type: 'timer.fired'; readonly timer: string }
    /**
     * Tries a parked effect again. A document that the partner rejected, or that was sent already, goes out as a new one
     * (`<key>#2`) with the same content or with the corrected one.
     */
    | {
        readonly type: 'operator.replayed';
        readonly effect: string;
        readonly by: string;
        readonly reason: string;
        /** Replaces the body as issued; must be of the effect's type. */
        readonly correction?: EffectBody | undefined;
      }
    | { readonly type: 'operator.abandoned'; readonly by: string; readonly reason: string }
  );
