import type { Invoice } from '@dist/canonical';

/** The body of `POST /orders/{order_id}/metafields`. */
export interface InvoiceMetafield {
  readonly permission_set: 'read';
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
}

/**
 * An invoice as a metafield of its order that other apps may read, under the namespace `order_to_cash`. The same invoice
 * gives the same text. A key takes 64 signs: a number that does not fit is known by its hash.
 */
export async function invoiceMetafield(invoice: Invoice): Promise<InvoiceMetafield> {
  const { number, type, date, orderNumber, shipmentIds, currency, terms, lines } = invoice;
  const { allowancesCharges, taxes, total } = invoice;
  const value = {
    number,
    type,
    date,
    orderNumber,
    shipmentIds,
    currency,
    terms,
    lines: lines.map(({ lineId, ids, quantity, price, net }) => ({
      lineId,
      item: ids.find((id) => id.scheme === 'seller')?.value,
      quantity,
      price,
      net,
    })),
    allowancesCharges,
    taxes,
    total,
  };
  const isPlain = /^[A-Za-z0-9-]{1,48}$/.test(number);
  return {
    permission_set: 'read',
    namespace: 'order_to_cash',
    key: isPlain ? `invoice_${number}` : `invoice__${await hash(number)}`,
    value: JSON.stringify(value),
  };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('').slice(0, 32);
}
