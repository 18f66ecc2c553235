import { type AllowanceCharge, minorUnit, type PaymentTerms } from '@dist/canonical';
import { documentTotal, extend, sum } from '@dist/canonical/arithmetic';
import { agreementWith } from './agreements.ts';
import type { Ledger } from './ledger.ts';
import type { LineRow, OrderRow } from './order-row.ts';
import type { ErpShipment } from './ship.ts';

/** An invoice as `GET /events` tells it and the ledger keeps it. */
export interface ErpInvoice {
  readonly number: string;
  readonly date: string;
  readonly currency: string;
  readonly terms?: PaymentTerms | undefined;
  readonly shipments: readonly string[];
  readonly lines: readonly {
    readonly line: string;
    readonly item: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price: string;
    readonly net: string;
  }[];
  readonly charges: readonly AllowanceCharge[];
  readonly total: string;
}

/** Makes and posts the invoice of one shipment: each line rounded once to the currency's minor unit, half up. */
export function bill(
  ledger: Ledger,
  order: OrderRow,
  lines: readonly LineRow[],
  shipment: ErpShipment,
  at: string,
): ErpInvoice {
  const { currency } = JSON.parse(order.content) as { currency: string };
  const { terms, charge } = agreementWith(order.partner ?? undefined);
  const first = ledger.rows('SELECT number FROM invoices WHERE order_number = ? LIMIT 1', order.number).length === 0;
  const billed = lines.flatMap((line) => billLine(line, shipment, minorUnit(currency) ?? 2));
  const charges = first && charge !== undefined ? [charge] : [];
  const invoice: ErpInvoice = {
    number: `INV-${900_000 + ledger.next('invoice')}`,
    date: at.slice(0, 10),
    currency,
    ...(terms === undefined ? {} : { terms }),
    shipments: [shipment.id],
    lines: billed,
    charges,
    total: documentTotal({ lines: billed, allowancesCharges: charges }),
  };
  ledger.run(
    'INSERT INTO invoices (number, order_number, shipment_id, at, invoice) VALUES (?, ?, ?, ?, ?)',
    ...[invoice.number, order.number, shipment.id, at, JSON.stringify(invoice)],
  );
  return invoice;
}

function billLine({ line, item, unit, price }: LineRow, shipment: ErpShipment, places: number): ErpInvoice['lines'] {
  const packed = shipment.items.filter((piece) => piece.line === line);
  if (packed.length === 0) return [];
  const quantity = sum(packed.map((piece) => piece.quantity));
  return [{ line, item, quantity, unit, price, net: extend({ amount: price }, { value: quantity, unit }, places) }];
}
