import type { WebhookPolicy } from '../port/policy.ts';
import { base64Bytes } from './base64-bytes.ts';
import { adobeCommerceWebhooks } from './data/webhook-policies.ts';
import { describeWebhook } from './describe-webhook.ts';
import { headerValues } from './header-values.ts';
import { type PublicKey, rsaKey } from './rsa-key.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';

/**
 * Checks a webhook of Adobe Commerce itself, one that waits for operations: RSA-SHA256 over the body in Base64, by the key
 * that the Admin shows ("Webhooks signature verification", which calls it an HMAC; its example verifies with a public key).
 * No time and no id are signed. After *Regenerate key pair* the old key is void at once: give the new one first and both
 * until it is done. Throws a TypeError for a key that is none.
 */
export async function verifyAdobeCommerceWebhook(
  { body, headers }: WebhookDelivery,
  { keys, policy = adobeCommerceWebhooks }: { keys: readonly PublicKey[]; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification<'signature-missing' | 'signature-wrong' | 'header-missing'>> {
  if (keys.length === 0) throw new TypeError('a public key is needed');
  const values = headerValues(headers);
  const signature = base64Bytes(values.get(policy.headers.signature ?? '') ?? '');
  if (signature === undefined || signature.length === 0) return { ok: false, reason: 'signature-missing' };
  const content = new TextEncoder().encode(toBase64(body));
  for (const [secret, given] of keys.entries()) {
    const key = await rsaKey(given);
    if (key === undefined) throw new TypeError('a key is no RSA public key of 2048 bits or more');
    if (!(await key.fits(signature, content))) continue;
    const webhook = await describeWebhook({ policy, values, body });
    return webhook ? { ok: true, webhooks: [webhook], by: { secret } } : { ok: false, reason: 'header-missing' };
  }
  return { ok: false, reason: 'signature-wrong' };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
