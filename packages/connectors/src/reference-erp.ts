export { decodeEvent } from './reference-erp/decode-event.ts';
export { decodeOrder } from './reference-erp/decode-order.ts';
export { encodeOrder, type ReferenceErpOrder } from './reference-erp/encode-order.ts';
export { type ReferenceErp, type ReferenceErpSettings, referenceErp } from './reference-erp/reference-erp.ts';
export { referenceErpPolicy } from './reference-erp/reference-erp-policy.ts';
