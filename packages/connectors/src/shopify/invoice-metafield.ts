import type { Invoice } from '@dist/canonical';

/** One entry of the variable `metafields` of `metafieldsSet` (MetafieldsSetInput). */
export interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: 'json';
  readonly value: string;
}

/**
 * An invoice as a metafield of its order, one for each invoice, under the namespace `order_to_cash`. The same invoice
 * gives the same bytes, so that writing it again changes nothing. A key takes 64 letters, digits, `-` and `_`: a number
 * that does not fit is known by its hash.
 */
export async function invoiceMetafield(ownerId: string, invoice: Invoice): Promise<MetafieldInput> {
  const { number, type, date, orderNumber, shipmentIds, currency, terms, lines, allowancesCharges, taxes, total } =
    invoice;
  const plain = /^[A-Za-z0-9-]{1,48}$/.test(number);
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
  return {
    ownerId,
    namespace: 'order_to_cash',
    key: plain ? `invoice_${number}` : `invoice__${await hash(number)}`,
    type: 'json',
    value: JSON.stringify(value),
  };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 32);
}
