import type { Invoice, Quantity, Shipment } from '@dist/canonical';
import type { ReportingSystem } from '../policy/authority-rules.ts';
import type { LineQuantity } from '../word/event.ts';

/** What a record is known by: one of the three at least. `order` is our own id, where the system keeps it. */
export interface ObservedName {
  /** Number of the order at the ERP. */
  readonly number?: string | undefined;
  /** Our reference (R19). */
  readonly externalReference?: string | undefined;
  readonly order?: string | undefined;
}

/** What every record says. */
export interface ObservedBase extends ObservedName {
  readonly from: Exclude<ReportingSystem, 'us' | 'partner'>;
  /** ISO instant in UTC of its last change there. */
  readonly changedAt: string;
}

/** One line of an order as the other system has it. */
export interface ObservedLine {
  readonly lineId: string;
  /** What is to ship in all, with what has shipped already; what was cancelled or closed is not in it. */
  readonly quantity: Quantity;
  /** Price of one unit of `quantity`. */
  readonly price?: string | undefined;
}

/** An order at an ERP or a shop, whole: a line that is not in it is not there any more. */
export interface ObservedOrder extends ObservedBase {
  readonly kind: 'order';
  readonly erp?: string | undefined;
  readonly status: 'open' | 'cancelled';
  readonly lines: readonly ObservedLine[];
  readonly shipToNumber?: string | undefined;
  /** Lines ended short, where the ERP has a name for the act: its webhook, if it comes yet, is then known. */
  readonly closings?: readonly ObservedClosing[] | undefined;
  readonly backordered?: readonly LineQuantity[] | undefined;
}

/** Quantities that will not ship, by the name that a webhook gives the act too. */
export interface ObservedClosing {
  readonly closing: string;
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
}

/** A shipment; its id is the one that a webhook would give. */
export interface ObservedShipment extends ObservedBase {
  readonly kind: 'shipment';
  readonly shipment: Shipment;
}

/** An invoice or a credit memo; `of` and `rma` as in `invoice.posted`. */
export interface ObservedInvoice extends ObservedBase {
  readonly kind: 'invoice';
  readonly invoice: Invoice;
  readonly of?: string | undefined;
  readonly rma?: string | undefined;
  /** Why it was voided, where it was. */
  readonly voided?: string | undefined;
}

/** Money for one invoice. */
export interface ObservedPayment extends ObservedBase {
  readonly kind: 'payment';
  readonly payment: string;
  readonly invoice: string;
  readonly amount: string;
}

/** What another system has, as its interface lists it. */
export type ObservedRecord = ObservedOrder | ObservedShipment | ObservedInvoice | ObservedPayment;

/** What was seen of one order, and when. */
export interface Observation {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly records: readonly ObservedRecord[];
  /** True where `records` are all that the system has of the order: what is not in them is not there. */
  readonly complete?: boolean | undefined;
  /** The run that looks, kept as the cause of what it tells: begun again, it reports what it had told before. */
  readonly run?: string | undefined;
}

/** A system that is polled. */
export interface Observed {
  /** Names the watermark in the journal: one for each system, the same in every run. */
  readonly name: string;
  /**
   * Pages of what was changed at or after `watermark` and before `until`, in any order; more does no harm. Each record comes
   * as it is now: one that was changed twice comes once, or in one page.
   */
  since(watermark: string, until: string): AsyncIterable<readonly ObservedRecord[]>;
  /** All that it has of these orders, whenever it changed. For sweeps. */
  find?(names: readonly ObservedName[]): Promise<readonly ObservedRecord[]>;
}
