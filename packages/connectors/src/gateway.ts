export { createGateway, type Gateway } from './gateway/create-gateway.ts';
export { type Erps, erpPerformers } from './gateway/erp-performers.ts';
export { failureClasses } from './gateway/failure-classes.ts';
export { type Followed, type FollowedErp, followErp } from './gateway/follow-erp.ts';
export type { DocumentTransport, GatewayOptions, GatewayShop } from './gateway/gateway-options.ts';
export { type GatewayPartner, type PartnerDirectory, partnerDirectory } from './gateway/partner-directory.ts';
export {
  compilePartnerMaps,
  type PartnerMaps,
  type PartnerMapsResult,
  type StandardMaps,
} from './gateway/partner-maps.ts';
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
export { type EnvelopeAddress, type PartnerDocument, TradingPartner } from './gateway/trading-partner.ts';
