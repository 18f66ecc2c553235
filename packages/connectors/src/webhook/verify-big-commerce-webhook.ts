import type { WebhookPolicy } from '../port/policy.ts';
import { bigCommerceWebhooks } from './data/webhook-policies.ts';
import { secretList } from './secret-list.ts';
import { verifyStandardWebhook } from './verify-standard-webhook.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/**
 * Checks a webhook of BigCommerce: Standard Webhooks, whose secret is the app's client secret in Base64 ("HTTPS Webhooks
 * Overview", Webhook signature). `secrets` are client secrets as BigCommerce shows them; `now` is in milliseconds since
 * 1970. The body names a record only: read it from the API. Throws a TypeError for an empty secret.
 */
export async function verifyBigCommerceWebhook(
  delivery: WebhookDelivery,
  settings: { secrets: string | readonly string[]; now: number; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification> {
  const { now, policy = bigCommerceWebhooks } = settings;
  return verifyStandardWebhook(delivery, { secrets: secretList(settings.secrets).map(toBase64), now, policy });
}

function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
