import { createHmac } from 'node:crypto';
import { payments, receivePaymentWebhook } from '@dist/connectors/payments';
import type { ContractAdapter } from '@dist/connectors/testing';

const secret = 'whsec_sample';

/** A webhook as Stripe signs it ("Verify webhook signatures manually"), written with node:crypto. */
export async function signedEvent(now: number, content: object = paidEvent) {
  const body = new TextEncoder().encode(JSON.stringify(content));
  const seconds = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return { body, headers: { 'Stripe-Signature': `t=${seconds},v1=${signature}` } };
}

export const receive = (delivery: Awaited<ReturnType<typeof signedEvent>>, now: number) =>
  receivePaymentWebhook(delivery, { secrets: secret, now });

export const paidIntent = {
  id: 'pi_9',
  object: 'payment_intent',
  amount_received: 1099,
  created: 1772438400,
  currency: 'usd',
  customer: 'cus_9',
  metadata: { invoice_number: 'INV-9', order_number: 'PO-9' },
  payment_method_types: ['card'],
  status: 'succeeded',
};

export const paidEvent = {
  id: 'evt_1',
  type: 'payment_intent.succeeded',
  created: 1772438400,
  data: { object: paidIntent },
};

/** Stripe as the kit drives it, with pages that are small enough to have several. */
export const subject: ContractAdapter = {
  connect: (runtime) => payments({ apiKey: 'sk_test_key', pageSize: 2, ...runtime }),
  samples: {
    'payments.find': 'pi_1',
    // Less than half of it, so that a second refund would be given.
    'payments.refund': { payment: 'pi_1', amount: { amount: '3.5', currency: 'USD' }, reason: 'requestedByCustomer' },
  },
  secret: 'sk_test_key',
  errorBody: (status, message) => (status === 404 ? '{}' : JSON.stringify({ error: { type: 'api_error', message } })),
  webhooks: {
    deliver: (now) => signedEvent(now),
    verify: async (body, headers, now) => {
      const signature = headers['Stripe-Signature'] ?? '';
      const received = await receive({ body: new Uint8Array(body), headers: { 'Stripe-Signature': signature } }, now);
      return received.ok ? { ok: true, id: received.webhook.id } : { ok: false };
    },
    signature: 'stripe-signature',
    toleranceSeconds: 300,
  },
};
