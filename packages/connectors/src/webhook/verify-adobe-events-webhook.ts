import type { WebhookPolicy } from '../port/policy.ts';
import { base64Bytes } from './base64-bytes.ts';
import { adobeEventsWebhooks } from './data/webhook-policies.ts';
import { describeWebhook, webhookKey } from './describe-webhook.ts';
import { headerValues } from './header-values.ts';
import { jsonAt, jsonContent } from './json-content.ts';
import type { Webhook, WebhookDelivery, WebhookProof, WebhookRefusal, WebhookVerification } from './webhook.ts';
import type { WebhookKeys } from './webhook-keys.ts';

/** More events than a batch of Adobe holds. */
const mostEvents = 2000;

/**
 * Checks a webhook of Adobe I/O Events, by which Adobe Commerce tells of events: two RSA-SHA256 signatures of the body, of
 * which one has to fit ("Signature Verification for Events"). Adobe signs for all its customers with the same keys, so that
 * `recipient_client_id` in the body has to be `clientId`, the client id of the project; every event of a batch. There is no
 * signed time: the age of a webhook is not proven. Throws a TypeError for an empty client id.
 */
export async function verifyAdobeEventsWebhook(
  { body, headers }: WebhookDelivery,
  settings: { keys: WebhookKeys; clientId: string; policy?: WebhookPolicy | undefined },
): Promise<WebhookVerification> {
  const { keys, clientId, policy = adobeEventsWebhooks } = settings;
  if (clientId === '') throw new TypeError('the client id must not be empty');
  const values = headerValues(headers);
  const proof = await proofOf(body, values, keys, policy);
  if (typeof proof === 'string') return { ok: false, reason: proof };

  const content = await jsonContent(body);
  if (content === undefined) return { ok: false, reason: 'body-unreadable' };
  const events: readonly unknown[] = Array.isArray(content.value) ? content.value : [content.value];
  if (events.length > mostEvents) return { ok: false, reason: 'body-unreadable' };
  const webhooks: Webhook[] = [];
  for (const event of events) {
    if (jsonAt(event, ['recipient_client_id']) !== clientId) return { ok: false, reason: 'recipient-wrong' };
    const webhook = await describeWebhook({ policy, values, body, content: event });
    if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
    webhooks.push({ ...webhook, key: webhookKey(policy, [clientId, webhook.id]) });
  }
  return { ok: true, webhooks, by: proof };
}

/** The key of the first of the two signatures that fits, or why none does. */
async function proofOf(
  body: Uint8Array,
  values: ReadonlyMap<string, string>,
  keys: WebhookKeys,
  policy: WebhookPolicy,
): Promise<WebhookProof | WebhookRefusal> {
  let reason: WebhookRefusal = 'signature-missing';
  const { signature: from = '', keyId: idFrom = '' } = policy.headers;
  for (const number of ['1', '2']) {
    const signature = base64Bytes(values.get(from.replace('{n}', number)) ?? '');
    const keyId = values.get(idFrom.replace('{n}', number));
    if (signature === undefined || signature.length === 0 || !keyId) continue;
    const found = await keys.find(keyId);
    if (found.kind === 'key' && (await found.key.fits(signature, body))) return { keyId };
    // What could not be asked outweighs: the webhook may be a true one.
    if (found.kind === 'unavailable') reason = 'keys-unavailable';
    else if (reason !== 'keys-unavailable') reason = found.kind === 'key' ? 'signature-wrong' : 'unknown-key';
  }
  return reason;
}
