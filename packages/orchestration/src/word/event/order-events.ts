import type { Order, OrderChange } from '@dist/canonical';
import type { ErrorClass, Failure } from '../failure.ts';
import type { EnrichedExtras, EnrichedLine, OrderPart, Provenance } from './enrichment.ts';

/** What becomes known of the order itself: it came, it came again, it changed, someone stops it. */
export type OrderWords =
  | {
      readonly type: 'order.captured';
      readonly partner: string;
      readonly order: Order;
      /** Key of the stored inbound document. */
      readonly document?: string | undefined;
      /** When it was received at the transport: SLA clocks start here (R26). */
      readonly receivedAt: string;
      /**
       * Version of the order at its source, where the source counts (a shop's webhook, R03): a higher one that comes
       * before enrichment takes the place of a lower one, a lower one that comes later changes nothing.
       */
      readonly revision?: number | undefined;
    }
  | ({
      readonly type: 'order.enriched';
      readonly lines: readonly EnrichedLine[];
      readonly parts: readonly OrderPart[];
      readonly used: readonly Provenance[];
    } & EnrichedExtras)
  /** Master data lacks something that a person can add: one hold for each class of failure; releasing them enriches again. */
  | { readonly type: 'order.unresolved'; readonly round: number; readonly failures: readonly Failure[] }
  /** The order can never be right, whatever master data says. */
  | { readonly type: 'order.invalid'; readonly failures: readonly Failure[] }
  /** An 860, or a shop's edit (R17). `change` names it: the change number of the buyer, or the key of the document. */
  | {
      readonly type: 'change.requested';
      readonly partner: string;
      readonly change: string;
      /** Place in the partner's sequence of changes to this order, from 1; absent where the partner does not count. */
      readonly sequence?: number | undefined;
      readonly content: OrderChange;
      /** How its quantities are meant where the document does not say; without it they wait for a person. */
      readonly quantities?: 'total' | 'difference' | undefined;
      readonly document?: string | undefined;
      readonly receivedAt: string;
    }
  /** A person decides a change that was held: how its quantities are meant, or that it is refused. */
  | {
      readonly type: 'change.decided';
      readonly change: string;
      readonly decision: 'apply' | 'refuse';
      readonly quantities?: 'total' | 'difference' | undefined;
      readonly by: string;
      readonly reason?: string | undefined;
    }
  /**
   * A hold's name is used once: placing it again after its release changes nothing. With `expiresAt` it ends by itself:
   * `release` lets the order go on, `cancel` asks for its cancellation, `escalate` (when absent) keeps it and is told.
   */
  | {
      readonly type: 'hold.placed';
      readonly hold: string;
      readonly reason: string;
      readonly class?: ErrorClass | undefined;
      readonly expiresAt?: string | undefined;
      readonly onExpiry?: 'release' | 'cancel' | 'escalate' | undefined;
    }
  /**
   * Lets a hold go as it stands (`Hold.about`): where it comes to be about more, or about something else, a person is asked
   * again. `about` says what was seen; where it is absent, what the hold is about when this arrives.
   */
  | {
      readonly type: 'hold.released';
      readonly hold: string;
      readonly by: string;
      readonly reason?: string | undefined;
      readonly about?: string | undefined;
    }
  | { readonly type: 'credit.decided'; readonly approved: boolean; readonly reason: string; readonly by: string }
  | { readonly type: 'cancel.requested'; readonly cancel: string; readonly reason: string };
