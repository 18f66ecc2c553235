import type { Severity } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import type { Limits } from '../limits.ts';

/** The one issue that a mutant must give. */
export interface ExpectedIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** ST is 1 in a transaction set, ISA is 1 outside; absent where no segment can be named. */
  readonly segment?: number | undefined;
  readonly element?: number | undefined;
  readonly repeat?: number | undefined;
  readonly component?: number | undefined;
  /** `AK403-5`, `TA1-021`; absent where the kind of fault has none. */
  readonly acknowledgment?: string | undefined;
}

/** An interchange with one fault. */
export interface Mutant {
  /** `PO102 is too long`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What `read` must be given beside the definition for the fault to be one. */
  readonly options: {
    readonly limits?: Limits | undefined;
    readonly receiver?: {
      readonly ids?: readonly { readonly qualifier: string; readonly id: string }[] | undefined;
      readonly usage?: 'T' | 'P' | undefined;
    };
  };
  readonly expected: ExpectedIssue;
}
