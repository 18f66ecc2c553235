export { decodeSalesOrder } from './oracle-fusion/decode-sales-order.ts';
export { encodeSalesOrder } from './oracle-fusion/encode-sales-order.ts';
export { decodeInvoice } from './oracle-fusion/invoice-list.ts';
export { type OracleFusion, type OracleFusionSettings, oracleFusion } from './oracle-fusion/oracle-fusion.ts';
export { oracleFusionErrors } from './oracle-fusion/oracle-fusion-errors.ts';
export { oracleFusionPolicy } from './oracle-fusion/oracle-fusion-policy.ts';
export { decodeShipment } from './oracle-fusion/shipment-list.ts';
export { type UnitTable, unitTable } from './oracle-fusion/unit-table.ts';
