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
  | { readonly kind: 'header'; readonly name: string; readonly scheme?: string | undefined };

/** What a system limits, in its own unit. Whoever schedules the calls reads it. */
export type Limit =
  | { readonly kind: 'rate'; readonly requests: number; readonly seconds: number }
  | { readonly kind: 'concurrency'; readonly requests: number }
  /** Points of a bucket; the answer says how many are left, under this path. */
  | { readonly kind: 'cost'; readonly path: readonly string[] };

/** A header that says when to come again, and in which unit. */
export interface RetryHeader {
  readonly name: string;
  readonly unit: 'milliseconds' | 'seconds' | 'seconds or date';
}

/** How a system signs its webhooks, and which headers carry what. */
export interface WebhookPolicy {
  readonly scheme: 'hmac-sha256-base64';
  readonly headers: {
    readonly signature: string;
    readonly id: string;
    readonly topic: string;
    readonly sender: string;
    readonly triggeredAt: string;
  };
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
  };
  /** One entry for each operation that changes something. */
  readonly idempotency: Readonly<Record<Write, Idempotency>>;
  readonly webhook?: WebhookPolicy | undefined;
}
