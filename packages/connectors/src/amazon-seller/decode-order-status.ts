import { type Result, validate } from '@dist/canonical';
import type { ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { orderWire } from './order-wire.ts';

/** `fulfillmentStatus` of the model orders_2026-01-01. */
const phases: Readonly<Record<string, OrderPhase>> = {
  PENDING_AVAILABILITY: 'pending',
  PENDING: 'pending',
  UNSHIPPED: 'open',
  PARTIALLY_SHIPPED: 'partlyShipped',
  SHIPPED: 'shipped',
  CANCELLED: 'cancelled',
  UNFULFILLABLE: 'rejected',
};

/** How Amazon holds an order of a marketplace. */
export function decodeOrderStatus(json: unknown): Result<ErpOrderStatus> {
  const read = validate(orderWire, json);
  if (!read.ok) return { ok: false, issues: read.issues };
  const { orderId, lastUpdatedTime, fulfillment, orderItems } = read.value;
  const status = fulfillment?.fulfillmentStatus ?? '';
  return {
    ok: true,
    issues: [],
    value: {
      number: orderId,
      externalReference: orderId,
      status,
      phase: Object.hasOwn(phases, status) ? (phases[status] ?? 'unknown') : 'unknown',
      changedAt: lastUpdatedTime,
      lines: orderItems.map(({ orderItemId, quantityOrdered, product, fulfillment: done }) => {
        const shipped = done?.quantityFulfilled;
        return present({
          lineId: orderItemId,
          item: product.sellerSku ?? product.asin ?? '',
          quantity: { value: String(quantityOrdered), unit: 'C62' },
          status: quantityOrdered === 0 ? ('rejected' as const) : ('accepted' as const),
          shipped: shipped === undefined ? undefined : { value: String(shipped), unit: 'C62' },
        });
      }),
    },
  };
}
