import type { Instant, Issue } from '@dist/canonical';
import type { ConnectorFailure } from './failure.ts';

/** A record that this version cannot read: it is told of, so that one of them never stops the rest. */
export interface Unreadable {
  /** The system's id of the record, as far as it can be told. */
  readonly id: string;
  readonly issues: readonly Issue[];
}

/**
 * Some records and where to go on, or why there are none. A failed page is the last one. `next` is stored together with
 * what the records gave; a list that goes on from there may give records again, and never leaves one out.
 */
export type Page<Item> =
  | {
      readonly ok: true;
      readonly items: readonly Item[];
      readonly unreadable: readonly Unreadable[];
      /** Opaque, of this system and operation only. */
      readonly next: string;
    }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** Where a list begins: after a page that was read before, or with what changed at an instant or later. */
export type ListStart = { readonly after: string } | { readonly from: Instant };

/** What a look-up found. Only an answer that says so is `notFound`; everything else that is no record is `failed`. */
export type Found<Record> =
  | { readonly status: 'found'; readonly value: Record }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };
