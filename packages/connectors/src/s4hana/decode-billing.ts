import { Invoice, type Result, validate } from '@dist/canonical';
import { add, isZero } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import type { LineIds } from './decode-delivery.ts';
import { odataInstantOf } from './odata-instant-of.ts';
import type { UnitTable } from './unit-table.ts';
import { wholeResults } from './whole-results.ts';

const text = z.string().nullish();

/** What is read of `A_BillingDocumentItem`. */
const billingItem = z.object({
  SalesDocument: z.string().min(1),
  SalesDocumentItem: z.string().min(1),
  ReferenceSDDocument: text,
  ReferenceSDDocumentCategory: text,
  Material: z.string(),
  BillingQuantity: decimal,
  BillingQuantityUnit: z.string(),
  NetAmount: decimal,
  TaxAmount: decimal.nullish(),
});

/** What is read of `A_BillingDocument`. */
const billingWire = z.object({
  BillingDocument: z.string().min(1),
  SDDocumentCategory: z.string(),
  BillingDocumentDate: z.string(),
  LastChangeDateTime: text,
  CancelledBillingDocument: text,
  TransactionCurrency: z.string(),
  TotalNetAmount: decimal,
  TaxAmount: decimal.nullish(),
  to_Item: wholeResults(billingItem),
});

/** Categories of documents: M invoice, P debit memo; N cancels an invoice, O is a credit memo, S cancels a credit memo. */
const types: Readonly<Record<string, Invoice['type']>> = {
  M: 'invoice',
  P: 'invoice',
  S: 'invoice',
  N: 'creditMemo',
  O: 'creditMemo',
};

/** The canonical Invoice of a billing document, its sums checked (R23). `orderNumber` is SAP's. */
export function decodeBilling(json: unknown, units: UnitTable, lineIds: LineIds): Result<Invoice> {
  const wire = validate(billingWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const document = wire.value;
  const items = document.to_Item.results;
  const type = types[document.SDDocumentCategory];
  const orders = [...new Set(items.map((item) => item.SalesDocument))];
  const deliveries = items
    .filter((item) => item.ReferenceSDDocumentCategory === 'J')
    .map((item) => item.ReferenceSDDocument);
  const tax = document.TaxAmount ?? '0';
  const invoice = present({
    kind: 'invoice',
    version: '1',
    number: document.BillingDocument,
    type,
    date: odataInstantOf(document.BillingDocumentDate)?.slice(0, 10),
    originalInvoice: document.CancelledBillingDocument ? { number: document.CancelledBillingDocument } : undefined,
    orderNumber: orders.length === 1 ? orders[0] : undefined,
    shipmentIds: [...new Set(deliveries)],
    currency: document.TransactionCurrency,
    parties: {},
    references: [],
    lines: items.map((item) => ({
      lineId: lineIds(item.SalesDocument, item.SalesDocumentItem),
      ids: [{ scheme: 'seller', value: item.Material }],
      quantity: {
        value: item.BillingQuantity,
        unit: unitOf(units, item.BillingQuantityUnit),
      },
      price: priceOf(item.NetAmount, item.BillingQuantity),
      net: item.NetAmount,
    })),
    taxes: isZero(tax) ? undefined : [{ category: 'TX', amount: tax }],
    total: add(document.TotalNetAmount, tax),
  });
  return validate(Invoice, invoice);
}
