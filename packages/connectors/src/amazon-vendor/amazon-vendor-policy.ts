import { amazonLimits } from '../amazon/amazon-limits.ts';
import type { VendorPolicy } from '../port/policy.ts';

/** How Retail Procurement of the Selling Partner API is spoken to. The lanes are the operations of its models. */
export const amazonVendorPolicy: VendorPolicy<'acknowledgments.publish' | 'shipments.publish' | 'invoices.publish'> = {
  name: 'Amazon Vendor',
  baseUrl: '{endpoint}',
  auth: { kind: 'oauth2', grant: 'refresh_token' },
  // "Usage Plan" in the description of each operation: models vendorOrders, vendorShipments, vendorInvoices and
  // vendorTransactionStatus, all of version 1.
  limits: amazonLimits([
    ['getPurchaseOrders', 10, 10],
    ['getPurchaseOrdersStatus', 10, 10],
    ['submitAcknowledgement', 10, 10],
    ['submitShipmentConfirmations', 10, 10],
    ['submitInvoices', 10, 10],
    ['getTransaction', 10, 20],
  ]),
  // Amazon asks to slow down by its rate, not by a time.
  retry: { headers: [], nothingDone: [429] },
  idempotency: {
    // By the number of the purchase order, of the shipment ("not used over the last 365 days") and of the invoice.
    'acknowledgments.publish': { class: 'natural-key' },
    'shipments.publish': { class: 'natural-key' },
    'invoices.publish': { class: 'natural-key' },
  },
};
