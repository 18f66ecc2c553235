import * as z from 'zod';
import { etag } from '../wire/etag.ts';
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
  '@odata.etag': etag.optional(),
  SalesOrderNumber: optionalText,
  InventoryLotId: z.string().min(1),
  CustomersLineNumber: z.number().nullish(),
  ItemNumber: z.string(),
  OrderedSalesQuantity: numberOrDecimal,
  SalesUnitSymbol: z.string(),
  SalesOrderLineStatus: z.string(),
});

/** What is read of `ShipmentPackingSlipJournalHeader` with its lines. */
export const packingSlipWire = z.object({
  ShipmentPackingSlipNumber: z.string().min(1),
  IsActive: z.string(),
  DocumentDate: z.string(),
  DeliveryDate: z.string(),
  ShippingCarrierId: optionalText,
  ShippingCarrierServiceId: optionalText,
  ShipmentPackingSlipJournalLines: z.array(
    z.object({
      ConsignerOrderNumber: z.string().min(1),
      ConsignerLineNumber: z.number(),
      ConsigneeLineNumber: z.number(),
      ItemNumber: z.string().min(1),
      ShippedQuantity: numberOrDecimal,
      OrderedUnitSymbol: z.string().min(1),
    }),
  ),
});

/** What is read of `SalesInvoiceHeaderV2` with its lines. */
export const invoiceWire = z.object({
  InvoiceNumber: z.string().min(1),
  InvoiceDate: z.string(),
  SalesOrderNumber: optionalText,
  CurrencyCode: z.string(),
  TotalTaxAmount: numberOrDecimal,
  TotalChargeAmount: numberOrDecimal,
  TotalDiscountAmount: numberOrDecimal,
  TotalInvoiceAmount: numberOrDecimal,
  SalesInvoiceLinesV2: z.array(
    z.object({
      LineCreationSequenceNumber: z.number(),
      ProductNumber: optionalText,
      InvoicedQuantity: numberOrDecimal,
      SalesUnitSymbol: optionalText,
      LineAmount: numberOrDecimal,
    }),
  ),
});

export type LineWire = z.output<typeof lineWire>;
export type PackingSlipWire = z.output<typeof packingSlipWire>;
export type InvoiceWire = z.output<typeof invoiceWire>;
