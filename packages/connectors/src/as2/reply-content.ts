import { dispositionErrors } from './as2-refusal.ts';
import type { ReplyContent } from './as2-reply.ts';
import type { Disposition } from './disposition.ts';
import type { OpenedMessage, ReceivedReceipt, RefusedMessage } from './open-message.ts';

/** What the reply to something that was opened says. */
export function replyContent(
  opened: OpenedMessage | ReceivedReceipt | RefusedMessage,
  disposition: Disposition = { kind: 'processed' },
): ReplyContent {
  const { from = '', to = '', messageId = '' } = opened;
  const known = { from, to, messageId };
  switch (opened.status) {
    case 'receipt':
      return { ...known, fingerprint: '', disposition, text: '', status: 200 };
    case 'refused': {
      const { reason, message } = opened.refusal;
      const request = opened.receiptRequest;
      return {
        ...known,
        fingerprint: '',
        request,
        disposition: refusedAs(reason),
        text: `${message}.`,
        status: statusOf(reason),
      };
    }
    case 'message': {
      const { fingerprint, receiptRequest, check } = opened;
      const spelling = receiptRequest?.hashSpelling ?? check.hash;
      const text =
        disposition.kind === 'processed' ? 'The message was received and stored.' : 'The message was received.';
      const told =
        disposition.kind === 'error' || disposition.kind === 'failure' ? undefined : `${check.digest}, ${spelling}`;
      return { ...known, fingerprint, request: receiptRequest, disposition, text, check: told, status: 200 };
    }
  }
}

function refusedAs(reason: RefusedMessage['refusal']['reason']): Disposition {
  if (reason === 'receipt-format') return { kind: 'failure', modifier: 'unsupported format' };
  if (reason === 'receipt-hash') return { kind: 'failure', modifier: 'unsupported MIC-algorithms' };
  return { kind: 'error', modifier: dispositionErrors[reason] };
}

/** Status of an answer without a receipt. */
function statusOf(reason: RefusedMessage['refusal']['reason']): number {
  if (reason === 'too-large') return 413;
  return reason === 'unknown-partner' || reason === 'wrong-recipient' ? 403 : 400;
}
