import type { Invoice } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { AdminClient } from './admin-client.ts';
import { globalId } from './global-id.ts';
import { invoiceMetafield } from './invoice-metafield.ts';
import { refusedByUser } from './refused-by-user.ts';
import { setMetafields } from './set-metafields.ts';

/** Puts an invoice on its order. Writing it again replaces it by itself, so that a lost answer is simply asked for again. */
export async function publishInvoice(
  admin: AdminClient,
  { channelOrderId, invoice }: { readonly channelOrderId: string; readonly invoice: Invoice },
  call: Call,
): Promise<PublishOutcome> {
  const id = globalId('Order', channelOrderId);
  if (id === undefined) {
    return { status: 'failed', failure: admin.fail('not-found', `${channelOrderId} is no id of a Shopify order`) };
  }
  const metafields = [await invoiceMetafield(id, invoice)];
  const answer = await admin.run(setMetafields, { metafields }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const { metafieldsSet: made } = answer.data;
  const refused = refusedByUser(made?.userErrors);
  if (refused !== undefined) return refused;
  const [metafield] = made?.metafields ?? [];
  if (metafield !== undefined) return { status: 'published', id: metafield.id };
  const failure = admin.fail('contract-drift', 'neither a metafield nor an error came', { safeToReplay: true });
  return { status: 'unknown', failure };
}
