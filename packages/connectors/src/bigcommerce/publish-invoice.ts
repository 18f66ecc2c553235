import { type Invoice, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import { invoiceMetafield } from './invoice-metafield.ts';
import { v3Page } from './v3-page.ts';

const metafieldWire = z.object({
  id: z.number().int(),
  namespace: z.string(),
  key: z.string(),
  value: z.string(),
});

/** Puts an invoice on its order as a metafield, one for each number; what is there under its key is replaced. */
export async function publishInvoice(
  client: VendorClient,
  { channelOrderId, invoice }: { readonly channelOrderId: string; readonly invoice: Invoice },
  call: WriteCall,
): Promise<PublishOutcome> {
  if (!/^[1-9]\d{0,14}$/.test(channelOrderId)) {
    return { status: 'failed', failure: client.fail('not-found', `${channelOrderId} is no id of an order`) };
  }
  const operation = 'invoices.publish';
  const path = `/orders/${channelOrderId}/metafields`;
  const field = await invoiceMetafield(invoice);
  const { namespace, key } = field;
  const known = await v3Page(client, { path, query: { namespace, key }, operation, row: metafieldWire }, call);
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const there = known.rows.find((one) => one.namespace === namespace && one.key === key);
  if (there?.value === field.value) return { status: 'already', id: String(there.id) };
  const target =
    there === undefined
      ? ({ method: 'POST', path: `/v3${path}` } as const)
      : ({ method: 'PUT', path: `/v3${path}/${there.id}` } as const);
  const answer = await client.call('write', { ...target, body: field, operation }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation') return { status: 'rejected', reason: 'validation', message: failure.message };
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const made = validate(z.object({ data: metafieldWire }), answer.json);
  if (made.ok) return { status: 'published', id: String(made.value.data.id) };
  const failure = client.fail('contract-drift', 'the answer does not tell the metafield', { safeToReplay: true });
  return { status: 'unknown', failure };
}
