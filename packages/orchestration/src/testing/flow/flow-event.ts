import type { LineAction } from '@dist/canonical';
import type { ErrorClass } from '../../word/failure.ts';
import type { StoryEvent } from '../given.ts';

/** A quantity of a line. Units are X12 codes or those of UN/ECE Rec 20; without one the unit that was ordered. */
export interface FlowAmount {
  readonly line: string;
  readonly quantity: string;
  readonly unit?: string | undefined;
}

/** A line of a purchase order. */
export interface FlowLine extends FlowAmount {
  /** Seller's number of the item. */
  readonly item: string;
  readonly price?: string | undefined;
  /** Unit that the price is for, where it is not the ordered one: catch weight. */
  readonly priceUnit?: string | undefined;
  /** Store and quantity, as an SDQ tells them: a store may come more than once. */
  readonly stores?: readonly (readonly [store: string, quantity: string])[] | undefined;
}

/** A row of a shipment: `weight` is what was weighed, with its unit. */
export interface FlowShippedAmount extends FlowAmount {
  readonly weight?: FlowWeight | undefined;
}

/** A weight: `{ value: '203.45', unit: 'LB' }`. */
export interface FlowWeight {
  readonly value: string;
  readonly unit: string;
}

/** A line of an 860. */
export interface FlowChange {
  readonly line: string;
  readonly action: LineAction;
  readonly quantity?: string | undefined;
  readonly unit?: string | undefined;
  readonly price?: string | undefined;
}

/** What the ERP says of one part; of the only one where `part` is not told. */
type ErpAnswer = { readonly part?: string | undefined } & (
  | {
      readonly event: 'erp accepted' | 'erp look-up finds';
      readonly number?: string | undefined;
      readonly rejected?: readonly (FlowAmount & { readonly reason: string })[] | undefined;
      readonly backordered?: readonly FlowAmount[] | undefined;
      readonly substitutes?: readonly { readonly line: string; readonly item: string }[] | undefined;
    }
  | { readonly event: 'erp rejected'; readonly reason: string }
  | { readonly event: 'erp reply lost' | 'erp look-up finds nothing' }
  /** The submit fails, and the table of the adapter gives the class. Told once, it is the answer to every attempt. */
  | { readonly event: 'erp answers'; readonly class: ErrorClass; readonly code: string; readonly message: string }
);

/** The warehouse, for one part; for the only one where `part` is not told. */
type WarehouseAnswer = { readonly part?: string | undefined } & (
  | { readonly event: '940 sent' | 'picked' | 'warehouse refuses cancel' }
  /** It will not ship what it was asked to stop: `lines` of it, or all of the request. */
  | { readonly event: 'warehouse stops'; readonly lines?: readonly FlowAmount[] | undefined }
  | {
      readonly event: '945 received';
      readonly shipment?: string | undefined;
      readonly lines: readonly FlowAmount[];
      /** More of the request will come. */
      readonly more?: boolean | undefined;
    }
  | {
      readonly event: 'shipped';
      readonly shipment?: string | undefined;
      readonly load?: string | undefined;
      /** All that was ordered where neither lines nor cartons are told. */
      readonly lines?: readonly FlowShippedAmount[] | undefined;
      readonly cartons?: readonly { readonly id: string; readonly rows: readonly FlowAmount[] }[] | undefined;
      readonly source?: 'erp' | 'warehouse' | undefined;
    }
);

/** Documents that span orders: a load has left; with `orders` its notice waits until so many have joined. */
type LoadFact = { readonly event: 'load closed'; readonly load: string; readonly orders?: number | undefined };

/** Invoices and money. */
type MoneyFact =
  | {
      readonly event: 'invoice posted' | 'credit memo posted';
      readonly invoice: string;
      readonly part?: string | undefined;
      /** What it bills: the lines of its shipment where it tells none. */
      readonly shipment?: string | undefined;
      readonly lines?: readonly FlowAmount[] | undefined;
      /** Price for each unit; the ordered one when absent. */
      readonly price?: string | undefined;
      readonly of?: string | undefined;
      readonly rma?: string | undefined;
    }
  | { readonly event: 'invoice voided'; readonly invoice: string; readonly reason: string }
  | {
      readonly event: '820 received';
      /** Trace number (TRN02); with the partner it names the payment. */
      readonly payment: string;
      /** What is paid (BPR02); the sum of the lines when absent. */
      readonly total?: string | undefined;
      readonly lines: readonly {
        readonly invoice: string;
        readonly net: string;
        readonly deductions?: readonly { readonly reason: string; readonly amount: string }[] | undefined;
      }[];
    }
  | { readonly event: 'payment confirmed'; readonly invoice: string; readonly amount: string }
  | {
      readonly event: 'rma granted' | 'return received' | 'inspected';
      readonly rma: string;
      /** Of what came back, `refused` is not taken. */
      readonly lines: readonly (FlowAmount & { readonly refused?: string | undefined })[];
    };

/** Documents that we sent, named by what follows the order in their key: `855`, `856/S1`, `810/INV1`, `856/S1#2`. */
type DocumentFact =
  | { readonly event: 'sent'; readonly document: string }
  | {
      readonly event: '997 received' | '824 received';
      readonly document: string;
      readonly status: 'accepted' | 'acceptedWithErrors' | 'rejected';
      readonly faults?: readonly string[] | undefined;
    };

/** Persons and clocks. */
type PersonalAct =
  | { readonly event: 'clock' }
  | { readonly event: 'operator replays'; readonly document: string; readonly reason: string }
  | { readonly event: 'hold placed'; readonly hold: string; readonly reason: string }
  | { readonly event: 'hold released'; readonly hold: string };

/**
 * What became known, at an instant with its offset, in the words of the business. `order` is the buyer's purchase order
 * number; the one of the scenario's first purchase order where it is not told. `event: 'told'` takes any event of the
 * machine in the machine's own words.
 */
export type FlowEvent = {
  readonly at: string;
  readonly order?: string | undefined;
  readonly partner?: string | undefined;
  /** The same key again is the same message again. Made of what the event says when absent. */
  readonly key?: string | undefined;
} & (
  | {
      readonly event: '850 received' | 'shop order received';
      /** BEG01. */
      readonly purpose?: '00' | '01' | '05' | '06' | '07' | '22' | undefined;
      readonly lines: readonly FlowLine[];
      /** Buyer's number of the store. */
      readonly shipTo?: string | undefined;
      /** When the bytes came, where they were read later. */
      readonly receivedAt?: string | undefined;
      readonly revision?: number | undefined;
    }
  | {
      readonly event: '860 received';
      readonly sequence?: number | undefined;
      /** BCH01. */
      readonly purpose?: '01' | '04' | undefined;
      readonly lines?: readonly FlowChange[] | undefined;
    }
  | ErpAnswer
  | WarehouseAnswer
  | LoadFact
  | MoneyFact
  | DocumentFact
  | PersonalAct
  | { readonly event: 'told'; readonly told: StoryEvent }
);

/** The events that may have one of some names. */
export type FlowEventOf<Name extends FlowEvent['event']> = FlowEvent extends infer Each
  ? Each extends { readonly event: infer Own }
    ? Extract<Own, Name> extends never
      ? never
      : Each
    : never
  : never;
