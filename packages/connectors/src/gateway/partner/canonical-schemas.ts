import {
  ApplicationAdvice,
  FulfillmentConfirmation,
  FulfillmentRequest,
  InventoryAvailability,
  Invoice,
  Order,
  OrderAcknowledgment,
  OrderChange,
  Remittance,
  Shipment,
  ShipmentStatus,
  TextMessage,
} from '@dist/canonical';
import type * as z from 'zod';

/** The schemas of canonical documents by the kind that a map names. */
export const canonicalSchemas: Readonly<Record<string, z.ZodType<unknown>>> = {
  applicationAdvice: ApplicationAdvice,
  fulfillmentConfirmation: FulfillmentConfirmation,
  fulfillmentRequest: FulfillmentRequest,
  inventoryAvailability: InventoryAvailability,
  invoice: Invoice,
  order: Order,
  orderAcknowledgment: OrderAcknowledgment,
  orderChange: OrderChange,
  remittance: Remittance,
  shipment: Shipment,
  shipmentStatus: ShipmentStatus,
  textMessage: TextMessage,
};
