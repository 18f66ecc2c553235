import { type Result, Shipment, validate } from '@dist/canonical';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { lineIdOf } from './line-id-of.ts';
import type { TransactionList } from './list-transactions.ts';
import type { SuiteRow } from './suiteql.ts';

const header = z.object({ id: z.string(), changed: z.string(), day: z.string() });
const line = z.object({
  itemid: z.string(),
  quantity: decimal,
  unit: optionalText,
  salesorder: z.string().min(1),
  orderline: z.string().min(1),
  buyerline: optionalText,
});

/**
 * Fulfillments that are shipped (status C): with Pick, Pack and Ship stock leaves at that status only. Which line of the
 * order a line is of stands in `previoustransactionlinelink`.
 */
export function fulfillmentList(words: NetsuiteWords): TransactionList<Shipment> {
  const buyerLine = words.lineField === undefined ? 'NULL' : `ordered.${words.lineField}`;
  return {
    operation: 'shipments.list',
    where: "t.type = 'ItemShip' AND t.status = 'C'",
    fields: "TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day",
    linesOf: (ids) =>
      `SELECT line.transaction AS transaction, item.itemid AS itemid, ABS(line.quantity) AS quantity, line.units AS unit, link.previousdoc AS salesorder, link.previousline AS orderline, ${buyerLine} AS buyerline FROM transactionline line JOIN item ON item.id = line.item JOIN previoustransactionlinelink link ON link.nextdoc = line.transaction AND link.nextline = line.id JOIN transactionline ordered ON ordered.transaction = link.previousdoc AND ordered.id = link.previousline WHERE line.transaction IN (${ids}) AND line.mainline = 'F' AND line.quantity <> 0 ORDER BY line.transaction, line.id`,
    decode: (transaction, lines) => decodeFulfillment(transaction, lines, words),
  };
}

/** The canonical Shipment of a fulfillment, checked. `orderNumber` is NetSuite's internal id of the order. */
export function decodeFulfillment(
  transaction: SuiteRow,
  lines: readonly SuiteRow[],
  words: NetsuiteWords,
): Result<Shipment> {
  const read = validate(z.object({ transaction: header, lines: z.array(line) }), { transaction, lines });
  if (!read.ok) return { ok: false, issues: read.issues };
  const { id, changed, day } = read.value.transaction;
  return validate(Shipment, {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: id,
    createdAt: `${changed}Z`,
    shippedOn: day,
    carrier: {},
    parties: {},
    references: [],
    units: [],
    items: read.value.lines.map((one) =>
      present({
        orderNumber: one.salesorder,
        lineId: lineIdOf(one.buyerline, one.orderline, words.lineField),
        ids: [{ scheme: 'seller', value: one.itemid }],
        quantity: { value: one.quantity, unit: one.unit === undefined ? 'C62' : unitOf(words.units, one.unit) },
      }),
    ),
  });
}
