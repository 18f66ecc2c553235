export { verifyStandardWebhook } from './webhook/verify-standard-webhook.ts';
export { type ConfirmationWebhook, receiveConfirmationWebhook } from './wms/receive-confirmation-webhook.ts';
export { type Wms, type WmsSettings, wms } from './wms/wms.ts';
export { wmsErrors } from './wms/wms-errors.ts';
export { wmsPolicy } from './wms/wms-policy.ts';
