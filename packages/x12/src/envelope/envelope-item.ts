import type { Address, Issue } from '../issue.ts';
import type { Segment, TransactionSet } from './interchange.ts';
import type { OpenGroup } from './open-group.ts';
import type { OpenInterchange } from './open-interchange.ts';

/** What reading an envelope brings, in file order: a group comes after its sets, an interchange after its groups. */
export type EnvelopeItem =
  | {
      readonly kind: 'set';
      readonly set: TransactionSet;
      readonly group: OpenGroup;
      readonly interchange: OpenInterchange;
    }
  | { readonly kind: 'group'; readonly group: OpenGroup; readonly interchange: OpenInterchange }
  | { readonly kind: 'interchange'; readonly interchange: OpenInterchange }
  /** Where reading goes segment by segment: some of them. */
  | { readonly kind: 'segments'; readonly segments: readonly Segment[]; readonly address: Address }
  /** A fault outside any interchange. */
  | { readonly kind: 'issue'; readonly issue: Issue };
