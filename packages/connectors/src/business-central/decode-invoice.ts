import { Invoice, type Issue, type Result, validate } from '@dist/canonical';
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
 * The canonical Invoice of a posted `salesInvoice`, its sums checked (R23); undefined for one that is not posted, or was
 * cancelled. A corrective one bills again what was billed once: it cannot be read, so that a person decides. Lines that
 * are no items (a freight charge, an account) are lines by their own numbers. `orderNumber` is Business Central's.
 */
export function decodeInvoice(json: unknown, units: UnitTable): Result<Invoice | undefined> {
  const wire = validate(invoiceWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const invoice = wire.value;
  const status = enumWord(invoice.status);
  if (['Draft', 'In Review', 'Canceled'].includes(status)) return { ok: true, issues: [], value: undefined };
  if (!['Open', 'Paid'].includes(status)) return { ok: false, issues: [otherStatus(status)] };
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

function otherStatus(status: string): Issue {
  const message = `an invoice that is ${status.slice(0, 40)} is not sent without somebody having looked at it`;
  return { code: 'invoice-status', severity: 'error', message, path: ['status'], expected: 'Open or Paid' };
}
