export { type DecodeOptions, decodeOrder } from './salesforce/decode-order.ts';
export { decodeOrderStatus } from './salesforce/decode-order-status.ts';
export type { SalesforceAnswers } from './salesforce/publish-acknowledgment.ts';
export type { SalesObject } from './salesforce/sales-object.ts';
export { type Salesforce, type SalesforceSettings, salesforce } from './salesforce/salesforce.ts';
export { salesforceErrors } from './salesforce/salesforce-errors.ts';
export { salesforcePolicy } from './salesforce/salesforce-policy.ts';
export { soqlText } from './salesforce/soql-text.ts';
