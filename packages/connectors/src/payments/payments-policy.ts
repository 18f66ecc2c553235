import type { VendorPolicy } from '../port/policy.ts';
import { stripeWebhooks } from '../webhook/data/webhook-policies.ts';

/** The version of Stripe's interface that is spoken, in `Stripe-Version`. */
export const stripeVersion = '2024-06-20';

/** How Stripe is spoken to. Limits: "Rate limits", of live mode; a sandbox has 25 a second. */
export const paymentsPolicy: VendorPolicy<'payments.refund'> = {
  name: 'Stripe',
  baseUrl: '{baseUrl}/v1',
  auth: { kind: 'header', name: 'authorization', scheme: 'Bearer' },
  limits: [{ kind: 'rate', requests: 100, seconds: 1 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: { 'payments.refund': { class: 'native-header', header: 'Idempotency-Key' } },
  webhook: stripeWebhooks,
};
