export { decodeSalesOrder, type NetsuiteWords } from './netsuite/decode-sales-order.ts';
export { decodeFulfillment } from './netsuite/fulfillment-list.ts';
export { decodeInvoice } from './netsuite/invoice-list.ts';
export { type Netsuite, type NetsuiteCredentials, type NetsuiteSettings, netsuite } from './netsuite/netsuite.ts';
export { netsuiteErrors } from './netsuite/netsuite-errors.ts';
export { netsuitePolicy } from './netsuite/netsuite-policy.ts';
export type { SuiteRow } from './netsuite/suiteql.ts';
