import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { RefundOutcome, RefundRequest } from '../port/payments.ts';
import type { PaymentWords } from './decode-payment.ts';
import { encodeRefund } from './encode-refund.ts';
import { fromMinor } from './minor-amount.ts';

const operation = 'payments.refund';

const refundWire = z.looseObject({
  id: z.string().min(1),
  amount: z.int().nonnegative(),
  currency: z.string(),
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

type RefundWire = z.infer<typeof refundWire>;

const refundsWire = z.looseObject({ data: z.array(refundWire), has_more: z.boolean() });

/** More refunds than a payment has. */
const mostPages = 20;

/**
 * Gives money back once for each key. Stripe keeps an `Idempotency-Key` for 24 hours at least and then forgets it, so the
 * key stands in the refund's metadata too, and is looked for first. An amount in another currency than the payment's is
 * rejected: Stripe takes a number and would take it for one of the payment's.
 */
export async function refundPayment(
  client: VendorClient,
  words: PaymentWords,
  refund: RefundRequest,
  call: WriteCall,
): Promise<RefundOutcome> {
  const body = encodeRefund(refund, words, call.key);
  if (!body.ok) return { status: 'rejected', reason: 'validation', message: `Stripe: ${body.message}` };
  const made = await findRefund(client, refund.payment, call);
  if ('failure' in made) return { status: 'failed', failure: { ...made.failure, safeToReplay: true } };
  if (made.found !== undefined) return outcomeOf(client, made.found);
  const fault = await currencyFault(client, refund, call);
  if (fault !== undefined) return fault;
  const text = { type: 'application/x-www-form-urlencoded', content: body.value };
  const headers = { 'idempotency-key': call.key };
  const request = { method: 'POST', path: '/refunds', headers, text, operation } as const;
  const answer = await client.call('write', request, call);
  if (!answer.ok) return refused(answer.failure);
  const read = validate(refundWire, answer.json);
  if (read.ok) return outcomeOf(client, read.value);
  const message = `the refund cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'unknown', failure: client.fail('contract-drift', message, { safeToReplay: true }) };
}

async function findRefund(
  client: VendorClient,
  payment: string,
  call: WriteCall,
): Promise<{ readonly found: RefundWire | undefined } | { readonly failure: ConnectorFailure }> {
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const query = { payment_intent: payment, limit: '100', ...(after === undefined ? {} : { starting_after: after }) };
    const answer = await client.call('read', { method: 'GET', path: '/refunds', query, operation }, call);
    if (!answer.ok) return answer;
    const read = validate(refundsWire, answer.json);
    if (!read.ok) return { failure: client.fail('contract-drift', 'the refunds of a payment cannot be read') };
    const { data, has_more: hasMore } = read.value;
    const found = data.find(({ metadata }) => metadata?.['idempotency_key'] === call.key);
    if (found !== undefined || !hasMore) return { found };
    after = data.at(-1)?.id;
  }
  return { failure: client.fail('contract-drift', 'the refunds of a payment do not end') };
}

async function currencyFault(
  client: VendorClient,
  { payment, amount }: RefundRequest,
  call: WriteCall,
): Promise<RefundOutcome | undefined> {
  if (amount === undefined) return undefined;
  const path = `/payment_intents/${encodeURIComponent(payment)}`;
  const answer = await client.call('read', { method: 'GET', path, operation }, call);
  if (!answer.ok) return { status: 'failed', failure: { ...answer.failure, safeToReplay: true } };
  const read = validate(z.looseObject({ currency: z.string() }), answer.json);
  if (!read.ok) {
    const failure = client.fail('contract-drift', 'a payment without a currency', { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const currency = read.value.currency.toUpperCase();
  if (currency === amount.currency) return undefined;
  const message = `Stripe: ${payment} was paid in ${currency}, and is to be given back in ${amount.currency}`;
  return { status: 'rejected', reason: 'currency', message };
}

function outcomeOf(client: VendorClient, { id, amount, currency, status, ...more }: RefundWire): RefundOutcome {
  const code = currency.toUpperCase();
  const money = { amount: fromMinor(amount, code) ?? String(amount), currency: code };
  if (status === 'succeeded') return { status: 'refunded', id, amount: money };
  if (status === 'pending' || status === 'requires_action') return { status: 'pending', id, amount: money };
  if (status === 'failed' || status === 'canceled')
    return {
      status: 'rejected',
      reason: more.failure_reason ?? status,
      message: `Stripe: the refund ${id} is ${status}`,
    };
  const failure = client.fail('contract-drift', `the refund ${id} is ${status ?? 'without a status'}`);
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}

function refused(failure: ConnectorFailure): RefundOutcome {
  if (failure.class === 'validation')
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  if (failure.safeToReplay) return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
}
