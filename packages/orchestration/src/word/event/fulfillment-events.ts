import type { FulfillmentConfirmation, Shipment } from '@dist/canonical';
import type { LineQuantity } from './amounts.ts';

/** What happens to the goods. */
export type FulfillmentWords =
  /** The warehouse has begun: from here on a cancellation asks it first (R17). */
  | { readonly type: 'warehouse.picked'; readonly partId: string; readonly request: string }
  /** The 945: what left, for one request. It is not the partner's notice (R21). */
  | {
      readonly type: 'warehouse.confirmed';
      readonly partId: string;
      readonly request: string;
      readonly confirmation: FulfillmentConfirmation;
      /** True when nothing more of the request will come. */
      readonly final: boolean;
    }
  | {
      readonly type: 'warehouse.cancelResult';
      readonly partId: string;
      readonly cancel: string;
      /** What it will not ship any more; empty when it was too late. */
      readonly lines: readonly LineQuantity[];
    }
  | {
      readonly type: 'shipment.posted';
      readonly partId: string;
      readonly shipment: Shipment;
      /** Who reports it; the ERP when absent. */
      readonly source?: 'erp' | 'warehouse' | undefined;
      /** The load it left with, where the partner wants one notice for a load (R15): the notice is then the load's. */
      readonly load?: string | undefined;
      /** ISO instant at which the goods left, where that is known apart from the report of the shipment. */
      readonly departedAt?: string | undefined;
    }
  /** What was shipped, put right after the fact (a count, a carton): the notice is corrected as the profile says (R22). */
  | {
      readonly type: 'shipment.corrected';
      readonly shipmentId: string;
      readonly correction: string;
      readonly shipment: Shipment;
      readonly reason: string;
    }
  /** A carrier's 214, a proof of delivery, or the buyer's receipt. */
  | {
      readonly type: 'shipment.delivered';
      readonly shipmentId: string;
      readonly deliveredAt: string;
      readonly signedBy?: string | undefined;
    };
