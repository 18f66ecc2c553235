import type { WebhookHeaders } from '../webhook/header-values.ts';
import { verifyShopifyWebhook } from '../webhook/verify-shopify-webhook.ts';

export type { WebhookHeaders } from '../webhook/header-values.ts';

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
 * constant time. While a secret is replaced give both, the new one first. `@dist/connectors/webhooks` has the same for
 * every sender, and a receiver that knows repetitions.
 * Throws a TypeError for an empty secret, with which anybody could sign.
 */
export async function verifyWebhook(
  body: Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
): Promise<WebhookResult> {
  const verified = await verifyShopifyWebhook({ body, headers }, { secrets: secret });
  if (!verified.ok) return { ok: false, reason: verified.reason };
  const [{ id, topic, sender, at } = {}] = verified.webhooks;
  if (!id || !topic || !sender) return { ok: false, reason: 'header-missing' };
  return { ok: true, webhook: { topic, shop: sender, webhookId: id, ...(at && { triggeredAt: at }) } };
}
