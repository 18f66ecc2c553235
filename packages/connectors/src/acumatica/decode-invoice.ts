import { Invoice, type Result, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { dayOf } from './day-of.ts';
import { decimalValue } from './decimal-value.ts';
import type { LineIds } from './line-ids.ts';
import { lineNumber } from './line-number.ts';
import { requiredDecimal } from './required-decimal.ts';
import { requiredText } from './required-text.ts';
import { textValue } from './text-value.ts';
import type { UnitTable } from './unit-table.ts';

const detail = z.object({
  LineNbr: lineNumber,
  InventoryID: requiredText,
  TransactionDescr: textValue,
  Qty: requiredDecimal,
  UOM: requiredText,
  Amount: requiredDecimal,
  OrderType: textValue,
  OrderNbr: textValue,
  OrderLineNbr: lineNumber,
  ShipmentNbr: textValue,
  OrigInvNbr: textValue,
});

/** What is read of `SalesInvoice`, with its entity Details. */
const invoiceWire = z.object({
  Type: requiredText,
  ReferenceNbr: requiredText,
  Date: requiredText,
  Currency: requiredText,
  Amount: requiredDecimal,
  TaxTotal: decimalValue,
  FreightPrice: decimalValue,
  DiscountTotal: decimalValue,
  Details: z.array(detail),
});

type Detail = z.output<typeof detail>;

/** Types of form SO303000; a type that is not here is told as unreadable. */
const types: Readonly<Record<string, Invoice['type']>> = {
  Invoice: 'invoice',
  'Debit Memo': 'invoice',
  'Cash Sale': 'invoice',
  'Credit Memo': 'creditMemo',
  'Cash Return': 'creditMemo',
};

/** The canonical Invoice of an invoice or credit memo of sales orders, its sums checked (R23). `orderNumber` is Acumatica's. */
export function decodeInvoice(json: unknown, units: UnitTable, lineIds: LineIds): Result<Invoice> {
  const wire = validate(invoiceWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const document = wire.value;
  const { Details: lines, TaxTotal: tax } = document;
  const orders = namesOf(lines, 'OrderNbr');
  const originals = namesOf(lines, 'OrigInvNbr');
  const type = Object.hasOwn(types, document.Type) ? types[document.Type] : undefined;
  return validate(
    Invoice,
    present({
      kind: 'invoice',
      version: '1',
      number: document.ReferenceNbr,
      type,
      date: dayOf(document.Date),
      originalInvoice: type === 'creditMemo' && originals.length === 1 ? { number: originals[0] } : undefined,
      orderNumber: orders.length === 1 ? orders[0] : undefined,
      shipmentIds: namesOf(lines, 'ShipmentNbr'),
      currency: document.Currency,
      parties: {},
      references: [],
      lines: lines.map((line) => decodeLine(line, units, lineIds)),
      allowancesCharges: chargesOf(document),
      taxes: tax === undefined || isZero(tax) ? undefined : [{ category: 'TX', amount: tax }],
      total: document.Amount,
    }),
  );
}

function decodeLine(line: Detail, units: UnitTable, lineIds: LineIds) {
  const { OrderType: type, OrderNbr: number, OrderLineNbr, LineNbr } = line;
  const own = OrderLineNbr ?? LineNbr ?? line.InventoryID;
  return present({
    lineId: type === undefined || number === undefined ? own : lineIds({ type, number }, own),
    ids: [{ scheme: 'seller', value: line.InventoryID }],
    description: line.TransactionDescr,
    quantity: { value: line.Qty, unit: unitOf(units, line.UOM) },
    price: priceOf(line.Amount, line.Qty),
    net: line.Amount,
  });
}

/** Freight and the discount of the document as a whole (X12 1300: D240, C310); a line's discount is in its amount. */
function chargesOf({ FreightPrice: freight, DiscountTotal: discount }: z.output<typeof invoiceWire>) {
  const charges = [
    ...(freight === undefined || isZero(freight) ? [] : [{ kind: 'charge', code: 'D240', amount: freight }]),
    ...(discount === undefined || isZero(discount) ? [] : [{ kind: 'allowance', code: 'C310', amount: discount }]),
  ];
  return charges.length === 0 ? undefined : charges;
}

function namesOf(lines: readonly Detail[], field: 'OrderNbr' | 'ShipmentNbr' | 'OrigInvNbr'): readonly string[] {
  return [...new Set(lines.flatMap((line) => line[field] ?? []))];
}
