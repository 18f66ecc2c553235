import { generateKeyPairSync, sign } from 'node:crypto';
import { receiveTrackingWebhook } from '@dist/connectors/tms';
import { fixedKeys } from '@dist/connectors/webhooks';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const keys = fixedKeys({ 'key-1': publicKey.export({ type: 'spki', format: 'pem' }).toString() });

/** By "Webhook Payload Schemas" of the documentation. */
export const trackEvent = {
  resource_url: 'https://api.shipengine.com/v1/tracking?carrier_code=ups&tracking_number=1Z0000000000000000',
  resource_type: 'API_TRACK',
  data: {
    tracking_number: '1Z0000000000000000',
    status_code: 'IT',
    status_detail_code: 'OUT_FOR_DELIVERY',
    carrier_code: 'ups',
    carrier_id: 3,
    carrier_status_code: 'I',
    estimated_delivery_date: '2026-03-04T00:00:00',
    actual_delivery_date: null,
    events: [],
  },
};

/** A webhook as ShipEngine signs it ("Webhook Validation"), written with node:crypto. */
export async function signedTracking(now: number, content: object = trackEvent) {
  const body = new TextEncoder().encode(JSON.stringify(content));
  const timestamp = new Date(now).toISOString();
  const signed = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
  return {
    body,
    headers: {
      'X-ShipEngine-RSA-SHA256-Signature': sign('RSA-SHA256', signed, privateKey).toString('base64'),
      'X-ShipEngine-RSA-SHA256-Key-Id': 'key-1',
      'X-ShipEngine-Timestamp': timestamp,
    },
  };
}

export async function verifyTracking(body: Uint8Array, headers: Readonly<Record<string, string>>, now: number) {
  const received = await receiveTrackingWebhook({ body, headers }, { keys, now });
  return received.ok ? { ok: true, id: received.webhook.id } : { ok: false };
}
