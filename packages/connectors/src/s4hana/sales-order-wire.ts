import * as z from 'zod';
import { decimal } from '../wire/decimal.ts';
import { etag } from '../wire/etag.ts';
import { wholeResults } from './whole-results.ts';

const text = z.string().nullish();

/** What is read of `A_SalesOrderScheduleLine`. */
const scheduleLine = z.object({ DeliveredQtyInOrderQtyUnit: decimal.nullish() });

/** What is read of `A_SalesOrderItem`. */
export const salesOrderItemWire = z.object({
  __metadata: z.object({ etag: etag.optional() }).optional(),
  SalesOrder: z.string().nullish(),
  SalesOrderItem: z.string().min(1),
  UnderlyingPurchaseOrderItem: text,
  Material: z.string(),
  RequestedQuantity: decimal,
  RequestedQuantityUnit: z.string(),
  SalesDocumentRjcnReason: text,
  to_ScheduleLine: wholeResults(scheduleLine).optional(),
});

/** What is read of `A_SalesOrder`. */
export const salesOrderWire = z.object({
  SalesOrder: z.string().min(1),
  PurchaseOrderByShipToParty: text,
  LastChangeDateTime: text,
  OverallSDProcessStatus: text,
  OverallDeliveryStatus: text,
  OverallOrdReltdBillgStatus: text,
  OverallSDDocumentRejectionSts: text,
  TotalCreditCheckStatus: text,
  DeliveryBlockReason: text,
  HeaderBillingBlockReason: text,
  to_Item: wholeResults(salesOrderItemWire),
});

export type SalesOrderWire = z.output<typeof salesOrderWire>;
export type SalesOrderItemWire = z.output<typeof salesOrderItemWire>;
