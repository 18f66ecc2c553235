export type { AmazonSettings } from './amazon/amazon-client.ts';
export type { AmazonCredentials } from './amazon/amazon-login.ts';
export { type AmazonRegion, amazonEndpoint } from './amazon/amazon-region.ts';
export { type AmazonSeller, type AmazonSellerSettings, amazonSeller } from './amazon-seller/amazon-seller.ts';
export { amazonSellerErrors } from './amazon-seller/amazon-seller-errors.ts';
export { amazonSellerPolicy } from './amazon-seller/amazon-seller-policy.ts';
export { decodeOrder } from './amazon-seller/decode-order.ts';
export { decodeOrderStatus } from './amazon-seller/decode-order-status.ts';
export { type AmazonCarrier, type ConfirmedPackage, encodePackages } from './amazon-seller/encode-packages.ts';
