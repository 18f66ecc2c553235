import { classOfStatus } from '../http/status-classes.ts';
import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { Agreement, OwnKey } from './agreement.ts';
import type { As2Platform } from './as2-platform.ts';
import { isReceipt, readReceipt } from './as2-receipt.ts';
import type { As2Reply } from './as2-reply.ts';
import { readHeaders } from './as2-request.ts';
import { judgeReceipt, type SendOutcome } from './judge-receipt.ts';
import { openLayers } from './open-layers.ts';
import type { PackedMessage } from './pack-message.ts';
import { type Posted, type Posting, post } from './post.ts';

/** What sending takes beside the message. */
export interface Sending {
  readonly agreement: Agreement;
  readonly keys: readonly OwnKey[];
  readonly platform: As2Platform;
  readonly posting: Posting;
  /** Milliseconds since 1970, when the answer came. */
  readonly now: () => number;
}

/** Sends a packed message once and says what became of it. */
export async function sendMessage(packed: PackedMessage, sending: Sending, signal?: AbortSignal): Promise<SendOutcome> {
  const { messageId } = packed;
  const { url, httpHeaders = {} } = sending.agreement.partner;
  const fail = (reason: ConnectorFailure): SendOutcome => ({
    status: reason.impact === 'in-doubt' ? 'unknown' : 'failed',
    messageId,
    failure: reason,
  });
  if (url === undefined) return fail(failure('config', `AS2 ${packed.partner}: there is no address to send to`));
  const posted = await post(url, { ...packed.headers, ...httpHeaders }, packed.body, sending.posting, signal);
  if (posted.kind !== 'answered' || posted.status < 200 || posted.status > 299) {
    return fail(unanswered(packed.partner, posted));
  }
  if (packed.receipt === 'later') return { status: 'pending', messageId };
  if (packed.receipt === 'none') return { status: 'delivered', messageId, duplicate: false };
  return await judgeAnswer(packed, posted, sending, fail);
}

async function judgeAnswer(
  packed: PackedMessage,
  posted: Posted & { kind: 'answered' },
  { agreement, keys, platform, posting, now }: Sending,
  fail: (reason: ConnectorFailure) => SendOutcome,
): Promise<SendOutcome> {
  const drift = (text: string, name: ErrorClass = 'contract-drift') =>
    fail(failure(name, `AS2 ${packed.partner}: ${text}`, { safeToReplay: true, vendor: { status: posted.status } }));
  // The message is there, and nothing says what became of it.
  if (posted.body.length === 0) return drift('the answer has no receipt', 'timeout-unknown');
  const entity = { fields: readHeaders(posted.headers), body: posted.body, bytes: posted.body };
  const layers = await openLayers(entity, {
    keys,
    platform,
    signers: agreement.signing,
    now: now(),
    maximumBytes: posting.maximumBytes,
  });
  if ('reason' in layers) {
    const ofSigner = /signer|certificate|forged|altered|signature/.test(layers.reason);
    return drift(`the receipt: ${layers.message}`, ofSigner ? 'auth' : 'contract-drift');
  }
  if (!isReceipt(layers.entity)) return drift('the answer is no receipt');
  const receipt = readReceipt(layers);
  return 'reason' in receipt ? drift(receipt.message) : judgeReceipt(packed, receipt);
}

/** What became of posting a receipt. */
export type DeliverOutcome =
  | { readonly status: 'delivered' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Posts the receipt of a reply to where the partner asked for it. Sending it again does no harm. */
export async function deliverReply(
  { later, from }: As2Reply,
  sending: Sending,
  signal?: AbortSignal,
): Promise<DeliverOutcome> {
  if (later === undefined) return { status: 'delivered' };
  const { httpHeaders = {}, url } = sending.agreement.partner;
  const own = url !== undefined && new URL(url).origin === new URL(later.url).origin ? httpHeaders : {};
  const body = new TextEncoder().encode(later.body);
  const posted = await post(later.url, { ...later.headers, ...own }, body, sending.posting, signal);
  if (posted.kind === 'answered' && posted.status >= 200 && posted.status <= 299) return { status: 'delivered' };
  return { status: 'failed', failure: unanswered(from, posted) };
}

/** Sending again is safe in every case: the partner knows a Message-ID again. */
function unanswered(partner: string, posted: Posted): ConnectorFailure {
  const name = `AS2 ${partner}`;
  switch (posted.kind) {
    case 'notSent':
      return failure(posted.fault ?? 'unavailable', `${name}: ${posted.reason}`);
    case 'lost':
      return failure('timeout-unknown', `${name}: ${posted.reason}`, { safeToReplay: true });
    case 'answered': {
      const { status } = posted;
      const kind = classOfStatus(status, 'write');
      return failure(kind, `${name}: answered ${status}`, { safeToReplay: true, vendor: { status } });
    }
  }
}
