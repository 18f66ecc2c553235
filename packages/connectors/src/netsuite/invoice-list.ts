import { type AllowanceCharge, Invoice, type Issue, type Result, validate } from '@dist/canonical';
import { add, isNegative, negate } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { lineIdOf } from './line-id-of.ts';
import type { TransactionList } from './list-transactions.ts';
import type { SuiteRow } from './suiteql.ts';

const header = z.object({
  tranid: z.string().min(1),
  type: z.string(),
  day: z.string(),
  currency: z.string(),
  total: decimal,
});
const line = z.object({
  kind: optionalText,
  itemid: optionalText,
  quantity: decimal.nullish(),
  unit: optionalText,
  net: decimal,
  salesorder: optionalText,
  orderline: optionalText,
  buyerline: optionalText,
});

type Line = z.output<typeof line>;

/** Invoices and credit memos. Amounts are in the currency of the transaction. */
export function invoiceList(words: NetsuiteWords): TransactionList<Invoice> {
  const buyerLine = words.lineField === undefined ? 'NULL' : `ordered.${words.lineField}`;
  return {
    operation: 'invoices.list',
    where: "t.type IN ('CustInvc', 'CustCred')",
    fields:
      "t.tranid AS tranid, t.type AS type, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, currency.symbol AS currency, ABS(t.foreigntotal) AS total",
    linesOf: (ids) =>
      `SELECT line.transaction AS transaction, line.itemtype AS kind, item.itemid AS itemid, ABS(line.quantity) AS quantity, line.units AS unit, line.foreignamount AS net, link.previousdoc AS salesorder, link.previousline AS orderline, ${buyerLine} AS buyerline FROM transactionline line LEFT JOIN item ON item.id = line.item LEFT JOIN previoustransactionlinelink link ON link.nextdoc = line.transaction AND link.nextline = line.id LEFT JOIN transactionline ordered ON ordered.transaction = link.previousdoc AND ordered.id = link.previousline WHERE line.transaction IN (${ids}) AND line.mainline = 'F' AND line.foreignamount <> 0 ORDER BY line.transaction, line.id`,
    decode: (transaction, lines) => decodeInvoice(transaction, lines, words),
  };
}

/** The canonical Invoice of an invoice or credit memo, its sums checked (R23). `orderNumber` is NetSuite's internal id. */
export function decodeInvoice(
  transaction: SuiteRow,
  lines: readonly SuiteRow[],
  words: NetsuiteWords,
): Result<Invoice> {
  const read = validate(z.object({ transaction: header, lines: z.array(line) }), { transaction, lines });
  if (!read.ok) return { ok: false, issues: read.issues };
  const { tranid, type, day, currency, total } = read.value.transaction;
  const all = signedLines(read.value.lines);
  const goods = all.filter(isGoods);
  const tax = all.filter(({ kind }) => taxes.has(kind));
  const charged = all.flatMap(chargesOf);
  const issues = all.flatMap(takenBack);
  if (issues.length > 0) return { ok: false, issues };
  const orders = [...new Set(goods.map(({ salesorder }) => salesorder).filter((order) => order !== undefined))];
  return validate(
    Invoice,
    present({
      kind: 'invoice',
      version: '1',
      number: tranid,
      type: type === 'CustCred' ? 'creditMemo' : 'invoice',
      date: day,
      orderNumber: orders.length === 1 ? orders[0] : undefined,
      shipmentIds: [],
      currency,
      parties: {},
      references: [],
      lines: goods.map((one) => decodeLine(one, words)),
      allowancesCharges: charged.length === 0 ? undefined : charged,
      taxes: tax.length === 0 ? undefined : [{ category: 'TX', amount: tax.map(({ net }) => net).reduce(add) }],
      total,
    }),
  );
}

/** Kinds of lines that are no goods; the codes are those of X12 element 1300: freight and discount. */
const taxes: ReadonlySet<string | undefined> = new Set(['TaxItem', 'TaxGroup']);
const charges: ReadonlyMap<string | undefined, string> = new Map([
  ['ShipItem', 'D240'],
  ['Discount', 'C310'],
]);

function isGoods({ kind }: Line): boolean {
  return !taxes.has(kind) && !charges.has(kind);
}

/** In the ledger sales are credits, below zero: the lines of a document have the sign of their sum, a discount the other. */
function signedLines(lines: readonly Line[]): readonly Line[] {
  const sum = lines.map(({ net }) => net).reduce(add, '0');
  return isNegative(sum) ? lines.map((one) => ({ ...one, net: negate(one.net) })) : lines;
}

function chargesOf({ kind, net }: Line): readonly AllowanceCharge[] {
  const code = charges.get(kind);
  if (code === undefined) return [];
  return [isNegative(net) ? { kind: 'allowance', code, amount: negate(net) } : { kind: 'charge', code, amount: net }];
}

function takenBack(line: Line, at: number): readonly Issue[] {
  const { itemid = '', quantity, net } = line;
  if (!isGoods(line) || !isNegative(net)) return [];
  const message = `${quantity ?? '1'} of ${itemid} are taken back (${net}): what is taken back stands on a credit memo`;
  return [{ code: 'line-negative', severity: 'error', path: ['lines', at, 'net'], message }];
}

function decodeLine(one: Line, words: NetsuiteWords) {
  const { itemid = '', unit, net, orderline, buyerline } = one;
  const quantity = one.quantity ?? '1';
  return {
    lineId: lineIdOf(buyerline, orderline ?? itemid, words.lineField),
    ids: [{ scheme: 'seller', value: itemid }],
    quantity: { value: quantity, unit: unit === undefined ? 'C62' : unitOf(words.units, unit) },
    price: priceOf(net, quantity),
    net,
  };
}
