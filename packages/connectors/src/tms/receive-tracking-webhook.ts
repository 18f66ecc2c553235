import type { Issue, ShipmentStatus } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { verifyShipEngineWebhook } from '../webhook/verify-ship-engine-webhook.ts';
import type { Webhook, WebhookDelivery, WebhookRefusal } from '../webhook/webhook.ts';
import type { WebhookKeys } from '../webhook/webhook-keys.ts';
import { decodeTracking } from './decode-tracking.ts';

/** What a webhook of ShipEngine tells: `tracking` is absent where it is of something else, or the carrier told nothing. */
export type TrackingWebhook =
  | { readonly ok: true; readonly webhook: Webhook; readonly tracking?: ShipmentStatus | undefined }
  /** It is not believed. */
  | { readonly ok: false; readonly reason: WebhookRefusal }
  /** It is believed, and is not what the interface promises. */
  | { readonly ok: false; readonly reason: 'unreadable'; readonly webhook: Webhook; readonly issues: readonly Issue[] };

/**
 * Checks a webhook of ShipEngine and reads the tracking in it (`API_TRACK`: `data` is what `GET /v1/tracking` gives).
 * Webhooks come twice and not in order: `webhook.key` knows repetitions, and the events have their own times.
 */
export async function receiveTrackingWebhook(
  delivery: WebhookDelivery,
  settings: { readonly keys: WebhookKeys; readonly now: number },
): Promise<TrackingWebhook> {
  const verified = await verifyShipEngineWebhook(delivery, settings);
  if (!verified.ok) return verified;
  const [webhook] = verified.webhooks;
  if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
  if (webhook.topic !== 'API_TRACK') return { ok: true, webhook };
  const read = decodeTracking(fieldOf(webhook.content, 'data'));
  if (!read.ok) return { ok: false, reason: 'unreadable', webhook, issues: read.issues };
  return { ok: true, webhook, tracking: read.value };
}
