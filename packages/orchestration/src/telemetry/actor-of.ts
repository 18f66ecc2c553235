import type { OrderEvent } from '../word/event.ts';

/** Who tells something: a kind, and its name where that is known. */
export interface Actor {
  readonly kind: 'partner' | 'erp' | 'warehouse' | 'carrier' | 'bank' | 'masterData' | 'person' | 'machine';
  readonly name?: string | undefined;
}

/** What is known of an order when an event comes. */
export interface ActorHints {
  readonly partner?: string | undefined;
  /** ERP of a part. */
  readonly erpOf?: ((partId: string) => string | undefined) | undefined;
  /** Warehouse that was asked to ship a part. */
  readonly warehouseOf?: ((partId: string) => string | undefined) | undefined;
}

/** Who told an event: a person by the name in `by`, an ERP or a trading partner by its id. */
export function actorOf(event: OrderEvent, hints: ActorHints = {}): Actor {
  if ('by' in event && event.type !== 'acknowledgment.received') return { kind: 'person', name: event.by };
  switch (event.type) {
    case 'order.captured':
    case 'change.requested':
    case 'remittance.received':
      return { kind: 'partner', name: event.partner };
    case 'acknowledgment.received':
    case 'mdn.received':
    case 'message.received':
    case 'payment.advised':
    case 'cancel.requested':
    case 'return.reported':
      return { kind: 'partner', name: hints.partner };
    case 'erp.accepted':
      return { kind: 'erp', name: event.erp };
    case 'erp.rejected':
    case 'erp.notFound':
    case 'line.allocated':
    case 'line.backordered':
    case 'line.shortClosed':
    case 'line.substituted':
    case 'cancel.result':
    case 'change.result':
    case 'invoice.posted':
      return { kind: 'erp', name: hints.erpOf?.(event.partId) };
    case 'invoice.voided':
      return { kind: 'erp' };
    case 'shipment.posted':
      if (event.source === 'warehouse') return { kind: 'warehouse', name: hints.warehouseOf?.(event.partId) };
      return { kind: 'erp', name: hints.erpOf?.(event.partId) };
    case 'warehouse.picked':
    case 'warehouse.confirmed':
    case 'warehouse.cancelResult':
      return { kind: 'warehouse', name: hints.warehouseOf?.(event.partId) };
    case 'shipment.corrected':
      return { kind: 'warehouse' };
    case 'shipment.delivered':
      return { kind: 'carrier' };
    case 'payment.applied':
      return { kind: 'bank' };
    case 'order.enriched':
    case 'order.unresolved':
    case 'order.invalid':
      return { kind: 'masterData' };
    case 'hold.placed':
      return { kind: 'person' };
    default:
      return { kind: 'machine' };
  }
}
