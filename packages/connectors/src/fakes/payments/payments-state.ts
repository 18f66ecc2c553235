/** A payment intent as Stripe gives it. */
export interface FakeIntent {
  id: string;
  readonly object: 'payment_intent';
  amount: number;
  amount_received: number;
  currency: string;
  created: number;
  status: string;
  readonly latest_charge: string | null;
  metadata: Record<string, string>;
  readonly customer: string | null;
  readonly [field: string]: unknown;
}

/** A refund as Stripe gives it. */
export interface FakeRefund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly created: number;
  readonly currency: string;
  readonly payment_intent: string;
  metadata: Record<string, string>;
  status: string;
  readonly [field: string]: unknown;
}

export interface PaymentsState {
  next: number;
  /** In any order: lists are newest first. */
  readonly intents: FakeIntent[];
  readonly refunds: FakeRefund[];
  /** Answers by idempotency key; what is taken out was forgotten. */
  readonly keys: Map<string, { readonly content: string; readonly response: Response }>;
}

/** Five payments that succeeded on five days from 2026-03-02 on, and one that waits for its customer. */
export function paymentsState(): PaymentsState {
  const intents = [1, 2, 3, 4, 5].map((day) => intent(day, 'succeeded'));
  return { next: 0, intents: [...intents, intent(6, 'requires_payment_method')], refunds: [], keys: new Map() };
}

function intent(day: number, status: string): FakeIntent {
  const amount = 1000 * day + 99;
  return {
    id: `pi_${day}`,
    object: 'payment_intent',
    amount,
    amount_received: status === 'succeeded' ? amount : 0,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    created: Date.parse('2026-03-01T08:00:00Z') / 1000 + day * 86_400,
    currency: 'usd',
    customer: `cus_${day}`,
    latest_charge: status === 'succeeded' ? `ch_${day}` : null,
    livemode: false,
    metadata: { invoice_number: `INV-${day}`, order_number: `PO-${day}` },
    payment_method_types: ['card'],
    status,
  };
}
