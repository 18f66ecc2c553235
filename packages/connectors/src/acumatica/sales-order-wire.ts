import * as z from 'zod';
import { decimalValue } from './decimal-value.ts';
import { lineNumber } from './line-number.ts';
import { requiredDecimal } from './required-decimal.ts';
import { requiredText } from './required-text.ts';
import { textValue } from './text-value.ts';

/** What is read of `SalesOrderDetail`. */
export const salesOrderDetailWire = z.object({
  id: z.string().min(1),
  LineNbr: lineNumber,
  ExternalRef: textValue,
  InventoryID: requiredText,
  OrderQty: requiredDecimal,
  UOM: requiredText,
  QtyOnShipments: decimalValue,
});

/** What is read of `SalesOrder`, with its entities Details and Shipments. */
export const salesOrderWire = z.object({
  OrderNbr: requiredText,
  ExternalRef: textValue,
  Status: requiredText,
  LastModified: textValue,
  Details: z.array(salesOrderDetailWire),
  Shipments: z.array(z.object({ Status: textValue, InvoiceNbr: textValue })).nullish(),
});

export type SalesOrderWire = z.output<typeof salesOrderWire>;
export type SalesOrderDetailWire = z.output<typeof salesOrderDetailWire>;
