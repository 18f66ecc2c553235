export { type AdobeCommerce, type AdobeCommerceSettings, adobeCommerce } from './adobe-commerce/adobe-commerce.ts';
export { adobeCommerceErrors } from './adobe-commerce/adobe-commerce-errors.ts';
export { adobeCommercePolicy } from './adobe-commerce/adobe-commerce-policy.ts';
export { decodeOrderStatus } from './adobe-commerce/decode-order-status.ts';
export { encodeSourceItems, type SourceItem } from './adobe-commerce/publish-inventory.ts';
export { encodeInvoice, type InvoiceManner } from './adobe-commerce/publish-invoice.ts';
export { encodeShipment, type ShipmentManner } from './adobe-commerce/publish-shipment.ts';
export { verifyAdobeCommerceWebhook } from './webhook/verify-adobe-commerce-webhook.ts';
export { verifyAdobeEventsWebhook } from './webhook/verify-adobe-events-webhook.ts';
