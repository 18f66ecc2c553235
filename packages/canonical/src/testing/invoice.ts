import * as fc from 'fast-check';
import { documentTotal, lineNet } from '../arithmetic/line-net.ts';
import { minorUnit } from '../data/currencies.ts';
import type { Invoice, InvoiceLine } from '../document/invoice.ts';
import {
  allowanceCharge,
  calendarDate,
  code,
  currency,
  itemIds,
  lineId,
  linesOf,
  parties,
  price,
  quantity,
  references,
  tax,
  terms,
  text,
} from './values.ts';

/** A valid Invoice or credit memo whose line nets and total are right; prices may be zero. */
export function invoice(): fc.Arbitrary<Invoice> {
  const line = fc.record(
    {
      lineId,
      ids: itemIds(),
      description: text(40),
      quantity: quantity(),
      price: price(),
      allowancesCharges: fc.array(allowanceCharge(), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['lineId', 'ids', 'quantity', 'price'] },
  );
  return fc
    .record(
      {
        kind: fc.constant('invoice'),
        version: fc.constant('1'),
        number: code(),
        type: fc.constantFrom('invoice', 'creditMemo'),
        date: calendarDate(),
        orderNumber: code(),
        orderDate: calendarDate(),
        shipmentIds: fc.uniqueArray(code(), { maxLength: 1 }),
        shippedOn: calendarDate(),
        currency,
        parties: parties(),
        terms: terms(),
        references: references(),
        lines: linesOf(line),
        allowancesCharges: fc.array(allowanceCharge(), { minLength: 1, maxLength: 2 }),
        taxes: fc.array(tax(), { minLength: 1, maxLength: 1 }),
      },
      {
        requiredKeys: [
          'kind',
          'version',
          'number',
          'type',
          'date',
          'orderNumber',
          'shipmentIds',
          'currency',
          'parties',
          'references',
          'lines',
        ],
      },
    )
    .map((value): Invoice => {
      const document = withAmounts(value);
      return document.total.startsWith('-') ? withAmounts(withoutAllowances(document)) : document;
    });
}

function withAmounts(document: Omit<Invoice, 'lines' | 'total'> & { lines: Omit<InvoiceLine, 'net'>[] }): Invoice {
  const places = minorUnit(document.currency) ?? 2;
  const lines = document.lines.map((line): InvoiceLine => ({ ...line, net: lineNet(line, places) }));
  return { ...document, lines, total: documentTotal({ ...document, lines }) };
}

/** Allowances beyond the goods would make a demand of a credit memo. */
function withoutAllowances(document: Invoice): Invoice {
  const charges = (list: Invoice['allowancesCharges']) => list?.map((one) => ({ ...one, kind: 'charge' as const }));
  const kept = <T extends Pick<Invoice, 'allowancesCharges'>>(one: T): T =>
    one.allowancesCharges === undefined ? one : { ...one, allowancesCharges: charges(one.allowancesCharges) };
  return { ...kept(document), lines: document.lines.map(kept) };
}
