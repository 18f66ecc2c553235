import type { LineQuantity, RejectedLine, Substitution } from './amounts.ts';

/** What an ERP, or someone at it, says of one part of the order. */
export type ErpWords =
  | {
      readonly type: 'erp.accepted';
      readonly partId: string;
      readonly erp: string;
      readonly number: string;
      readonly rejected: readonly RejectedLine[];
      /** Quantities that it took and has no stock for. */
      readonly backordered?: readonly LineQuantity[] | undefined;
      /** Of these, what the agreement does not let wait: it is refused in the 855 and cancelled at the ERP. */
      readonly refused?: readonly LineQuantity[] | undefined;
      /** Items that it would ship in the place of those ordered. */
      readonly substitutes?: readonly Substitution[] | undefined;
    }
  | { readonly type: 'erp.rejected'; readonly partId: string; readonly reason: string; readonly message: string }
  /** A look-up after a lost answer found no order: the submit may be tried again. */
  | { readonly type: 'erp.notFound'; readonly partId: string; readonly attempt: number }
  /** Adds to what was reserved for a line. */
  | { readonly type: 'line.allocated'; readonly partId: string; readonly lines: readonly LineQuantity[] }
  /** Adds to what waits for stock. */
  | { readonly type: 'line.backordered'; readonly partId: string; readonly lines: readonly LineQuantity[] }
  /** The ERP ends a line short: the rest will never ship. `closing` names the act. */
  | {
      readonly type: 'line.shortClosed';
      readonly partId: string;
      readonly closing: string;
      readonly lines: readonly LineQuantity[];
      readonly reason: string;
    }
  | { readonly type: 'line.substituted'; readonly partId: string; readonly substitution: Substitution }
  /** The buyer, or a person for it, takes a substitute or not. */
  | {
      readonly type: 'substitution.decided';
      readonly lineId: string;
      readonly substitute: string;
      readonly accepted: boolean;
      readonly by: string;
    }
  | {
      readonly type: 'cancel.result';
      readonly cancel: string;
      readonly partId: string;
      /** What the ERP cancelled; empty when it was too late. */
      readonly lines: readonly LineQuantity[];
    }
  | {
      readonly type: 'change.result';
      readonly change: string;
      readonly partId: string;
      readonly accepted: boolean;
      /** Why not, where it was refused. */
      readonly reason?: string | undefined;
    };
