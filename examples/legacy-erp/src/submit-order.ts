import type { Order } from '@dist/canonical';
import type { SubmitCall, SubmitOutcome } from '@dist/connectors';
import { findOrder, orderFileName } from './find-order.ts';
import type { LegacyErpFolders } from './legacy-erp.ts';
import { encodeOrder } from './order-file.ts';
import { attempt } from './read-export.ts';

/**
 * Writes one file, named for our reference, and has no answer: the order is `pending` until the export tells of it. The ERP
 * takes each file for a new order, so that it looks first. A lost answer of the mailbox needs no care: the same file again changes nothing.
 */
export async function submitOrder(folders: LegacyErpFolders, order: Order, call: SubmitCall): Promise<SubmitOutcome> {
  const { externalReference, signal } = call;
  if (!/^[A-Za-z0-9_~][A-Za-z0-9._~-]{0,34}$/.test(externalReference)) {
    return { status: 'rejected', reason: 'reference', message: 'the external reference cannot name a file' };
  }
  const encoded = encodeOrder(order, externalReference);
  if (!encoded.ok) {
    const [first] = encoded.issues;
    return {
      status: 'rejected',
      reason: first?.code ?? 'order-file',
      message: first?.message ?? 'it cannot be written',
    };
  }
  const known = await findOrder(folders, externalReference);
  if (known.status === 'failed') return known;
  const isDecided = known.status === 'found' && known.order.phase !== 'pending';
  if (isDecided) return { status: 'duplicate', order: known.order };
  if (known.status === 'notFound') {
    const bytes = new TextEncoder().encode(encoded.value);
    const written = await attempt(() => folders.orders.put(orderFileName(externalReference), bytes, { signal }));
    if (!written.ok) return { status: 'failed', failure: written.failure };
  }
  return { status: 'pending', poll: externalReference };
}
