import type { Remittance } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { decodePayment, decodeRefund, type PaymentWords } from './decode-payment.ts';

/** A payment (`pi_…`) or a refund (`re_…`). One that is not there, and one that has paid nothing yet, is `notFound`. */
export async function findPayment(
  client: VendorClient,
  words: PaymentWords,
  id: string,
  call: Call = {},
): Promise<Found<Remittance>> {
  const isRefund = /^(?:re|pyr)_/.test(id);
  const path = `/${isRefund ? 'refunds' : 'payment_intents'}/${encodeURIComponent(id)}`;
  const answer = await client.call('read', { method: 'GET', path, operation: 'payments.find' }, call);
  if (!answer.ok) {
    const { failure } = answer;
    return failure.vendor?.code === 'resource_missing' ? { status: 'notFound' } : { status: 'failed', failure };
  }
  const read = (isRefund ? decodeRefund : decodePayment)(answer.json, words);
  if (read.ok) return read.value === undefined ? { status: 'notFound' } : { status: 'found', value: read.value };
  const text = `the payment cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
