export type { AmazonSettings } from './amazon/amazon-client.ts';
export { amazonErrors } from './amazon/amazon-errors.ts';
export type { AmazonCredentials } from './amazon/amazon-login.ts';
export { type AmazonRegion, amazonEndpoint } from './amazon/amazon-region.ts';
export { type AmazonVendor, type AmazonVendorSettings, amazonVendor } from './amazon-vendor/amazon-vendor.ts';
export { amazonVendorPolicy } from './amazon-vendor/amazon-vendor-policy.ts';
export { decodeOrder } from './amazon-vendor/decode-order.ts';
export { decodeOrderStatus } from './amazon-vendor/decode-order-status.ts';
export {
  type AcknowledgmentOptions,
  type AmazonRejection,
  encodeAcknowledgment,
} from './amazon-vendor/encode-acknowledgment.ts';
export { encodeInvoice, type InvoiceOptions } from './amazon-vendor/encode-invoice.ts';
export { encodeShipment, type ShipmentOptions } from './amazon-vendor/encode-shipment.ts';
export type { TransactionOutcome } from './amazon-vendor/transaction-status.ts';
