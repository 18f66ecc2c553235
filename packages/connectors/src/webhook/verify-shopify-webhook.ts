import type { WebhookPolicy } from '../port/policy.ts';
import { base64Bytes } from './base64-bytes.ts';
import { shopifyWebhooks } from './data/webhook-policies.ts';
import { describeWebhook } from './describe-webhook.ts';
import { fittingSecret } from './fitting-secret.ts';
import { headerValues } from './header-values.ts';
import { secretList } from './secret-list.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/**
 * Checks a webhook of Shopify: HMAC-SHA256 over the body with the app's client secret, in Base64 ("Verify webhook
 * deliveries"). **The headers are not proven**: neither topic, shop, id nor time. There is no signed time, so none is
 * checked. After a rotation Shopify signs with the old secret for up to an hour: give both.
 * Throws a TypeError for an empty secret.
 */
export async function verifyShopifyWebhook(
  { body, headers }: WebhookDelivery,
  { secrets, policy = shopifyWebhooks }: { secrets: string | readonly string[]; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification<'signature-missing' | 'signature-wrong' | 'header-missing'>> {
  const keys = secretList(secrets).map((secret) => new TextEncoder().encode(secret));
  const values = headerValues(headers);
  const given = values.get(policy.headers.signature ?? '');
  if (!given) return { ok: false, reason: 'signature-missing' };
  const signature = base64Bytes(given);
  if (signature?.length !== 32) return { ok: false, reason: 'signature-wrong' };
  const secret = await fittingSecret(body, [signature], keys);
  if (secret === undefined) return { ok: false, reason: 'signature-wrong' };
  const webhook = await describeWebhook({ policy, values, body });
  if (!webhook?.topic || !webhook.sender) return { ok: false, reason: 'header-missing' };
  return { ok: true, webhooks: [webhook], by: { secret } };
}
