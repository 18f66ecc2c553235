import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import { fieldOf } from '../json/field-of.ts';
import type { OrderEncoder } from '../order/order-encoder.ts';

/** What an order is made of: one record, and one for each line. */
export interface EncodedOrder {
  readonly header: Readonly<Record<string, unknown>>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

/** The records of an order, or why there are none. A day is sent as its noon in UTC, so that no time zone moves it. */
export function encodeSalesOrder(
  encoder: OrderEncoder,
  order: Order,
  { externalReference, dataAreaId, facts }: { externalReference: string; dataAreaId: string; facts: Facts },
):
  | { readonly ok: true; readonly value: EncodedOrder }
  | { readonly ok: false; readonly reason: string; readonly message: string } {
  const other = order.lines.find(({ lineId }) => !/^[1-9]\d{0,8}$/.test(lineId));
  if (other !== undefined) {
    const message = `line ${other.lineId}: Customers line number holds a whole number without leading zeros`;
    return { ok: false, reason: 'line-id', message };
  }
  const encoded = encoder.encode(order, externalReference, facts);
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return { ok: false, reason: first?.code ?? 'encoding', message: first?.message ?? 'it cannot be written' };
  }
  const [header, lines] = [fieldOf(encoded.body, 'header'), fieldOf(encoded.body, 'lines')];
  return {
    ok: true,
    value: {
      header: { dataAreaId, ...withNoons(header), ...ownAddress(header) },
      lines: (Array.isArray(lines) ? lines : []).map((line: object) => ({ dataAreaId, ...line })),
    },
  };
}

function withNoons(record: unknown): Record<string, unknown> {
  const fields = Object.entries(record ?? {}).map(([name, value]) => {
    const isDay = typeof value === 'string' && /Date$/.test(name) && /^\d{4}-\d\d-\d\d$/.test(value);
    return [name, isDay ? `${value}T12:00:00Z` : value];
  });
  return Object.fromEntries(fields);
}

/** An address that the order states is its own, and not one of the customer's. */
function ownAddress(header: unknown): Record<string, unknown> {
  return fieldOf(header, 'DeliveryAddressStreet') === undefined ? {} : { IsDeliveryAddressOrderSpecific: 'Yes' };
}
