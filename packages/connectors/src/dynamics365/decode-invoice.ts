import { Invoice, type Result, validate } from '@dist/canonical';
import { add, isNegative, isZero, negate } from '@dist/canonical/arithmetic';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import type { LineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { type InvoiceWire, invoiceWire } from './wire.ts';

/** The unit of a line that has none: a piece (UN/ECE Rec 20). */
const piece = 'C62';

/**
 * The canonical Invoice of a posted invoice, its sums checked (R23); undefined for one of no sales order. A credit note is an
 * invoice with a negative total there: its amounts change their sign. `orderNumber` is the number of the sales order.
 */
export function decodeInvoice(json: unknown, units: UnitTable, lineIds: LineIds): Result<Invoice | undefined> {
  const wire = validate(invoiceWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const invoice = wire.value;
  const order = invoice.SalesOrderNumber;
  if (order === undefined) return { ok: true, issues: [], value: undefined };
  const isCredit = isNegative(invoice.TotalInvoiceAmount);
  const signed = (amount: string) => (isCredit ? negate(amount) : amount);
  const tax = signed(invoice.TotalTaxAmount);
  return validate(
    Invoice,
    present({
      kind: 'invoice',
      version: '1',
      number: invoice.InvoiceNumber,
      type: isCredit ? 'creditMemo' : 'invoice',
      date: invoice.InvoiceDate.slice(0, 10),
      orderNumber: order,
      shipmentIds: [],
      currency: invoice.CurrencyCode,
      parties: {},
      references: [],
      lines: partsOf(invoice, (item) => lineIds(order, item)).map(({ lineId, item, symbol, quantity, net }) => ({
        lineId,
        ids: item === undefined ? [] : [{ scheme: 'seller', value: item }],
        quantity: { value: signed(quantity), unit: symbol === undefined ? piece : unitOf(units, symbol) },
        price: priceOf(signed(net), signed(quantity)),
        net: signed(net),
      })),
      allowancesCharges: chargesOf(invoice, signed),
      taxes: isZero(tax) ? undefined : [{ category: 'TX', amount: tax }],
      total: signed(invoice.TotalInvoiceAmount),
    }),
  );
}

/** What an invoice tells of one line. */
interface Part {
  readonly lineId: string;
  readonly item: string | undefined;
  readonly symbol: string | undefined;
  readonly quantity: string;
  readonly net: string;
}

/** Several lines of an item of which the order has one line are parts of it (two lots, goods taken back): it stands there once. */
function partsOf({ SalesInvoiceLinesV2: lines }: InvoiceWire, lineIdOf: LineIdOf): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const { ProductNumber: item, SalesUnitSymbol: symbol, InvoicedQuantity: quantity, LineAmount: net } = line;
    const own = `invoice-${line.LineCreationSequenceNumber}`;
    const lineId = (item && lineIdOf(item)) ?? own;
    const before = parts.get(lineId);
    if (before === undefined) parts.set(lineId, { lineId, item, symbol, quantity, net });
    else if (before.symbol !== symbol) parts.set(own, { lineId: own, item, symbol, quantity, net });
    else parts.set(lineId, { ...before, quantity: add(before.quantity, quantity), net: add(before.net, net) });
  }
  return [...parts.values()];
}

type LineIdOf = (item: string) => string | undefined;

/** Charges and discounts of the invoice as a whole, of which only the sums are told (X12 1300: ZZZZ, mutually defined). */
function chargesOf(
  { TotalChargeAmount, TotalDiscountAmount }: InvoiceWire,
  signed: (amount: string) => string,
): readonly object[] | undefined {
  const all = [
    { kind: 'charge', code: 'ZZZZ', amount: signed(TotalChargeAmount) },
    { kind: 'allowance', code: 'ZZZZ', amount: signed(TotalDiscountAmount) },
  ].filter(({ amount }) => !isZero(amount));
  return all.length === 0 ? undefined : all;
}
