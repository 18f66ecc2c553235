import type { FieldGroup } from '../policy/authority-rules.ts';

/** What was found. */
export type FindingKind =
  /** The other system has it and the journal does not; nothing is made of it. */
  | 'notInJournal'
  /** The journal has it as accepted, and the ERP does not have it. */
  | 'notInErp'
  /** The ERP has it, and the journal did not know that it was accepted. */
  | 'notAccepted'
  /** The ERP has another order under the same reference. */
  | 'doubled'
  | 'shippedWithout856'
  | 'invoicedWithout810'
  | 'sentWithout997'
  | 'quantityDifference'
  /** Cancelled or ended short there, and not known here. */
  | 'cancelled'
  | 'paymentUnknown'
  /** Price, place, tracking, tax or a document that differs. */
  | 'fieldDifference';

/**
 * What became of it: the order was told, it waits for a person, a person has let it pass, the table says to leave it, or
 * nothing but this report says it.
 */
export type FindingAction = 'told' | 'held' | 'passed' | 'ignored' | 'reported';

/** One thing on which the journal and another system did not agree. */
export interface Finding {
  /** The same thing found again has the same key. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly action: FindingAction;
  /** Id of the order in the journal; undefined where it has none. */
  readonly order: string | undefined;
  /** What it is about: an ERP number, a shipment, an invoice, a document's key, a line. */
  readonly name: string;
  readonly field?: FieldGroup | undefined;
  readonly known?: string | undefined;
  readonly reported?: string | undefined;
  /** For a person. */
  readonly sentence: string;
}
