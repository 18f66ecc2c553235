import type { FulfillmentRequest, Invoice, Order, OrderAcknowledgment, OrderChange, Shipment } from '@dist/canonical';
import type { LineQuantity } from './event/amounts.ts';
import type { Approval, EnrichedLine, OrderPart } from './event/enrichment.ts';
import type { Deduction } from './event/money-events.ts';
import type { OrderEvent } from './event.ts';

/** What may be done again without asking: `lookupFirst` is looked up after a lost answer, `manual` waits for a person. */
export type Safety = 'idempotent' | 'lookupFirst' | 'manual';

/** How soon a piece of work is wanted: the policy's table says which lane share each class gets, and when. */
export type WorkClass = 'realTime' | 'nearRealTime' | 'batch';

/** What an ERP is asked to do with one part of an order. */
export interface ErpOrder {
  readonly part: OrderPart;
  /** The lines of the part, with the quantities of the part. */
  readonly lines: readonly EnrichedLine[];
  /** The buyer's order, its lines narrowed to the part. */
  readonly order: Order;
  /** Change orders that are in it. */
  readonly changes?: readonly string[] | undefined;
}

/** An order at an ERP, by both of its names (R19). */
export interface ErpOrderName {
  readonly erp: string;
  readonly partId: string;
  /** Our reference. */
  readonly externalReference: string;
  /** The ERP's number. */
  readonly number: string;
}

/** What an ERP is asked to do. */
export type ErpEffect =
  | { readonly type: 'erp.submit'; readonly erp: string; readonly request: ErpOrder }
  | {
      readonly type: 'erp.find';
      readonly erp: string;
      readonly partId: string;
      readonly externalReference: string;
      readonly submit: string;
      readonly attempt: number;
    }
  /** `lines` where not all of the order is to be cancelled: what has no stock, what the buyer does not take. */
  | ({
      readonly type: 'erp.cancel';
      readonly cancel: string;
      readonly lines?: readonly LineQuantity[] | undefined;
    } & ErpOrderName)
  /** `lines` are the new totals of the lines that change. */
  | ({
      readonly type: 'erp.change';
      readonly change: string;
      readonly lines: readonly LineQuantity[];
      readonly content: OrderChange;
    } & ErpOrderName)
  /** Tells the ERP of goods that a warehouse has shipped. */
  | ({ readonly type: 'erp.shipment'; readonly shipment: Shipment } & ErpOrderName)
  /** Asks the ERP to invoice what has shipped. */
  | ({ readonly type: 'erp.invoice'; readonly shipmentId: string } & ErpOrderName)
  /** Asks the ERP for a credit memo of what a return's inspection accepted. */
  | ({ readonly type: 'erp.credit'; readonly rma: string; readonly lines: readonly LineQuantity[] } & ErpOrderName)
  /** Books an advised payment. */
  | {
      readonly type: 'erp.cash';
      readonly erp: string;
      readonly payment: string;
      readonly invoice: string;
      readonly amount: string;
      readonly deductions: readonly Deduction[];
    };

/** What a warehouse is asked to do. `request` names the 940, one for each part. */
export type WarehouseEffect =
  | {
      readonly type: 'warehouse.release';
      readonly warehouse: string;
      readonly partId: string;
      readonly request: string;
      readonly content: FulfillmentRequest;
    }
  | {
      readonly type: 'warehouse.cancel';
      readonly warehouse: string;
      readonly partId: string;
      readonly request: string;
      readonly cancel: string;
    };

/** A document for a trading partner. */
export type DocumentEffect = { readonly type: 'document.send'; readonly partner: string } & (
  | { readonly document: '855' | '865'; readonly content: OrderAcknowledgment }
  /** `correction` names what it puts right, of a notice that is sent again. */
  | { readonly document: '856'; readonly content: Shipment; readonly correction?: string | undefined }
  | { readonly document: '810'; readonly content: Invoice }
);

/** What a shop is told. */
export type ShopEffect = { readonly partner: string; readonly shopOrderId: string } & (
  | { readonly type: 'shop.fulfillment'; readonly content: Shipment }
  | { readonly type: 'shop.invoice'; readonly content: Invoice }
  | { readonly type: 'shop.cancel'; readonly lines: readonly LineQuantity[]; readonly reason: string }
  | { readonly type: 'shop.refund'; readonly content: Invoice }
);

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never;

/** An event that one aggregate has for another; key and instant are made when it is told. */
export type Told = Without<OrderEvent, 'key' | 'at' | 'v' | 'causation' | 'trace'>;

/** What we do ourselves. */
export type LocalEffect =
  | {
      readonly type: 'order.enrich';
      readonly partner: string;
      readonly order: Order;
      /** 1, and one more each time the holds of the round before were released. */
      readonly round: number;
      /** When the order was received: master data is read as of that day. */
      readonly receivedAt?: string | undefined;
      /** Failures of earlier rounds whose holds were released. */
      readonly approvals?: readonly Approval[] | undefined;
    }
  /** Tells another order, load or remittance what concerns it. The runtime does it itself, in one transaction. */
  | { readonly type: 'order.tell'; readonly to: string; readonly told: Told }
  | { readonly type: 'credit.check'; readonly partner: string; readonly order: Order };

/** What is to be done, by type; everything that a performer needs to do it. */
export type EffectBody = LocalEffect | ErpEffect | WarehouseEffect | DocumentEffect | ShopEffect;

/** Names of the types of effects. */
export type EffectType = EffectBody['type'];

/** The effect of one type, with its body narrowed. */
export type EffectOf<Type extends EffectType> = Effect<Extract<EffectBody, { readonly type: Type }>>;

/**
 * A thing to be done outside, as data. The key is a public contract: `${order}/${what}/${businessKey}`, the same for
 * every attempt, and it travels to the outside as the idempotency key.
 */
export interface Effect<Body extends EffectBody = EffectBody> {
  readonly key: string;
  readonly order: string;
  /** Whose order it is: partners share a lane fairly. */
  readonly partner: string;
  readonly body: Body;
  /** Queue it waits in: `erp:<id>`, `warehouse:<id>`, `partner:<id>`, `shop:<id>`, `local`. */
  readonly lane: string;
  readonly class: WorkClass;
  /** Lower goes first. */
  readonly priority: number;
  /** ISO instant before which it must not start. */
  readonly notBefore: string;
  readonly attempt: number;
  readonly safety: Safety;
}
