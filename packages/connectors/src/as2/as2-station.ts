import type { Fetch } from '../http/http-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { As2Reply } from './as2-reply.ts';
import type { As2Request } from './as2-request.ts';
import type { CertificateWarning } from './cms/expiring.ts';
import type { Disposition } from './disposition.ts';
import type { SendOutcome } from './judge-receipt.ts';
import type { OpenedMessage, OpenedRequest, ReceivedReceipt, RefusedMessage } from './open-message.ts';
import type { As2Payload, PackedMessage, SentMessage } from './pack-message.ts';
import type { As2Key, As2Partner } from './partner.ts';
import type { DeliverOutcome } from './send-message.ts';

/** The replies that were stored with messages; the caller's journal. */
export interface StoredReplies {
  /**
   * The reply that was stored in one transaction with the message of this name; undefined where the message was never stored. A
   * reply to what was refused is none: anybody can send that under the names of a message. Keep them as long as a partner may
   * send a message again.
   */
  find(message: {
    readonly from: string;
    readonly to: string;
    readonly messageId: string;
  }): Promise<As2Reply | undefined>;
}

/** Settings of a station. */
export interface As2Settings {
  /** Our AS2 name, with its case. */
  readonly as2Id: string;
  /** At least one; two while they change. */
  readonly keys: readonly As2Key[];
  readonly partners: readonly As2Partner[];
  /** The domain in Message-IDs of ours, such as `as2.example.com`. */
  readonly messageDomain: string;
  readonly replies: StoredReplies;
  /** The platform's when absent. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A signal that aborts after so many milliseconds. */
  readonly timeout?: ((milliseconds: number) => AbortSignal) | undefined;
  /** Longest time for one request with its answer; 120 000 when absent, since partners process before they answer. */
  readonly timeoutMs?: number | undefined;
  /** Largest body that is taken, in bytes; 64 MiB when absent. */
  readonly maximumBytes?: number | undefined;
  /** Largest content after decompression, in bytes; 256 MiB when absent. */
  readonly maximumPayloadBytes?: number | undefined;
}

/** A message that is packed, or why it can not be. */
export type PackOutcome =
  | { readonly ok: true; readonly message: PackedMessage }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/**
 * Stores what came (the message, the receipt, or that something was refused) with its reply in one transaction, and returns the
 * reply that stands: the one given, or that of a copy which another process stored first. A `repeated` message is stored already:
 * only its receipt for later, where it has one, is to be posted once more (R03). Only the reply to a `message` is one that `find`
 * of `StoredReplies` finds, by the message's three names: another one must not take its place.
 */
export type Commit = (received: OpenedRequest, reply: As2Reply) => Promise<As2Reply>;

/** A certificate that expires soon, and whose it is. */
export type StationWarning = CertificateWarning & { readonly owner: string };

/**
 * One AS2 name of ours with its keys and partners. It keeps nothing itself: to change keys or partners make a new one and use it
 * from the next request on.
 */
export interface As2Station {
  /**
   * Packs a payload for a partner as agreed. The Message-ID is made of the key, which is the same for every attempt at one
   * document. Keep the message before sending it. Throws a RangeError for a partner that is not known.
   */
  pack(payload: As2Payload, to: { readonly partner: string; readonly key: string }): Promise<PackOutcome>;
  /** Sends a packed message once. After `unknown` send the same one again. */
  send(message: PackedMessage, call?: Call): Promise<SendOutcome>;
  /** What a receipt that came later means for the message that it is about. */
  judge(sent: SentMessage, received: ReceivedReceipt): SendOutcome;
  /**
   * Opens what came over HTTP, and answers nothing. A message that was stored before comes back as `repeated` with its reply.
   * Rejects with what `replies.find` rejects with.
   */
  open(request: As2Request): Promise<OpenedRequest>;
  /**
   * Makes the reply to what was opened; a message is `processed` where no disposition is given. It is made, not sent: store it with
   * the message first (R01).
   */
  reply(opened: OpenedMessage | ReceivedReceipt | RefusedMessage, disposition?: Disposition): Promise<As2Reply>;
  /**
   * Opens a request, makes the reply, waits until `commit` has stored both, and only then gives the reply to be sent.
   * Rejects with what `commit` rejects with: answer 503 then, and the partner sends again.
   */
  receive(request: As2Request, commit: Commit): Promise<As2Reply>;
  /** Posts the receipt of a reply that is to come later; it may be sent as often as it takes. */
  deliver(reply: As2Reply, call?: Call): Promise<DeliverOutcome>;
  /** The certificates of ours and of partners that expire within 60 days or have expired, the nearest first. */
  expiring(): readonly StationWarning[];
}
