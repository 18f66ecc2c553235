export {
  type BusinessCentral,
  type BusinessCentralSettings,
  businessCentral,
  businessCentralSubscriptions,
} from './business-central/business-central.ts';
export { businessCentralErrors } from './business-central/business-central-errors.ts';
export { businessCentralPolicy } from './business-central/business-central-policy.ts';
export { decodeInvoice } from './business-central/decode-invoice.ts';
export { decodeSalesOrder } from './business-central/decode-sales-order.ts';
export { decodeShipment } from './business-central/decode-shipment.ts';
export type {
  BusinessCentralSubscription,
  BusinessCentralSubscriptions,
  SubscriptionsOutcome,
  SubscriptionTarget,
} from './business-central/subscriptions.ts';
export { type UnitTable, unitTable } from './business-central/unit-table.ts';
export type { EntraCredentials } from './entra/entra-token.ts';
export { handshakeAnswer } from './webhook/handshake-answer.ts';
export { verifyBusinessCentralWebhook } from './webhook/verify-business-central-webhook.ts';
