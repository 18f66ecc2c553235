export type { AnswerBody, Exchange } from './http/exchange.ts';
export { type Fetch, type HttpClient, type HttpRequest, type HttpRuntime, httpClient } from './http/http-client.ts';
export {
  type Answer,
  type VendorClient,
  type VendorError,
  type VendorSettings,
  vendorClient,
} from './http/vendor-client.ts';
export type { Call, WriteCall } from './port/call.ts';
export {
  type Capability,
  type CapabilityOf,
  type Connector,
  defineConnector,
  type Offer,
  type Ports,
} from './port/connector.ts';
export {
  type BusinessImpact,
  type ErrorClass,
  type ErrorClassRule,
  errorClasses,
  type FailureOwner,
} from './port/error-class.ts';
export type { ErpEvent, EventLine, EventPage, Events } from './port/events.ts';
export { type ConnectorFailure, failure } from './port/failure.ts';
export type { Invoices } from './port/invoices.ts';
export type {
  CancelledLine,
  CancelOutcome,
  ErpOrderLine,
  ErpOrderStatus,
  FindOutcome,
  Orders,
  Probe,
  SubmitCall,
  SubmitOrder,
  SubmitOrderLine,
  SubmitOutcome,
} from './port/orders.ts';
export type { Authentication, Idempotency, Limit, RetryHeader, VendorPolicy, WebhookPolicy } from './port/policy.ts';
export type { PublishOutcome } from './port/publish.ts';
export type { Shipments } from './port/shipments.ts';
