import type { FulfillmentConfirmation, Invoice, Order, Remittance, Shipment } from '@dist/canonical';

/** What lists give. */
export type ListedDocument = Order | Shipment | Invoice | FulfillmentConfirmation | Remittance;

/** The number that a fake tells a listed document by. */
export function numberOf(document: ListedDocument): string {
  switch (document.kind) {
    case 'shipment':
      return document.shipmentId;
    case 'fulfillmentConfirmation':
      return document.shipmentId ?? document.requestNumber;
    case 'remittance':
      return document.traceNumber;
    default:
      return document.number;
  }
}
