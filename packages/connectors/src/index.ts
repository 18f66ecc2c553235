export type { Authorization, Authorizer, Unauthorized } from './auth/authorizer.ts';
export { basic } from './auth/basic.ts';
export type { ClientProof } from './auth/client-proof.ts';
export { headerToken } from './auth/header-token.ts';
export { type OAuth1Settings, oauth1 } from './auth/oauth1.ts';
export { oauth2 } from './auth/oauth2.ts';
export type { TokenGrant } from './auth/request-token.ts';
export type { OAuth2Settings } from './auth/token-authorizer.ts';
export { memoryTokenCache, type TokenCache } from './auth/token-cache.ts';
export type { AnswerBody, Exchange } from './http/exchange.ts';
export type { ExchangeRecord } from './http/exchange-record.ts';
export { type Fetch, type HttpClient, type HttpRequest, type HttpRuntime, httpClient } from './http/http-client.ts';
export {
  type Answer,
  type VendorClient,
  type VendorRequest,
  type VendorSettings,
  vendorClient,
} from './http/vendor-client.ts';
export { classOfError, type ErrorRule, type VendorError, type VendorErrorRule } from './http/vendor-errors.ts';
export type { Acknowledgments } from './port/acknowledgments.ts';
export type { Call, WriteCall } from './port/call.ts';
export {
  type Capability,
  type CapabilityOf,
  type Connector,
  defineConnector,
  type Offer,
  type Ports,
  type ReadCapability,
  type WriteCapabilityOf,
} from './port/connector.ts';
export type {
  BusinessImpact,
  ErrorClass,
  FailureOwner,
} from './port/error-class.ts';
export { type ErrorClassRule, errorClasses } from './port/error-classes.ts';
export type { ErpEvent, EventLine, EventPage, Events } from './port/events.ts';
export { type ConnectorFailure, failure } from './port/failure.ts';
export type { FulfillmentCancelOutcome, FulfillmentOutcome, Fulfillments } from './port/fulfillments.ts';
export type { Health, HealthCheck } from './port/health.ts';
export type { AvailabilityOutcome, AvailabilityQuery, Inventory } from './port/inventory.ts';
export type { Invoices } from './port/invoices.ts';
export type { Label, LabelFile, LabelFormat, LabelOutcome, LabelRequest, Labels, VoidOutcome } from './port/labels.ts';
export type { CustomerKey, Customers, ItemKey, Items, LookUp } from './port/look-up.ts';
export type { ExportedNote, ExportOutcome, Notes } from './port/notes.ts';
export type {
  CancelOutcome,
  ChangeOutcome,
  ErpOrderLine,
  ErpOrderStatus,
  FindOutcome,
  LineQuantity,
  OrderCancellation,
  OrderHold,
  OrderPhase,
  OrderRevision,
  Orders,
  Probe,
  SubmitCall,
  SubmitOutcome,
} from './port/orders.ts';
export type { Found, ListStart, Page, Unreadable } from './port/page.ts';
export type { ParcelPackage, ParcelRequest } from './port/parcel-request.ts';
export type { Payments, RefundOutcome, RefundRequest } from './port/payments.ts';
export type { Authentication, Idempotency, Limit, RetryHeader, VendorPolicy, WebhookPolicy } from './port/policy.ts';
export type { PublishOutcome } from './port/publish.ts';
export type { Rate, RateOutcome, RateQuery, Rates, RefusedRate } from './port/rates.ts';
export type { Shipments } from './port/shipments.ts';
export type { Tracking, TrackingKey } from './port/tracking.ts';
