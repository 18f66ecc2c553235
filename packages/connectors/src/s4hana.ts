export { decodeBilling } from './s4hana/decode-billing.ts';
export { decodeDelivery, type LineIds } from './s4hana/decode-delivery.ts';
export { decodeSalesOrder } from './s4hana/decode-sales-order.ts';
export { type S4hana, type S4hanaSettings, s4hana } from './s4hana/s4hana.ts';
export { s4hanaErrors } from './s4hana/s4hana-errors.ts';
export { s4hanaPolicy } from './s4hana/s4hana-policy.ts';
export { type UnitTable, unitTable } from './s4hana/unit-table.ts';
