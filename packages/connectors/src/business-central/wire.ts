import * as z from 'zod';
import { etag } from '../wire/etag.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

/** A document whose lines go on elsewhere was not read as a whole. */
const noMore = z.undefined('only the first of its lines came').optional();

/** What is read of a line of any document. */
const line = {
  id: z.string().min(1),
  sequence: z.number(),
  lineType: optionalText,
  lineObjectNumber: optionalText,
  description: optionalText,
  description2: optionalText,
  unitOfMeasureCode: optionalText,
  quantity: numberOrDecimal,
};

/** What is read of `salesOrderLine`. */
export const orderLineWire = z.object({
  '@odata.etag': etag.optional(),
  ...line,
  shippedQuantity: numberOrDecimal.nullish(),
  invoicedQuantity: numberOrDecimal.nullish(),
});

/** What is read of `salesOrder`. */
export const orderWire = z.object({
  number: z.string().min(1),
  externalDocumentNumber: optionalText,
  status: z.string(),
  fullyShipped: z.boolean().nullish(),
  lastModifiedDateTime: optionalText,
  salesOrderLines: z.array(orderLineWire),
  'salesOrderLines@odata.nextLink': noMore,
});

/** What is read of `salesShipment`. */
export const shipmentWire = z.object({
  number: z.string().min(1),
  externalDocumentNumber: optionalText,
  customerPurchaseOrderReference: optionalText,
  orderNumber: optionalText,
  postingDate: z.string(),
  lastModifiedDateTime: z.string(),
  salesShipmentLines: z.array(z.object(line)),
  'salesShipmentLines@odata.nextLink': noMore,
});

/** What is read of `salesInvoice`. */
export const invoiceWire = z.object({
  number: z.string(),
  externalDocumentNumber: optionalText,
  customerPurchaseOrderReference: optionalText,
  orderNumber: optionalText,
  invoiceDate: z.string(),
  currencyCode: z.string(),
  status: z.string(),
  totalTaxAmount: numberOrDecimal,
  totalAmountIncludingTax: numberOrDecimal,
  lastModifiedDateTime: optionalText,
  salesInvoiceLines: z.array(z.object({ ...line, netAmount: numberOrDecimal })),
  'salesInvoiceLines@odata.nextLink': noMore,
});

export type OrderLineWire = z.output<typeof orderLineWire>;
export type InvoiceWire = z.output<typeof invoiceWire>;
