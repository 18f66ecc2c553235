import { FulfillmentConfirmation, type Issue, validate } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { verifyStandardWebhook } from '../webhook/verify-standard-webhook.ts';
import type { Webhook, WebhookDelivery, WebhookRefusal } from '../webhook/webhook.ts';
import { wmsPolicy } from './wms-policy.ts';

/** What a warehouse tells: `confirmation` is absent where it is of something else. */
export type ConfirmationWebhook =
  | { readonly ok: true; readonly webhook: Webhook; readonly confirmation?: FulfillmentConfirmation | undefined }
  | { readonly ok: false; readonly reason: WebhookRefusal }
  | { readonly ok: false; readonly reason: 'unreadable'; readonly webhook: Webhook; readonly issues: readonly Issue[] };

/**
 * Checks a webhook of a warehouse by Standard Webhooks 1.0.0, and reads the confirmation in it: `{ type:
 * "fulfillment.confirmed", timestamp, data }`. Throws a TypeError for a secret that cannot be read.
 */
export async function receiveConfirmationWebhook(
  delivery: WebhookDelivery,
  settings: { readonly secrets: string | readonly string[]; readonly now: number },
): Promise<ConfirmationWebhook> {
  const verified = await verifyStandardWebhook(delivery, { ...settings, policy: wmsPolicy.webhook });
  if (!verified.ok) return verified;
  const [webhook] = verified.webhooks;
  if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
  if (webhook.topic !== 'fulfillment.confirmed') return { ok: true, webhook };
  const read = validate(FulfillmentConfirmation, fieldOf(webhook.content, 'data'));
  if (!read.ok) return { ok: false, reason: 'unreadable', webhook, issues: read.issues };
  return { ok: true, webhook, confirmation: read.value };
}
