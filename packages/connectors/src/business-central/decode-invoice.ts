import { Invoice, type Result, validate } from '@dist/canonical';
import { isZero } from '@dist/canonical/arithmetic';
import { priceOf } from '../invoice/price-of.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { documentReferences } from './document-references.ts';
import { enumWord } from './enum-word.ts';
import { lineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { invoiceWire } from './wire.ts';

/** The unit of a line that has none: a piece (UN/ECE Rec 20). */
const piece = 'C62';

/**
 * The canonical Invoice of a posted `salesInvoice`, its sums checked (R23); undefined for one that is not posted. Lines that
 * are no items (a freight charge, an account) are lines by their own numbers. `orderNumber` is Business Central's.
 */
export function decodeInvoice(json: unknown, units: UnitTable): Result<Invoice | undefined> {
  const wire = validate(invoiceWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const invoice = wire.value;
  if (['Draft', 'In Review'].includes(enumWord(invoice.status))) return { ok: true, issues: [], value: undefined };
  const lines = invoice.salesInvoiceLines.filter(
    ({ lineType, quantity }) => lineType !== undefined && lineType !== 'Comment' && !isZero(quantity),
  );
  const ids = lineIds(lines);
  return validate(
    Invoice,
    present({
      kind: 'invoice',
      version: '1',
      number: invoice.number,
      type: 'invoice',
      date: invoice.invoiceDate,
      orderNumber: invoice.orderNumber,
      shipmentIds: [],
      currency: invoice.currencyCode,
      parties: {},
      references: documentReferences(invoice),
      lines: lines.map((line, at) => {
        const code = line.unitOfMeasureCode ?? '';
        return {
          lineId: ids[at],
          ids: line.lineObjectNumber === undefined ? [] : [{ scheme: 'seller', value: line.lineObjectNumber }],
          quantity: { value: line.quantity, unit: code === '' ? piece : unitOf(units, code) },
          price: priceOf(line.netAmount, line.quantity),
          net: line.netAmount,
        };
      }),
      taxes: isZero(invoice.totalTaxAmount) ? undefined : [{ category: 'TX', amount: invoice.totalTaxAmount }],
      total: invoice.totalAmountIncludingTax,
    }),
  );
}
