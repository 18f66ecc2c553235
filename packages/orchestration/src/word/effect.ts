import type { Invoice, Order, OrderAcknowledgment, Shipment } from '@dist/canonical';
import type { EnrichedLine, OrderPart } from './event.ts';

/** What may be done again without asking: `lookupFirst` is looked up after a lost answer, `manual` waits for a person. */
export type Safety = 'idempotent' | 'lookupFirst' | 'manual';

/** What an ERP is asked to do with one part of an order. */
export interface ErpOrder {
  readonly part: OrderPart;
  /** The lines of the part, with the quantities of the part. */
  readonly lines: readonly EnrichedLine[];
  /** The buyer's order, its lines narrowed to the part. */
  readonly order: Order;
}

/** What is to be done, by type; everything that a performer needs to do it. */
export type EffectBody =
  | {
      readonly type: 'order.enrich';
      readonly partner: string;
      readonly order: Order;
      /** 1, and one more each time the holds of the round before were released. */
      readonly round: number;
    }
  | { readonly type: 'erp.submit'; readonly erp: string; readonly request: ErpOrder }
  | {
      readonly type: 'erp.find';
      readonly erp: string;
      readonly partId: string;
      readonly externalReference: string;
      readonly submit: string;
      readonly attempt: number;
    }
  | {
      readonly type: 'erp.cancel';
      readonly erp: string;
      readonly partId: string;
      readonly externalReference: string;
      readonly number: string;
      readonly cancel: string;
    }
  | {
      readonly type: 'document.send';
      readonly partner: string;
      readonly document: '855';
      readonly content: OrderAcknowledgment;
    }
  | { readonly type: 'document.send'; readonly partner: string; readonly document: '856'; readonly content: Shipment }
  | { readonly type: 'document.send'; readonly partner: string; readonly document: '810'; readonly content: Invoice }
  | {
      readonly type: 'shop.fulfillment';
      readonly partner: string;
      readonly shopOrderId: string;
      readonly content: Shipment;
    }
  | {
      readonly type: 'shop.invoice';
      readonly partner: string;
      readonly shopOrderId: string;
      readonly content: Invoice;
    };

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
  readonly body: Body;
  /** Queue it waits in: `erp:<id>`, `partner:<id>`, `shop:<id>`, `local`. */
  readonly lane: string;
  /** Lower goes first. */
  readonly priority: number;
  /** ISO instant before which it must not start. */
  readonly notBefore: string;
  readonly attempt: number;
  readonly safety: Safety;
}
