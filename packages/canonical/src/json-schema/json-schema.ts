import * as z from 'zod';
import { ApplicationAdvice } from '../document/application-advice.ts';
import { Customer } from '../document/customer.ts';
import { FulfillmentConfirmation } from '../document/fulfillment-confirmation.ts';
import { FulfillmentRequest } from '../document/fulfillment-request.ts';
import { InventoryAvailability } from '../document/inventory-availability.ts';
import { Invoice } from '../document/invoice.ts';
import { Item } from '../document/item.ts';
import { Order } from '../document/order.ts';
import { OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import { OrderChange } from '../document/order-change.ts';
import { PartnerIdentity } from '../document/partner-identity.ts';
import { Remittance } from '../document/remittance.ts';
import { Return } from '../document/return.ts';
import { Shipment } from '../document/shipment.ts';
import { ShipmentStatus } from '../document/shipment-status.ts';
import { TextMessage } from '../document/text-message.ts';

const documents = {
  Order,
  OrderChange,
  OrderAcknowledgment,
  Shipment,
  Invoice,
  InventoryAvailability,
  Return,
  Remittance,
  FulfillmentRequest,
  FulfillmentConfirmation,
  ShipmentStatus,
  ApplicationAdvice,
  TextMessage,
  Item,
  Customer,
  PartnerIdentity,
};

/** The documents and masters that there is a JSON Schema for. */
export type DocumentName = keyof typeof documents;

/**
 * The JSON Schema (draft 2020-12) of a document, a new one each time. It states fields, types and formats; what no
 * single field can state (sums, unique ids, check digits) only `validate` checks.
 */
export function jsonSchema(name: DocumentName): Record<string, unknown> {
  const { '~standard': _standard, ...schema } = z.toJSONSchema(documents[name]);
  return { ...schema, title: name };
}

/** All of them by name. */
export function jsonSchemas(): Readonly<Record<DocumentName, Record<string, unknown>>> {
  const names = Object.keys(documents) as DocumentName[];
  return Object.fromEntries(names.map((name) => [name, jsonSchema(name)])) as Record<
    DocumentName,
    Record<string, unknown>
  >;
}
