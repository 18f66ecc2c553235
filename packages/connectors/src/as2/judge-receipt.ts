import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { As2Receipt } from './as2-receipt.ts';
import type { SentMessage } from './pack-message.ts';

/**
 * What became of sending a message. The list is closed.
 * - `delivered`: the partner has it, proved by `receipt` where one was asked for. `duplicate`: it had it before
 * - `pending`: the partner has taken it, and its receipt comes later
 * - `rejected`: the partner has refused it, and says so in its receipt
 * - `unknown`: it may have arrived. Send the same packed message again: by its Message-ID the partner knows it
 * - `failed`: it did not arrive, or what came back proves nothing; `failure` says whether sending it again may help
 */
export type SendOutcome =
  | {
      readonly status: 'delivered';
      readonly messageId: string;
      readonly duplicate: boolean;
      readonly receipt?: As2Receipt;
    }
  | { readonly status: 'pending'; readonly messageId: string }
  | {
      readonly status: 'rejected';
      readonly messageId: string;
      readonly reason: string;
      readonly message: string;
      readonly receipt: As2Receipt;
    }
  | { readonly status: 'unknown'; readonly messageId: string; readonly failure: ConnectorFailure }
  | {
      readonly status: 'failed';
      readonly messageId: string;
      readonly failure: ConnectorFailure;
      readonly receipt?: As2Receipt;
    };

/** What a receipt means for the message that it is about. It came from the partner that the message went to. */
export function judgeReceipt(sent: SentMessage, receipt: As2Receipt): SendOutcome {
  const { messageId, partner, checks } = sent;
  const { disposition, check } = receipt;
  const failed = (name: 'contract-drift' | 'auth', text: string): SendOutcome => ({
    status: 'failed',
    messageId,
    failure: failure(name, `AS2 ${partner}: ${text}`, { safeToReplay: false }),
    receipt,
  });
  if (bare(receipt.originalMessageId) !== bare(messageId))
    return failed('contract-drift', `the receipt is about another message, expected ${messageId}`);
  const duplicate = disposition.modifier === 'duplicate-document';
  if ((disposition.kind === 'error' || disposition.kind === 'failure') && !duplicate) {
    const reason = disposition.modifier ?? 'other';
    return { status: 'rejected', messageId, reason, message: receipt.text || disposition.text || reason, receipt };
  }
  if (sent.receiptSigned && receipt.signedBy === undefined) return failed('auth', 'the receipt is not signed');

  if (receipt.unreadableCheck) return failed('contract-drift', "the receipt's integrity check cannot be read");
  const own = checks.find(({ hash }) => hash === check?.hash);
  if (check === undefined && (duplicate || !sent.receiptSigned))
    return { status: 'delivered', messageId, duplicate, receipt };
  if (check === undefined) return failed('contract-drift', 'the receipt has no integrity check');
  if (own === undefined)
    return failed('contract-drift', `the receipt's integrity check is by ${check.hash}, which was not asked for`);
  if (own.digest !== check.digest) {
    const text = `the integrity check differs: sent ${own.digest}, received ${check.digest}, by ${check.hash}`;
    return failed('contract-drift', text);
  }
  return { status: 'delivered', messageId, duplicate, receipt };
}

function bare(messageId: string): string {
  return messageId.trim().replace(/^<(.*)>$/, '$1');
}
