import type { InterchangeParty } from '../envelope/interchange.ts';

/** A transaction set that was sent, by what an acknowledgment names it with. */
export interface SentSet {
  /** ISA05 and ISA06. */
  readonly sender: InterchangeParty;
  /** ISA07 and ISA08. */
  readonly receiver: InterchangeParty;
  /** ISA15; where it is absent, acknowledgments of test and production both count. */
  readonly usage?: string | undefined;
  /** ISA13. */
  readonly interchangeControlNumber: string;
  /** GS01. */
  readonly functionalIdentifier: string;
  /** GS06. */
  readonly groupControlNumber: string;
  /** ST02. */
  readonly setControlNumber: string;
  /** ST01, for instance `856`. */
  readonly type: string;
  /** When it was sent. */
  readonly at: Date;
}
