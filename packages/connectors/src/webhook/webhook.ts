import type { WebhookHeaders } from './header-values.ts';

/** A webhook as it came. */
export interface WebhookDelivery {
  /** The bytes exactly as received: what is parsed and written again has another signature. */
  readonly body: Uint8Array;
  readonly headers: WebhookHeaders;
}

/** One thing that a sender told of, believed. */
export interface Webhook {
  /** The sender's id, the same for every delivery. `sha256:…` of the body where the sender gives none. */
  readonly id: string;
  /**
   * What repetitions are known by: the sender's name and the id, and where the signature leaves out the id the body's
   * hash too, so that nobody can use up the id of a webhook that is still to come.
   */
  readonly key: string;
  /** What happened, in the sender's word: `orders/create`. Absent where the sender does not say. */
  readonly topic?: string | undefined;
  /** The shop, store, account or company that it happened in, as the sender names it. */
  readonly sender?: string | undefined;
  /** When it happened, as the sender says; seconds since 1970 are written in ISO 8601. */
  readonly at?: string | undefined;
  /** When it was sent, ISO 8601. Only from a timestamp that is signed. */
  readonly sentAt?: string | undefined;
  /** The JSON that tells of it, where the scheme has to read it: the whole body, or its part of a body of many. */
  readonly content?: unknown;
}

/** What a webhook was proven by: the secret at this place of the list, or the key of this id. */
export type WebhookProof = { readonly secret: number } | { readonly keyId: string };

/** Why a webhook is not believed. */
export type WebhookRefusal =
  /** There is no signature, or something that is none. */
  | 'signature-missing'
  /** The signature fits no secret or key, so body, id or time were changed, or the secret is another. */
  | 'signature-wrong'
  /** A header that the scheme needs is not there. */
  | 'header-missing'
  /** A header is there and cannot be read. */
  | 'header-wrong'
  /** Signed longer ago than is tolerated: replayed, or a clock is wrong. */
  | 'too-old'
  /** Signed later than now, beyond what is tolerated: a clock is wrong. */
  | 'from-the-future'
  /** No JSON in UTF-8, too deep, or not of the shape that the sender documents. */
  | 'body-unreadable'
  /** The sender does not publish a key of that id. */
  | 'unknown-key'
  /** The sender's keys cannot be had now: nothing is known of the webhook, and it should come again. */
  | 'keys-unavailable'
  /** Signed by the sender for somebody else. */
  | 'recipient-wrong';

/** What came of verifying: what is believed (several where the sender puts many in one body), or why nothing is. */
export type WebhookVerification<Reason extends WebhookRefusal = WebhookRefusal> =
  | { readonly ok: true; readonly webhooks: readonly Webhook[]; readonly by: WebhookProof }
  | { readonly ok: false; readonly reason: Reason };
