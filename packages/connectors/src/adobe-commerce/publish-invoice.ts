import type { Invoice } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import { itemQuantities } from './item-quantities.ts';
import { madeDocument } from './made-document.ts';
import { readOrder } from './read-order.ts';
import { searchAll } from './search.ts';

const invoiceWire = z.object({
  entity_id: z.number().int(),
  comments: z.array(z.object({ comment: z.string().nullish() })).nullish(),
});

/** How invoices are told. */
export interface InvoiceManner {
  /** Whether Commerce takes the money by the order's payment method. */
  readonly capture: boolean;
  /** Whether Commerce writes to the buyer. */
  readonly notify: boolean;
}

/**
 * Tells the store what was invoiced: Commerce makes an invoice of its own of the same quantities, with its own amounts, and
 * our number in a comment, by which it is looked for first. A credit memo is refused: it would give money back.
 */
export async function publishInvoice(
  client: VendorClient,
  { channelOrderId, invoice }: { readonly channelOrderId: string; readonly invoice: Invoice },
  { manner, ...call }: WriteCall & { readonly manner: InvoiceManner },
): Promise<PublishOutcome> {
  const operation = 'invoices.publish';
  if (invoice.type !== 'invoice') {
    const message = `Adobe Commerce: ${invoice.number} is a ${invoice.type}, which would move money`;
    return { status: 'rejected', reason: 'type', message };
  }
  const order = await readOrder(client, { by: 'id', value: channelOrderId, operation }, call);
  if (order.status === 'failed') return order;
  if (order.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${channelOrderId}`) };
  }
  const counted = itemQuantities(invoice.lines, order.value.items);
  if (!counted.ok) return { status: 'rejected', reason: counted.reason, message: counted.message };
  const groups = [[{ field: 'order_id', value: channelOrderId, condition: 'eq' as const }]];
  const request = { path: '/invoices', groups, sort: ['entity_id'], pageSize: 100, operation, row: invoiceWire };
  const known = await searchAll(client, request, call);
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const same = known.rows.find(({ comments }) => comments?.some(({ comment }) => comment === commentOf(invoice)));
  if (same !== undefined) return { status: 'already', id: String(same.entity_id) };
  const path = `/order/${channelOrderId}/invoice`;
  const body = encodeInvoice(invoice, counted.quantities, manner);
  return madeDocument(client, await client.call('write', { method: 'POST', path, body, operation }, call));
}

/** The body of `POST /V1/order/{orderId}/invoice`. */
export function encodeInvoice(
  invoice: Invoice,
  quantities: ReadonlyMap<number, string>,
  { capture, notify }: InvoiceManner,
): unknown {
  return {
    capture,
    items: [...quantities].map(([id, value]) => ({ order_item_id: id, qty: Number(value) })),
    notify,
    comment: { comment: commentOf(invoice), is_visible_on_front: 0 },
  };
}

function commentOf({ number }: Invoice): string {
  return `Invoice ${number}`;
}
