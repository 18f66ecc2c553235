import type * as z from 'zod';
import { ApplicationAdvice } from './application-advice.ts';
import type { CanonicalDocument } from './document.ts';
import { FulfillmentConfirmation } from './fulfillment-confirmation.ts';
import { FulfillmentRequest } from './fulfillment-request.ts';
import { InventoryAvailability } from './inventory-availability.ts';
import { Invoice } from './invoice.ts';
import { Order } from './order.ts';
import { OrderAcknowledgment } from './order-acknowledgment.ts';
import { OrderChange } from './order-change.ts';
import { Remittance } from './remittance.ts';
import { Return } from './return.ts';
import { Shipment } from './shipment.ts';
import { ShipmentStatus } from './shipment-status.ts';
import { TextMessage } from './text-message.ts';

/** The schema of each document, by its kind. */
export const documentSchemas: { readonly [Kind in CanonicalDocument['kind']]: z.ZodType<unknown> } = {
  order: Order,
  orderChange: OrderChange,
  orderAcknowledgment: OrderAcknowledgment,
  shipment: Shipment,
  invoice: Invoice,
  inventoryAvailability: InventoryAvailability,
  return: Return,
  remittance: Remittance,
  fulfillmentRequest: FulfillmentRequest,
  fulfillmentConfirmation: FulfillmentConfirmation,
  shipmentStatus: ShipmentStatus,
  applicationAdvice: ApplicationAdvice,
  textMessage: TextMessage,
};
