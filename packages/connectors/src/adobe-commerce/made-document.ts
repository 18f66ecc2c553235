import type { Answer, VendorClient } from '../http/vendor-client.ts';
import type { PublishOutcome } from '../port/publish.ts';

/** What came of making a shipment or an invoice, whose answer is its id: `"41"`, or a number. */
export function madeDocument(client: VendorClient, answer: Answer): PublishOutcome {
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation') return { status: 'rejected', reason: 'validation', message: failure.message };
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const { json } = answer;
  const id = typeof json === 'string' || typeof json === 'number' ? String(json) : '';
  if (/^\d{1,12}$/.test(id)) return { status: 'published', id };
  const failure = client.fail('contract-drift', 'the answer is no id', { safeToReplay: true });
  return { status: 'unknown', failure };
}
