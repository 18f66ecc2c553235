import type { ApplicationAdvice } from './application-advice.ts';
import type { FulfillmentConfirmation } from './fulfillment-confirmation.ts';
import type { FulfillmentRequest } from './fulfillment-request.ts';
import type { InventoryAvailability } from './inventory-availability.ts';
import type { Invoice } from './invoice.ts';
import type { Order } from './order.ts';
import type { OrderAcknowledgment } from './order-acknowledgment.ts';
import type { OrderChange } from './order-change.ts';
import type { Remittance } from './remittance.ts';
import type { Return } from './return.ts';
import type { Shipment } from './shipment.ts';
import type { ShipmentStatus } from './shipment-status.ts';
import type { TextMessage } from './text-message.ts';

/** A business document, told apart by its `kind`. */
export type CanonicalDocument =
  | Order
  | OrderChange
  | OrderAcknowledgment
  | Shipment
  | Invoice
  | InventoryAvailability
  | Return
  | Remittance
  | FulfillmentRequest
  | FulfillmentConfirmation
  | ShipmentStatus
  | ApplicationAdvice
  | TextMessage;
