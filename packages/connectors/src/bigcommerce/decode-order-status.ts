import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { orderWire, productWire } from './order-wire.ts';

/** Order statuses by their ids: BigCommerce, OpenAPI orders.v2, GET /order_statuses. A store renames them, never the ids. */
const phases: ReadonlyMap<number, OrderPhase> = new Map([
  [0, 'pending'],
  [1, 'pending'],
  [2, 'shipped'],
  [3, 'partlyShipped'],
  [4, 'closed'],
  [5, 'cancelled'],
  [6, 'rejected'],
  [7, 'pending'],
  [8, 'open'],
  [9, 'open'],
  [10, 'closed'],
  [11, 'open'],
  [12, 'onHold'],
  [13, 'onHold'],
  [14, 'onHold'],
]);

const withProducts = orderWire.extend({ products: z.array(productWire) });

/** How a store holds an order: an order of V2 with its products in the place of their link. */
export function decodeOrderStatus(json: unknown): Result<ErpOrderStatus> {
  const wire = validate(withProducts, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { id, status_id: statusId, status, date_modified: modified, external_order_id: ours, products } = wire.value;
  const changedAt = modified === undefined ? Number.NaN : Date.parse(modified);
  const phase = phases.get(statusId) ?? 'unknown';
  return {
    ok: true,
    issues: wire.issues,
    value: present({
      number: String(id),
      // An order of a shopper's has no reference of ours: the store's own number is the buyer's.
      externalReference: ours ?? String(id),
      status: status ?? String(statusId),
      phase,
      holds: phase === 'onHold' ? [{ code: String(statusId), message: status }] : undefined,
      changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
      lines: products.map(({ id: lineId, sku, name, quantity, quantity_shipped: shipped }) =>
        present({
          lineId: String(lineId),
          item: sku ?? name ?? '',
          quantity: { value: quantity, unit: 'C62' },
          status: 'accepted' as const,
          shipped: shipped === undefined || shipped === null ? undefined : { value: shipped, unit: 'C62' },
        }),
      ),
    }),
  };
}
