export {
  type BatchedDocument,
  BatchRule,
  type BatchWindow,
  type DailyWindow,
  type UrgentRule,
} from './gateway/batch/batch-rule.ts';
export { windowEnd } from './gateway/batch/window-end.ts';
export { createGateway, type Gateway } from './gateway/create-gateway.ts';
export { erpOrderOf } from './gateway/erp-order-of.ts';
export { type Erp, type Erps, erpPerformers } from './gateway/erp-performers.ts';
export { failureClasses } from './gateway/failure-classes.ts';
export { type Followed, type FollowedErp, followErp } from './gateway/follow-erp.ts';
export { type FollowedDocuments, type FollowedLists, followErpDocuments } from './gateway/follow-erp-documents.ts';
export type { DocumentTransport, GatewayOptions, GatewayShop, InventorySource } from './gateway/gateway-options.ts';
export type { TakenUp, TakeUp } from './gateway/intake/take-up.ts';
export { type WorklistReason, worklistId } from './gateway/intake/worklist.ts';
export type { OrderRead } from './gateway/order-read.ts';
export {
  type CertificateWarning,
  certificateWarnings,
  type WatchedCertificate,
} from './gateway/partner/certificate-warnings.ts';
export { PartnerRole } from './gateway/partner/partner-role.ts';
export type { ReceivedVersion } from './gateway/partner/received-version.ts';
export { type RegistryDirectorySettings, registryDirectory } from './gateway/partner/registry-directory.ts';
export {
  type GatewayPartner,
  type PartnerDirectory,
  partnerDirectory,
  type VersionChoice,
} from './gateway/partner-directory.ts';
export {
  compilePartnerMaps,
  type PartnerMaps,
  type PartnerMapsResult,
  type StandardMaps,
} from './gateway/partner-maps.ts';
export { readOrders } from './gateway/read-orders.ts';
export type {
  FileReceipt,
  InterchangeReceipt,
  InterchangeStatus,
  ReceiptIssue,
  SentAcknowledgment,
} from './gateway/receipt.ts';
export type { ReceivedBytes } from './gateway/receive-file.ts';
export type { ShopMessage, ShopReceipt } from './gateway/receive-shop-order.ts';
export { shopPerformers } from './gateway/shop-performers.ts';
export {
  type ChangeAgreement,
  type EnvelopeAddress,
  type PartnerDocument,
  type TextLinks,
  TradingPartner,
} from './gateway/trading-partner.ts';
