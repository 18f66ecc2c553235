import { validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';
import { lineIdOf } from './line-id-of.ts';
import { lineWire } from './wire.ts';

/** So many orders fit in one address. */
const mostOrders = 30;

/** The line id of an item of an order; undefined where the order has no line of it, or more than one. */
export type LineIds = (order: string, item: string) => string | undefined;

/**
 * Reads the lines of some orders: packing slips and invoices name no line of the order (no lot, no line number), so that a
 * line is known by its item.
 */
export async function lineIdsOf(
  entity: LegalEntity,
  orders: Iterable<string>,
  { operation, ...call }: Call & { readonly operation: string },
): Promise<
  { readonly ok: true; readonly lineIds: LineIds } | { readonly ok: false; readonly failure: ConnectorFailure }
> {
  const known = new Map<string, string | undefined>();
  const all = [...new Set(orders)];
  for (let from = 0; from < all.length; from += mostOrders) {
    const any = all.slice(from, from + mostOrders).map((order) => `SalesOrderNumber eq ${odataText(order)}`);
    const read = await readSet(entity, 'SalesOrderLines', { filter: `(${any.join(' or ')})`, operation }, call);
    if (!read.ok) return read;
    const lines = validate(z.array(lineWire), read.value);
    if (!lines.ok) {
      const text = `the answer cannot be read: ${lines.issues[0]?.message ?? 'it has another shape'}`;
      return { ok: false, failure: entity.client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    for (const line of lines.value) {
      const key = keyOf(line.SalesOrderNumber ?? '', line.ItemNumber);
      known.set(key, known.has(key) ? undefined : lineIdOf(line));
    }
  }
  return { ok: true, lineIds: (order, item) => known.get(keyOf(order, item)) };
}

function keyOf(order: string, item: string): string {
  return JSON.stringify([order, item]);
}
