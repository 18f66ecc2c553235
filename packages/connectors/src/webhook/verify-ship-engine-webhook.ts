import type { WebhookPolicy } from '../port/policy.ts';
import { base64Bytes } from './base64-bytes.ts';
import { shipEngineWebhooks } from './data/webhook-policies.ts';
import { describeWebhook } from './describe-webhook.ts';
import { headerValues } from './header-values.ts';
import { jsonContent } from './json-content.ts';
import { signedContent } from './signed-content.ts';
import { timeFault } from './time-fault.ts';
import type { WebhookDelivery, WebhookVerification } from './webhook.ts';
import type { WebhookKeys } from './webhook-keys.ts';

/**
 * Checks a webhook of ShipEngine (ShipStation API): RSA-SHA256 over the timestamp, a full stop and the body, by the key that
 * a header names ("Webhook Validation"). Keys come from `jwksKeys({ url: 'https://api.shipengine.com/jwks' })`, or are
 * given. `now` is in milliseconds since 1970. ShipEngine gives no id: what repeats a body is a repetition.
 */
export async function verifyShipEngineWebhook(
  { body, headers }: WebhookDelivery,
  settings: { keys: WebhookKeys; now: number; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification> {
  const { keys, now, policy = shipEngineWebhooks } = settings;
  const values = headerValues(headers);
  const { signature: from = '', keyId: idFrom = '', timestamp: timestampFrom = '' } = policy.headers;
  const [signed, keyId, timestamp] = [
    base64Bytes(values.get(from) ?? ''),
    values.get(idFrom),
    values.get(timestampFrom),
  ];
  if (signed === undefined || signed.length === 0) return { ok: false, reason: 'signature-missing' };
  if (!keyId || !timestamp) return { ok: false, reason: 'header-missing' };
  const sentAt = instantOf(timestamp);
  if (sentAt === undefined || keyId.length > 200) return { ok: false, reason: 'header-wrong' };
  // Before the signature, so that old webhooks with made-up key ids ask nobody for keys.
  const fault = timeFault(sentAt, now, policy.toleranceSeconds ?? 0);
  if (fault !== undefined) return { ok: false, reason: fault };

  const found = await keys.find(keyId);
  if (found.kind !== 'key') return { ok: false, reason: found.kind === 'unknown' ? 'unknown-key' : 'keys-unavailable' };
  if (!(await found.key.fits(signed, signedContent(`${timestamp}.`, body)))) {
    return { ok: false, reason: 'signature-wrong' };
  }
  const content = await jsonContent(body);
  const webhook = content && (await describeWebhook({ policy, values, body, content: content.value, sentAt }));
  if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
  return { ok: true, webhooks: [webhook], by: { keyId } };
}

/** `2024-04-04T15:48:44Z`, with any fraction of a second. */
function instantOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}
