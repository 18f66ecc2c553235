import type { Reference, Return, Shipment } from '@dist/canonical';
import type { OrderEvent } from '../word/event.ts';

/** Kinds of numbers that an order goes by. */
export type NameKind =
  | 'purchaseOrder'
  | 'release'
  | 'externalReference'
  | 'erpOrder'
  | 'change'
  | 'warehouseRequest'
  | 'shipment'
  | 'load'
  | 'billOfLading'
  | 'tracking'
  | 'invoice'
  | 'payment'
  | 'return'
  | 'controlNumber'
  | 'document'
  | 'reference';

/** One number of an order, as it was written. */
export interface OrderName {
  readonly kind: NameKind;
  readonly value: string;
}

/** The numbers that an event tells of its order: what a person may ask for it by. */
export function namesOf(event: OrderEvent): readonly OrderName[] {
  switch (event.type) {
    case 'order.captured': {
      const { number, release, references } = event.order;
      return [...named({ purchaseOrder: number, release, document: event.document }), ...referred(references)];
    }
    case 'order.enriched':
      return event.parts.flatMap(({ externalReference }) => named({ externalReference }));
    case 'change.requested':
      return named({ change: event.change, document: event.document });
    case 'erp.accepted':
      return named({ erpOrder: event.number });
    case 'warehouse.picked':
    case 'warehouse.confirmed':
      return named({ warehouseRequest: event.request });
    case 'shipment.posted':
      return [...named({ load: event.load }), ...ofShipment(event.shipment)];
    case 'shipment.corrected':
      return ofShipment(event.shipment);
    case 'invoice.posted':
      return named({ invoice: event.invoice.number });
    case 'payment.advised':
    case 'payment.applied':
      return named({ payment: event.payment, invoice: event.invoice });
    case 'return.reported':
      return ofReturn(event.content);
    case 'load.joined':
      return [...named({ load: event.load }), ...ofShipment(event.shipment)];
    case 'load.closed':
      return named({ load: event.load });
    case 'notice.reported':
      return named({ load: event.load, shipment: event.shipmentId });
    case 'remittance.received':
      return named({ payment: event.content.traceNumber, document: event.document });
    case 'effect.done':
      return named({ controlNumber: event.sent?.controlNumber, document: event.sent?.file });
    case 'operator.corrected':
      return namesOf(event.event);
    default:
      return [];
  }
}

function named(values: Readonly<Partial<Record<NameKind, string | undefined>>>): readonly OrderName[] {
  const found: OrderName[] = [];
  for (const kind of nameKinds) {
    const value = values[kind];
    if (value !== undefined) found.push({ kind, value });
  }
  return found;
}

const nameKinds: readonly NameKind[] = [
  'purchaseOrder',
  'release',
  'externalReference',
  'change',
  'erpOrder',
  'warehouseRequest',
  'shipment',
  'load',
  'tracking',
  'invoice',
  'payment',
  'return',
  'controlNumber',
  'document',
];

function ofShipment({ shipmentId, carrier, references, units }: Shipment): readonly OrderName[] {
  const tracked = [carrier, ...units].flatMap(({ trackingNumber }) => named({ tracking: trackingNumber }));
  return [...named({ shipment: shipmentId }), ...referred(references), ...tracked];
}

function ofReturn({ number, authorizationNumber }: Return): readonly OrderName[] {
  return [...named({ return: number }), ...named({ return: authorizationNumber })];
}

/** References by which people ask; a department or a promotion names no order. */
function referred(references: readonly Reference[]): readonly OrderName[] {
  return references.flatMap(({ type, value }) => {
    const kind = asked[type];
    return kind === undefined ? [] : [{ kind, value }];
  });
}

const asked: Readonly<Record<string, NameKind | undefined>> = {
  billOfLading: 'billOfLading',
  customerOrder: 'reference',
  proNumber: 'tracking',
};
