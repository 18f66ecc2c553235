import { shopifyPolicy } from './shopify-policy.ts';

/** Headers of a request in any of the usual shapes; names in any case. */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A webhook whose body was signed with the secret. The signature covers the body only: the headers are not proven. */
export interface VerifiedWebhook {
  /** `orders/create`. */
  readonly topic: string;
  /** `example.myshopify.com`. */
  readonly shop: string;
  /** The same for every delivery of one message: webhooks come more than once and in any order. */
  readonly webhookId: string;
  /** When the event happened, ISO 8601, where it is told. */
  readonly triggeredAt?: string | undefined;
}

/** A webhook that is believed, or why it is not. */
export type WebhookResult =
  | { readonly ok: true; readonly webhook: VerifiedWebhook }
  | { readonly ok: false; readonly reason: 'signature-missing' | 'signature-wrong' | 'header-missing' };

/**
 * Checks that a webhook comes from Shopify: HMAC-SHA256 over the body's bytes exactly as received, in Base64, compared in
 * constant time. While a secret is replaced give both, the new one first.
 * Throws a TypeError for an empty secret, with which anybody could sign.
 */
export async function verifyWebhook(
  body: Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
): Promise<WebhookResult> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0 || secrets.includes('')) throw new TypeError('a secret must not be empty');
  const { headers: names } = shopifyPolicy.webhook;
  const values = readHeaders(headers);
  const signature = fromBase64(values.get(names.signature) ?? '');
  if (signature === undefined) return { ok: false, reason: 'signature-missing' };
  if (!(await isSigned(body, signature, secrets))) return { ok: false, reason: 'signature-wrong' };

  const topic = values.get(names.topic);
  const shop = values.get(names.sender);
  const webhookId = values.get(names.id);
  if (!topic || !shop || !webhookId) return { ok: false, reason: 'header-missing' };
  const triggeredAt = values.get(names.triggeredAt);
  return { ok: true, webhook: { topic, shop, webhookId, ...(triggeredAt ? { triggeredAt } : {}) } };
}

function readHeaders(headers: WebhookHeaders): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    const text = typeof value === 'string' ? value : value?.[0];
    if (text !== undefined) values.set(name.toLowerCase(), text.trim());
  }
  return values;
}

/** The 32 bytes of a signature; undefined when it is no Base64 of 32 bytes. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

async function isSigned(
  body: Uint8Array,
  signature: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  // A copy, since the bytes may be a view of memory that WebCrypto does not take.
  const bytes = new Uint8Array(body);
  let signed = false;
  for (const secret of secrets) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
    // WebCrypto's own comparison takes the same time wherever the first difference lies.
    if (await crypto.subtle.verify('HMAC', key, signature, bytes)) signed = true;
  }
  return signed;
}
