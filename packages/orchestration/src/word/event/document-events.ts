import type { Failure } from '../failure.ts';

/** What the partner says of a document that we sent; `document` is the effect's key. */
export type DocumentWords =
  | {
      readonly type: 'acknowledgment.received';
      readonly document: string;
      /** What said it. A TA1 speaks of the whole interchange. */
      readonly by: '997' | '999' | '824' | 'TA1';
      readonly status: 'accepted' | 'acceptedWithErrors' | 'rejected';
      readonly codes: readonly string[];
      /** In words, with the place in our own bytes (R13). */
      readonly faults?: readonly string[] | undefined;
    }
  /** The transport's receipt (AS2): bytes arrived, or did not as they were sent. */
  | {
      readonly type: 'mdn.received';
      readonly document: string;
      readonly status: 'processed' | 'failed';
      readonly message?: string | undefined;
    }
  /** An 864, or anything else that is free text: a person reads it, it moves nothing (R11). */
  | { readonly type: 'message.received'; readonly message: string; readonly subject: string; readonly text: string }
  | {
      readonly type: 'effect.done';
      readonly effect: string;
      readonly attempt: number;
      /** What was sent, where it is known: control number and file. */
      readonly sent?: { readonly controlNumber?: string | undefined; readonly file?: string | undefined } | undefined;
    }
  | { readonly type: 'effect.failed'; readonly effect: string; readonly attempt: number; readonly failure: Failure }
  | { readonly type: 'timer.fired'; readonly timer: string };
