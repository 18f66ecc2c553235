import type { InterchangeHeader } from '../envelope/interchange.ts';

/** What an acknowledgment finds wrong with what was sent. */
export interface AcknowledgedFault {
  /** Place and code as received: `AK403-7`, `IK304-I6`, `AK502-5`, `AK905-2`, `TA1-025`. */
  readonly code: string;
  /** The code in plain words. */
  readonly meaning: string;
  /** Id of the segment of the sent set (AK301, IK301). */
  readonly segment?: string | undefined;
  /** Number of that segment in the sent set, ST = 1 (AK302, IK302). */
  readonly position?: number | undefined;
  /** Number of the element in that segment, from 1 (AK401-1, IK401-1). */
  readonly element?: number | undefined;
  /** Component of a composite, from 1 (AK401-2, IK401-2). */
  readonly component?: number | undefined;
  /** Repeat of a repeating element, from 1 (AK401-3, IK401-3). */
  readonly repeat?: number | undefined;
  /** Data element number, for instance `355` (AK402, IK402). */
  readonly elementNumber?: string | undefined;
  /** The value that was refused (AK404, IK404). */
  readonly found?: string | undefined;
}

export type Verdict = 'accepted' | 'accepted-with-errors' | 'rejected';

/** Where a statement stands: the acknowledgment as it was received. */
export interface AcknowledgmentReference {
  readonly type: 'TA1' | '997' | '999';
  /** ISA of the interchange that brought it. */
  readonly interchange: InterchangeHeader;
  /** GS06 of its group; absent for a TA1. */
  readonly groupControlNumber?: string | undefined;
  /** ST02; absent for a TA1. */
  readonly setControlNumber?: string | undefined;
}

/** What a TA1 says of an interchange. */
export interface InterchangeStatement {
  readonly kind: 'interchange';
  readonly by: AcknowledgmentReference;
  readonly controlNumber: string;
  readonly verdict: Verdict;
  readonly faults: readonly AcknowledgedFault[];
}

/** What a 997 or 999 says of one transaction set (AK2 to AK5 or IK5). */
export interface SetStatement {
  readonly type: string;
  readonly controlNumber: string;
  readonly verdict: Verdict;
  readonly faults: readonly AcknowledgedFault[];
}

/** What a 997 or 999 says of a group (AK1, AK9). */
export interface GroupStatement {
  readonly kind: 'group';
  readonly by: AcknowledgmentReference;
  readonly functionalIdentifier: string;
  readonly controlNumber: string;
  /** AK901; `partly` for P. */
  readonly verdict: Verdict | 'partly';
  /** AK905 to AK909. */
  readonly faults: readonly AcknowledgedFault[];
  /** AK904. */
  readonly accepted: number;
  readonly sets: readonly SetStatement[];
}

/** An acknowledgment that is itself rejected: what it says can not be relied on. */
export interface UnusableStatement {
  readonly kind: 'unusable';
  readonly by: AcknowledgmentReference;
}

export type Statement = InterchangeStatement | GroupStatement | UnusableStatement;
