import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { HealthCheck } from '../port/health.ts';
import type { Payments as PaymentPort } from '../port/payments.ts';
import type { PaymentWords } from './decode-payment.ts';
import { errorOf } from './error-of.ts';
import { findPayment } from './find-payment.ts';
import { listPayments } from './list-payments.ts';
import { paymentsErrors } from './payments-errors.ts';
import { paymentsPolicy, stripeVersion } from './payments-policy.ts';
import { defaultWords } from './receive-payment-webhook.ts';
import { refundPayment } from './refund-payment.ts';

export interface PaymentsSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** A restricted key with read of payment intents, and write of refunds where refunds are made. */
  readonly apiKey: string;
  /** The connected account that is spoken for (`acct_…`), where the key is a platform's. */
  readonly account?: string | undefined;
  /** Names of the metadata that say what is paid; `invoice_number` and `order_number` when absent. */
  readonly words?: PaymentWords | undefined;
  /** Days between the making of a payment and its latest success: 7 when absent, enough for bank debits. */
  readonly settleDays?: number | undefined;
  /** Most records in one page of a list, 1 to 100; 100 when absent. */
  readonly pageSize?: number | undefined;
  /** In place of `https://api.stripe.com`. */
  readonly baseUrl?: string | undefined;
}

/** Payments by Stripe. */
export type Payments = Connector<{ readonly payments: PaymentPort; readonly health: HealthCheck }>;

/** Connects to one account. Throws a TypeError when a setting cannot be right. */
export function payments(settings: PaymentsSettings): Payments {
  const { apiKey, account, words = defaultWords, settleDays = 7, pageSize = 100 } = settings;
  if (!(settleDays >= 0 && settleDays <= 365)) throw new TypeError('settleDays is 0 to 365');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) throw new TypeError('pageSize is 1 to 100');
  if (account !== undefined && !/^acct_\w+$/.test(account)) throw new TypeError('account is acct_…');
  const client = vendorClient({
    ...settings,
    policy: paymentsPolicy,
    address: { baseUrl: (settings.baseUrl ?? 'https://api.stripe.com').replace(/\/$/, '') },
    token: apiKey,
    headers: { 'stripe-version': stripeVersion, ...(account === undefined ? {} : { 'stripe-account': account }) },
    errorOf,
    errors: paymentsErrors,
  });
  const list = { words, pageSize, settleSeconds: Math.ceil(settleDays * 86_400) };
  return defineConnector({
    id: 'payments',
    apiVersion: stripeVersion,
    policy: paymentsPolicy,
    offers: {
      payments: {
        find: (id, call) => findPayment(client, words, id, call),
        list: (start, call) => listPayments(client, list, start, call),
        refund: (refund, call) => refundPayment(client, words, refund, call),
      },
      health: {
        check: async (call) => {
          const query = { limit: '1' };
          const request = { method: 'GET', path: '/payment_intents', query, operation: 'health.check' } as const;
          const answer = await client.call('read', request, call);
          if (!answer.ok) return { status: 'failed', failure: answer.failure };
          if (Array.isArray(fieldOf(answer.json, 'data'))) return { status: 'well', warnings: [] };
          const failure = client.fail('contract-drift', 'the list has no data', { safeToReplay: true });
          return { status: 'failed', failure };
        },
      },
    },
  });
}
