import type { OrderAcknowledgment } from '@dist/canonical';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { SalesObject } from './sales-object.ts';

/** Values of the field Status that say what became of the order: the organization's own. */
export interface SalesforceAnswers {
  /** `Ordered`: it then leaves the list of those that are still to be ordered. */
  readonly accepted: string;
  readonly rejected: string;
}

/**
 * Writes the answer into the status of the quote or order, which is all that a standard record has for it ("Update a
 * Record"). The same status again changes nothing.
 */
export async function publishAcknowledgment(
  client: VendorClient,
  { object, answers }: { readonly object: SalesObject; readonly answers: SalesforceAnswers },
  {
    channelOrderId: id,
    acknowledgment,
  }: { readonly channelOrderId: string; readonly acknowledgment: OrderAcknowledgment },
  call: Call,
): Promise<PublishOutcome> {
  if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id)) {
    return { status: 'failed', failure: client.fail('not-found', `${id} is no id of a record`) };
  }
  const body = { Status: acknowledgment.status === 'rejected' ? answers.rejected : answers.accepted };
  const path = `/sobjects/${object}/${id}`;
  const request = { method: 'PATCH', path, body, operation: 'acknowledgments.publish', done: [204] } as const;
  const answer = await client.call('write', request, call);
  if (answer.ok) return { status: 'published', id };
  const { failure } = answer;
  if (failure.class === 'validation' && failure.vendor?.code !== undefined) {
    return { status: 'rejected', reason: failure.vendor.code, message: failure.message };
  }
  if (failure.safeToReplay) return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}
