import { createHmac } from 'node:crypto';
import type { FulfillmentRequest } from '@dist/canonical';
import type { ContractAdapter } from '@dist/connectors/testing';
import { receiveConfirmationWebhook, wms } from '@dist/connectors/wms';

const secret = `whsec_${Buffer.from('a secret (sample)').toString('base64')}`;

export const confirmed = {
  type: 'fulfillment.confirmed',
  timestamp: '2026-03-02T08:00:00Z',
  data: {
    kind: 'fulfillmentConfirmation',
    version: '1',
    extent: 'fullDetail',
    requestNumber: 'R-1',
    shippedOn: '2026-03-02',
    carrier: {},
    parties: {},
    references: [],
    packages: [],
  },
};

/** A webhook as Standard Webhooks signs it, written with node:crypto. */
export async function signedConfirmation(now: number, content: object = confirmed) {
  const body = new TextEncoder().encode(JSON.stringify(content));
  const [id, seconds] = ['msg_1', String(Math.floor(now / 1000))];
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest('base64');
  return { body, headers: { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` } };
}

export const receive = (body: Uint8Array, headers: Readonly<Record<string, string>>, now: number) =>
  receiveConfirmationWebhook({ body, headers }, { secrets: secret, now });

export const pick: FulfillmentRequest = {
  kind: 'fulfillmentRequest',
  version: '1',
  purpose: 'original',
  number: 'R-1',
  orderNumber: 'PO-1',
  dates: {},
  parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
  carrier: {},
  references: [],
  lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'AX-100' }], quantity: { value: '24', unit: 'C62' } }],
};

/** A warehouse as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => wms({ baseUrl: 'https://wms.example.com', auth: 'wms-token', pageSize: 2, ...runtime }),
  samples: { 'fulfillments.request': pick, 'fulfillments.cancel': 'R-0' },
  secret: 'wms-token',
  errorBody: (status, detail) => JSON.stringify({ type: 'about:blank', title: 'Problem', status, detail }),
  webhooks: {
    deliver: (now) => signedConfirmation(now),
    verify: async (body, headers, now) => {
      const received = await receive(body, headers, now);
      return received.ok ? { ok: true, id: received.webhook.id } : { ok: false };
    },
    signature: 'webhook-signature',
    toleranceSeconds: 300,
  },
};
