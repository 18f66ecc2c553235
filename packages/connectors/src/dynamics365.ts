export { decodeSalesOrder } from './dynamics365/decode-sales-order.ts';
export { type Dynamics365, type Dynamics365Settings, dynamics365 } from './dynamics365/dynamics365.ts';
export { dynamics365Errors } from './dynamics365/dynamics365-errors.ts';
export { dynamics365Policy } from './dynamics365/dynamics365-policy.ts';
export { type EncodedOrder, encodeSalesOrder } from './dynamics365/encode-sales-order.ts';
export { type UnitTable, unitTable } from './dynamics365/unit-table.ts';
export type { EntraCredentials } from './entra/entra-token.ts';
