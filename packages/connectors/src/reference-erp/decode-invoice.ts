import { Invoice, type Result, validate } from '@dist/canonical';
import { present } from '../port/present.ts';
import type { EventWire, InvoiceWire } from './wire.ts';

/** The canonical Invoice of an `invoiced` event; its sums are checked (R23). `orderNumber` is the ERP's. */
export function decodeInvoice(wire: InvoiceWire, { order }: EventWire): Result<Invoice> {
  const { number, date, currency, terms, shipments, lines, charges = [], total } = wire;
  const invoice: Invoice = {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date,
    orderNumber: order,
    shipmentIds: shipments,
    currency,
    parties: {},
    terms: terms && present(terms),
    references: [],
    lines: lines.map(({ line, item, quantity, unit, price, net }) => ({
      lineId: line,
      ids: [{ scheme: 'seller', value: item }],
      quantity: { value: quantity, unit },
      price: { amount: price },
      net,
    })),
    allowancesCharges: charges.length === 0 ? undefined : charges.map(present),
    total,
  };
  return validate(Invoice, present(invoice));
}
