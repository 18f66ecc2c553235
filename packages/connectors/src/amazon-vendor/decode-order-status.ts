import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { decodeQuantity, type ItemQuantityWire, itemQuantityWire, quantityIn } from './item-quantity.ts';

const itemWire = z.object({
  itemSequenceNumber: z.string().min(1),
  buyerProductIdentifier: optionalText,
  vendorProductIdentifier: optionalText,
  orderedQuantity: z.object({ orderedQuantity: itemQuantityWire }).optional(),
  acknowledgementStatus: z
    .object({
      confirmationStatus: optionalText,
      acceptedQuantity: itemQuantityWire.optional(),
      rejectedQuantity: itemQuantityWire.optional(),
    })
    .optional(),
  receivingStatus: z.object({ receiveStatus: optionalText, receivedQuantity: itemQuantityWire.optional() }).optional(),
});

type ItemWire = z.output<typeof itemWire>;

const statusWire = z.object({
  purchaseOrderNumber: z.string().min(1),
  purchaseOrderStatus: z.string().min(1),
  lastUpdatedDate: optionalText,
  itemStatus: z.array(itemWire),
});

/** The answer of `getPurchaseOrdersStatus`. */
export const statusPageWire = z.object({ payload: z.object({ ordersStatus: z.array(z.unknown()) }) });

/** How Amazon holds an order: `OrderStatus` of the model vendorOrders. What was received counts as shipped. */
export function decodeOrderStatus(json: unknown): Result<ErpOrderStatus> {
  const read = validate(statusWire, json);
  if (!read.ok) return { ok: false, issues: read.issues };
  const { purchaseOrderNumber: number, purchaseOrderStatus: status, lastUpdatedDate, itemStatus } = read.value;
  return {
    ok: true,
    issues: [],
    value: present({
      number,
      externalReference: number,
      status,
      phase: phaseOf(status, itemStatus),
      lines: itemStatus.map(lineOf),
      changedAt: lastUpdatedDate,
    }),
  };
}

function phaseOf(status: string, items: readonly ItemWire[]): OrderPhase {
  if (status !== 'OPEN' && status !== 'CLOSED') return 'unknown';
  const live = items.filter(({ orderedQuantity }) => orderedQuantity?.orderedQuantity.amount !== 0);
  if (items.length > 0 && live.length === 0) return 'cancelled';
  const confirmed = live.map((item) => item.acknowledgementStatus?.confirmationStatus);
  if (live.length > 0 && confirmed.every((word) => word === 'REJECTED')) return 'rejected';
  if (status === 'CLOSED') return 'closed';
  const received = live
    .filter((_, at) => confirmed[at] !== 'REJECTED')
    .map(({ receivingStatus }) => receivingStatus?.receiveStatus ?? 'NOT_RECEIVED');
  if (received.length > 0 && received.every((word) => word === 'RECEIVED')) return 'shipped';
  if (received.some((word) => word === 'RECEIVED' || word === 'PARTIALLY_RECEIVED')) return 'partlyShipped';
  return confirmed.every((word) => word === 'UNCONFIRMED' || word === undefined) ? 'pending' : 'open';
}

const none: ItemQuantityWire = { amount: 0 };

function lineOf(item: ItemWire): ErpOrderLine {
  const ordered = item.orderedQuantity?.orderedQuantity ?? none;
  const quantity = decodeQuantity(ordered) ?? { value: String(ordered.amount), unit: 'C62' };
  const received = item.receivingStatus?.receivedQuantity;
  const isRejected = item.acknowledgementStatus?.confirmationStatus === 'REJECTED';
  const isCancelled = item.orderedQuantity !== undefined && ordered.amount === 0;
  return present<ErpOrderLine>({
    lineId: item.itemSequenceNumber,
    item: item.vendorProductIdentifier ?? item.buyerProductIdentifier ?? '',
    quantity,
    status: isRejected || isCancelled ? 'rejected' : 'accepted',
    reason: isCancelled ? 'cancelled' : undefined,
    shipped: received && quantityIn(quantity.unit, { unitSize: ordered.unitSize, ...received }),
  });
}
