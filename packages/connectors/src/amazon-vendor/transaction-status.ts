import * as z from 'zod';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/**
 * What became of a document that was sent: `pending` Amazon is not done with it, `accepted`, or `rejected` for the reasons
 * that it gives. `unknown`: its word is a new one.
 */
export type TransactionOutcome =
  | { readonly status: 'pending' | 'accepted' }
  | { readonly status: 'rejected'; readonly errors: readonly { readonly code: string; readonly message: string }[] }
  | { readonly status: 'unknown'; readonly word: string }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

const wire = z.object({
  payload: z.object({
    transactionStatus: z.object({
      transactionId: z.string(),
      status: z.string().min(1),
      errors: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
    }),
  }),
});

/** `getTransaction` of the model vendorTransactionStatus (v1). */
export async function transactionStatus(
  client: VendorClient,
  transactionId: string,
  call: Call = {},
): Promise<TransactionOutcome> {
  const path = `/vendor/transactions/v1/transactions/${encodeURIComponent(transactionId)}`;
  const request = { method: 'GET', path, operation: 'transactions.status', lane: 'getTransaction' } as const;
  const answer = amazonAnswer(client, await client.call('read', request, call), wire);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const { status, errors = [] } = answer.value.payload.transactionStatus;
  switch (status) {
    case 'Processing':
      return { status: 'pending' };
    case 'Success':
      return { status: 'accepted' };
    case 'Failure':
      return { status: 'rejected', errors };
    default:
      return { status: 'unknown', word: status };
  }
}
