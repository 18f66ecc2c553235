import type { Result } from '@dist/canonical';
import * as z from 'zod';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { PublishOutcome } from '../port/publish.ts';

/** The answer of the three submissions: `TransactionId`. */
const transactionWire = z.object({ payload: z.object({ transactionId: z.string().min(1) }) });

/** Where a document goes, and in which lane. */
export interface Submission {
  readonly operation: 'acknowledgments.publish' | 'shipments.publish' | 'invoices.publish';
  readonly path: string;
  readonly lane: string;
}

/**
 * Sends a document. Amazon answers 202 with the id of a transaction and looks into the document afterwards: the id is what
 * `transactions.status` takes. What is sent again is known by its number, so that a lost answer may be asked for again.
 */
export async function publishDocument(
  client: VendorClient,
  { operation, path, lane }: Submission,
  document: Result<object>,
  call: Call,
): Promise<PublishOutcome> {
  if (!document.ok) {
    const { code = 'content', message = '' } = document.issues[0] ?? {};
    const places = document.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { status: 'rejected', reason: code, message: `Amazon Vendor: ${places.join('; ') || message}` };
  }
  const request = { method: 'POST', path, body: document.value, operation, lane } as const;
  const answer = amazonAnswer(client, await client.call('write', request, call), transactionWire, 'write');
  if (answer.ok) return { status: 'published', id: answer.value.payload.transactionId };
  const { failure } = answer;
  if (failure.class === 'validation' && failure.vendor?.code !== undefined) {
    return { status: 'rejected', reason: failure.vendor.code, message: failure.message };
  }
  if (failure.safeToReplay) return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}
