import type { Issue, Remittance } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { verifyStripeWebhook } from '../webhook/verify-stripe-webhook.ts';
import type { Webhook, WebhookDelivery, WebhookRefusal } from '../webhook/webhook.ts';
import { decodeDispute, decodePayment, decodeRefund, type PaymentWords } from './decode-payment.ts';

/** What a webhook of Stripe tells: `remittance` is absent where it is of something else, or nothing is paid yet. */
export type PaymentWebhook =
  | { readonly ok: true; readonly webhook: Webhook; readonly remittance?: Remittance | undefined }
  | { readonly ok: false; readonly reason: WebhookRefusal }
  | { readonly ok: false; readonly reason: 'unreadable'; readonly webhook: Webhook; readonly issues: readonly Issue[] };

/** Names of events ("Types of events") whose `data.object` is a movement of money. */
const decoders = {
  'payment_intent.succeeded': decodePayment,
  'refund.created': decodeRefund,
  'refund.updated': decodeRefund,
  'charge.dispute.funds_withdrawn': decodeDispute,
};

/** Checks a webhook of Stripe and reads the payment, refund or dispute in it. The same one comes several times. */
export async function receivePaymentWebhook(
  delivery: WebhookDelivery,
  settings: {
    readonly secrets: string | readonly string[];
    readonly now: number;
    readonly words?: PaymentWords | undefined;
  },
): Promise<PaymentWebhook> {
  const verified = await verifyStripeWebhook(delivery, settings);
  if (!verified.ok) return verified;
  const [webhook] = verified.webhooks;
  if (webhook === undefined) return { ok: false, reason: 'body-unreadable' };
  const { topic = '', content } = webhook;
  if (!isKnown(topic)) return { ok: true, webhook };
  const read = decoders[topic](fieldOf(fieldOf(content, 'data'), 'object'), settings.words ?? defaultWords);
  if (!read.ok) return { ok: false, reason: 'unreadable', webhook, issues: read.issues };
  return { ok: true, webhook, remittance: read.value };
}

/** Metadata that names what is paid, where an account has no names of its own. */
export const defaultWords: PaymentWords = { invoice: 'invoice_number', order: 'order_number' };

function isKnown(topic: string): topic is keyof typeof decoders {
  return Object.hasOwn(decoders, topic);
}
