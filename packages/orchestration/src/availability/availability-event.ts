import type { Quantity } from '@dist/canonical';

/** What every event has: a name of its own, and when we heard of it (ISO UTC with milliseconds). */
export interface AvailabilityEventBase {
  readonly key: string;
  readonly at: string;
}

/** Who says it, of which place, and how it stands among the reports of this source on this place. */
export interface ReportBase {
  /** `erp`, `wms`: a name of the policy. */
  readonly source: string;
  /** Warehouse or store, by our number. */
  readonly location: string;
  /**
   * Rises with each report of a source on a location and names it: a report that comes late or twice does no harm. A
   * source that has no numbers gives the instant in milliseconds.
   */
  readonly sequence: number;
  /** When the numbers were true. */
  readonly asOf: string;
}

/**
 * So much of an order that is no longer in the number on hand: in a snapshot in total, in a delta what this difference took
 * away for it.
 */
export interface ReflectedQuantity {
  readonly externalReference: string;
  readonly quantity: Quantity;
}

/** So much of an expected receipt that is in the number on hand: in a snapshot in total, in a delta by this difference. */
export interface ReceivedQuantity {
  readonly receipt: string;
  readonly quantity: Quantity;
}

/** What a warehouse or an ERP has set apart for one order. */
export interface AllocatedQuantity {
  /** Our name for the ERP order (R19). Without one it is the demand of others, in addition to every reservation. */
  readonly externalReference?: string | undefined;
  /** Set apart and still there. */
  readonly quantity: Quantity;
  /** What has left under this reference, in total: it counts until the number on hand reflects it. */
  readonly shipped?: Quantity | undefined;
  /** The order asks for nothing more, shipped short or not. */
  readonly closed?: boolean | undefined;
}

/** Numbers from outside. Each is a fact: their order of arrival and repetitions do not matter. */
export type AvailabilityReport =
  /** What lies there: all of it (`snapshot`), or what has changed since the report before (`delta`). */
  | (ReportBase & {
      readonly type: 'stock.reported';
      readonly report: 'snapshot' | 'delta';
      /** Negative in a delta that takes away, and from systems that report less than nothing. */
      readonly quantity: Quantity;
      /** Orders whose goods the number no longer holds. A snapshot had better name all those of the last days. */
      readonly reflects?: readonly ReflectedQuantity[] | undefined;
      /** Receipts whose goods the number holds. */
      readonly received?: readonly ReceivedQuantity[] | undefined;
    })
  /** `complete`: an order that is not told of has nothing set apart. */
  | (ReportBase & {
      readonly type: 'allocation.reported';
      readonly report: 'complete' | 'partial';
      readonly allocations: readonly AllocatedQuantity[];
    })
  /** Goods on their way. The same receipt again replaces what was said of it; a quantity of 0 calls it off. */
  | (ReportBase & {
      readonly type: 'receipt.expected';
      /** What names it at its source: a line of an order to a supplier. */
      readonly receipt: string;
      /** In total, with what of it has arrived. */
      readonly quantity: Quantity;
      /** Calendar date. */
      readonly on: string;
    });

/** What channels ask for, and what becomes of it. */
export type ReservationEvent =
  | {
      readonly type: 'reservation.requested';
      /** The same key again is the same reservation. */
      readonly reservation: string;
      readonly channel: string;
      /** The first of the channel's locations that has enough, when absent. Never split. */
      readonly location?: string | undefined;
      readonly quantity: Quantity;
      /** Calendar date from which it is needed; today (UTC) when absent. */
      readonly on?: string | undefined;
      /** The policy's time after `at` when absent, and never later than the policy allows. */
      readonly expiresAt?: string | undefined;
    }
  /** It became an ERP order of this name and does not expire any more. Said before the order is submitted. */
  | { readonly type: 'reservation.confirmed'; readonly reservation: string; readonly externalReference: string }
  /** Given back, all of it or down to `remaining`. Of a confirmed one: only what has not shipped. */
  | { readonly type: 'reservation.released'; readonly reservation: string; readonly remaining?: Quantity | undefined }
  /** Its timer fired; too early or twice does nothing. */
  | { readonly type: 'reservation.expired'; readonly reservation: string };

/** What became known of the stock of one item. Quantities are in the item's base unit (`inBaseUnit`). */
export type AvailabilityEvent = AvailabilityEventBase &
  (
    | AvailabilityReport
    | ReservationEvent
    /** Another timer fired: a number has become old, a day has begun. */
    | { readonly type: 'timer.fired'; readonly timer: string }
  );
