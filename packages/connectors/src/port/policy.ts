/** How a system knows that a request is a repeat. */
export type Idempotency =
  /** It remembers a key that travels in a header. */
  | { readonly class: 'native-header'; readonly header: string }
  /** The record has a key of ours: writing it again replaces it. */
  | { readonly class: 'natural-key' }
  /** It does not: the adapter looks first. */
  | { readonly class: 'search-then-create' };

/** How a system is told who asks. */
export type Authentication =
  | { readonly kind: 'none' }
  /** A token in a header; `scheme` goes before it. */
  | { readonly kind: 'header'; readonly name: string; readonly scheme?: string | undefined }
  /** A user and a password (RFC 7617). */
  | { readonly kind: 'basic' }
  /** A token of the grant, which is fetched and renewed (RFC 6749). */
  | { readonly kind: 'oauth2'; readonly grant: 'client_credentials' | 'refresh_token' | 'password' }
  /** Each request is signed (RFC 5849). */
  | { readonly kind: 'oauth1' };

/** What a system limits, in its own unit. {@link limiter} of `@dist/connectors/limits` keeps to it. */
export type Limit = RateLimit | WindowLimit | ConcurrencyLimit | CostLimit;

/** A bucket that fills by `requests` in `seconds`, and holds `burst` (`requests`, and at least 1, when absent). */
export interface RateLimit extends LimitScope {
  readonly kind: 'rate';
  readonly requests: number;
  readonly seconds: number;
  readonly burst?: number | undefined;
  /** Header of an answer that says the rate, in requests per second. */
  readonly perSecondHeader?: string | undefined;
}

/** So many requests in a span of time. */
export interface WindowLimit extends LimitScope {
  readonly kind: 'window';
  readonly requests: number;
  readonly seconds: number;
  /** `sliding`: in any span of that length. `fixed`: one span after another, which `headers.reset` shows; safe as sliding. */
  readonly span: 'sliding' | 'fixed';
  readonly headers?: WindowHeaders | undefined;
}

/** Headers of an answer that tell of a window. */
export interface WindowHeaders {
  /** How many the window allows. */
  readonly requests?: string | undefined;
  /** How many are left of them. */
  readonly left?: string | undefined;
  /** How long until the window begins anew. */
  readonly reset?: RetryHeader | undefined;
  /** How long the window is. */
  readonly length?: RetryHeader | undefined;
  /** Used and allowed in one, under a name: `api-usage=18/5000`. */
  readonly usage?: { readonly name: string; readonly key: string } | undefined;
}

/** So many requests at the same time. */
export interface ConcurrencyLimit extends LimitScope {
  readonly kind: 'concurrency';
  readonly requests: number;
  /** How long a request to which no answer came may still run there; 30 when absent. */
  readonly lostSeconds?: number | undefined;
}

/** Points of a bucket; an answer says how many it holds, has, and gets in a second, under this path of its JSON. */
export interface CostLimit extends LimitScope {
  readonly kind: 'cost';
  /** Leads to `{ maximumAvailable, currentlyAvailable, restoreRate }`. */
  readonly path: readonly string[];
  /** Leads to what the request cost in the end, where that can be less than was asked for. */
  readonly actualPath?: readonly string[] | undefined;
  /** What is taken for granted before the first answer. When absent, one request goes first and the others wait for it. */
  readonly start?: { readonly points: number; readonly perSecond: number } | undefined;
}

/** Whom a limit holds for. */
export interface LimitScope {
  /** The requests of this lane only; all when absent. */
  readonly lane?: string | undefined;
}

/** A header that says when to come again, and in which unit. */
export interface RetryHeader {
  readonly name: string;
  readonly unit: 'milliseconds' | 'seconds' | 'seconds or date';
}

/** How a system proves where its webhooks come from. */
export type WebhookScheme =
  /** HMAC-SHA256 of the body, in Base64. */
  | 'hmac-sha256-base64'
  /** Standard Webhooks: HMAC-SHA256 or Ed25519 of id, timestamp and body. */
  | 'standard-webhooks'
  /** HMAC-SHA256 of timestamp and body, in hexadecimal, both in one header: `t=…,v1=…`. */
  | 'hmac-sha256-timestamp'
  /** RSA with SHA-256; a header names the key. */
  | 'rsa-sha256'
  /** No signature: a secret comes along, in a header or in the body. */
  | 'secret';

/** What a webhook says of itself. */
export type WebhookField = 'id' | 'topic' | 'sender' | 'triggeredAt';

/** How a system proves its webhooks, how long it repeats them, and when it stops, as data. */
export interface WebhookPolicy {
  /** Its name in keys and reports; the scheme when absent. */
  readonly name?: string | undefined;
  readonly scheme: WebhookScheme;
  /** Headers, in small letters. */
  readonly headers: { readonly [field in WebhookField | 'signature' | 'timestamp' | 'keyId']?: string };
  /** Where the JSON of the body says what no header does. */
  readonly body?: { readonly [field in WebhookField]?: readonly string[] } | undefined;
  /** What the signature does not cover: who has one signed webhook can send it again with another of these. */
  readonly unsigned?: readonly WebhookField[] | undefined;
  /** How far the signed timestamp may be from our clock, either way. */
  readonly toleranceSeconds?: number | undefined;
  /** The request by which the sender asks whether the address is ours: the value of this parameter is sent back. */
  readonly handshake?: { readonly methods: readonly string[]; readonly parameter: string } | undefined;
  readonly delivery?: WebhookDeliveryPolicy | undefined;
  readonly subscription?: WebhookSubscriptionPolicy | undefined;
}

/** What the sender does with an answer. */
export interface WebhookDeliveryPolicy {
  /** How long it waits for one. */
  readonly answerWithinSeconds?: number | undefined;
  /** How long it tries again. */
  readonly retriesForHours?: number | undefined;
  /** The status for a webhook that is refused, where 400, 401 and 413 would do harm. */
  readonly refusedStatus?: number | undefined;
}

/** When a system stops to send. */
export interface WebhookSubscriptionPolicy {
  /** How long a subscription lives from when it was made or renewed. */
  readonly expiresAfterHours?: number | undefined;
  /** How long before that it is due to be renewed. */
  readonly renewBeforeHours?: number | undefined;
  /** How long deliveries may fail before it stops. */
  readonly failingHours?: number | undefined;
  /** How long nothing may happen before it stops. */
  readonly quietDays?: number | undefined;
  /** What is left of a subscription that stopped: one to switch on again, or nothing. */
  readonly stopped?: 'inactive' | 'deleted' | undefined;
}

/** How a system wants to be spoken to, as data. */
export interface VendorPolicy<Write extends string = string> {
  /** Its name in messages. */
  readonly name: string;
  /** Template of the address that paths are appended to. What stands in braces comes from the settings. */
  readonly baseUrl: string;
  readonly auth: Authentication;
  readonly limits: readonly Limit[];
  readonly retry: {
    readonly headers: readonly RetryHeader[];
    /** Statuses by which the system promises that it did nothing. */
    readonly nothingDone: readonly number[];
    /**
     * How long a request that nobody waits for any more may stand in the system's queue and still be done. Before that,
     * not to be found is no proof that an order was not made.
     */
    readonly landsWithinSeconds?: number | undefined;
  };
  /** One entry for each operation that changes something. */
  readonly idempotency: Readonly<Record<Write, Idempotency>>;
  readonly webhook?: WebhookPolicy | undefined;
}
