import type { RefundRequest } from '../port/payments.ts';
import type { PaymentWords } from './decode-payment.ts';
import { toMinor } from './minor-amount.ts';

const reasons = {
  duplicate: 'duplicate',
  fraudulent: 'fraudulent',
  requestedByCustomer: 'requested_by_customer',
} as const;

/** The form of `POST /v1/refunds` ("Create a refund"), or why there is none. Metadata holds 500 signs, a key 255. */
export function encodeRefund(
  { payment, amount, reason, reference }: RefundRequest,
  { invoice }: PaymentWords,
  key: string,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string } {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return { ok: false, message: 'a key has 1 to 255 signs of ASCII' };
  if (!/^\w{1,255}$/.test(payment)) return { ok: false, message: 'a payment is named by its id' };
  if (reference !== undefined && reference.length > 500)
    return { ok: false, message: 'a reference has 500 signs at most' };
  const form = new URLSearchParams({ payment_intent: payment });
  if (amount !== undefined) {
    const minor = toMinor(amount.amount, amount.currency);
    if (!minor.ok) return minor;
    form.set('amount', minor.value);
  }
  if (reason !== undefined) form.set('reason', reasons[reason]);
  form.set('metadata[idempotency_key]', key);
  if (reference !== undefined) form.set(`metadata[${invoice}]`, reference);
  return { ok: true, value: form.toString() };
}
