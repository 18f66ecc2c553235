import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

/** What is read of `SalesOrderHeaderV2`. */
export const headerWire = z.object({
  SalesOrderNumber: z.string().min(1),
  SalesOrderStatus: z.string(),
  CustomersOrderReference: optionalText,
  CustomerRequisitionNumber: optionalText,
  IsSalesProcessingStopped: optionalText,
});

/** What is read of `SalesOrderLine`. */
export const lineWire = z.object({
  '@odata.etag': z.string().optional(),
  InventoryLotId: z.string().min(1),
  CustomersLineNumber: z.number().nullish(),
  ItemNumber: z.string(),
  OrderedSalesQuantity: numberOrDecimal,
  SalesUnitSymbol: z.string(),
  SalesOrderLineStatus: z.string(),
});

export type LineWire = z.output<typeof lineWire>;
