import { Invoice, type Result, validate } from '@dist/canonical';
import { isZero, sum } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { DocumentList } from './list-documents.ts';
import { readCollection } from './read-collection.ts';

const id = z.union([z.string().min(1), z.number().int()]).transform(String);

const header = z.object({
  TransactionNumber: id,
  TransactionDate: z.string().min(10),
  InvoiceCurrencyCode: z.string().length(3),
  EnteredAmount: numberOrDecimal,
  PurchaseOrder: optionalText,
});

const taxLine = z.object({ TaxAmount: numberOrDecimal });
/** A child that was expanded: a list, or from framework version 3 on a collection. */
const taxLines = z.union([z.array(taxLine), z.object({ items: z.array(taxLine) }).transform(({ items }) => items)]);

const line = z.object({
  LineNumber: id,
  ItemNumber: optionalText,
  Description: optionalText,
  Quantity: numberOrDecimal,
  UnitOfMeasure: z.string().min(1),
  LineAmount: numberOrDecimal,
  SalesOrder: optionalText,
  SalesOrderLine: optionalText,
  receivablesInvoiceLineTaxLines: taxLines.nullish(),
});

/** Invoices that are complete, with their lines and taxes. Credit memos are a resource of their own, and not among them. */
export function invoiceList(unitNames: Readonly<Record<string, string>>): DocumentList<Invoice> {
  return {
    operation: 'invoices.list',
    resource: 'receivablesInvoices',
    key: 'CustomerTransactionId',
    readLines: (client, path, call) => {
      const query = { expand: 'receivablesInvoiceLineTaxLines' };
      const request = { path: `${path}/child/receivablesInvoiceLines`, query, operation: 'invoices.list' };
      return readCollection(client, request, call);
    },
    condition: "InvoiceStatus = 'Complete'",
    decode: (json, lines) => decodeInvoice(json, lines, unitNames),
  };
}

/** The canonical Invoice, its sums checked (R23). `orderNumber` is Oracle's order number (Sales Order of the lines). */
export function decodeInvoice(
  json: unknown,
  lines: readonly unknown[],
  unitNames: Readonly<Record<string, string>>,
): Result<Invoice> {
  const head = validate(header, json);
  if (!head.ok) return { ok: false, issues: head.issues };
  const rows = validate(z.array(line), lines);
  if (!rows.ok) return { ok: false, issues: rows.issues };
  const { value } = head;
  const orders = [...new Set(rows.value.flatMap(({ SalesOrder }) => SalesOrder ?? []))];
  const taxes = rows.value.flatMap((row) => row.receivablesInvoiceLineTaxLines ?? []);
  const tax = sum(taxes.map(({ TaxAmount }) => TaxAmount));
  return validate(
    Invoice,
    present({
      kind: 'invoice',
      version: '1',
      number: value.TransactionNumber,
      type: 'invoice',
      date: value.TransactionDate.slice(0, 10),
      orderNumber: orders.length === 1 ? orders[0] : undefined,
      shipmentIds: [],
      currency: value.InvoiceCurrencyCode,
      parties: {},
      references: value.PurchaseOrder === undefined ? [] : [{ type: 'purchaseOrder', value: value.PurchaseOrder }],
      lines: rows.value.filter(isOfItem).map((row) =>
        present({
          lineId: row.SalesOrderLine ?? row.LineNumber,
          ids: [{ scheme: 'seller', value: row.ItemNumber }],
          description: row.Description,
          quantity: { value: row.Quantity, unit: unitOf(unitNames, row.UnitOfMeasure) },
          price: priceOf(row.LineAmount, row.Quantity),
          net: row.LineAmount,
        }),
      ),
      allowancesCharges: chargesOf(rows.value),
      taxes: isZero(tax) ? undefined : [{ category: 'TX', amount: tax }],
      total: value.EnteredAmount,
    }),
  );
}

const isOfItem = (row: z.output<typeof line>): boolean => row.ItemNumber !== undefined;

/** Lines without an item are freight and memo lines: charges of the invoice as a whole (X12 1300: D240, ZZZZ). */
function chargesOf(rows: readonly z.output<typeof line>[]) {
  const charges = rows
    .filter((row) => !isOfItem(row) && !isZero(row.LineAmount))
    .map(({ Description: description, LineAmount: amount }) => {
      const code = /freight|shipping/i.test(description ?? '') ? 'D240' : 'ZZZZ';
      return present({ kind: 'charge', code, amount, description });
    });
  return charges.length === 0 ? undefined : charges;
}
