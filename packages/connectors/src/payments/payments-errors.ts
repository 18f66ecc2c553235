import type { VendorErrorRule } from '../http/vendor-errors.ts';

const codes = 'Stripe documentation: Error codes';
const handling = 'Stripe documentation: Error handling, and Idempotent requests';

/** What Stripe's errors mean: `error.code`, or `error.type` where there is no code. */
export const paymentsErrors: readonly VendorErrorRule[] = [
  { code: 'resource_missing', class: 'not-found', sample: "No such payment_intent: 'pi_1'", source: codes },
  { code: 'api_key_expired', class: 'auth', sample: 'Expired API Key provided: sk_test_****', source: codes },
  {
    status: 401,
    class: 'auth',
    sample: 'Invalid API Key provided: sk_test_****',
    source: 'Stripe documentation: Authentication',
  },
  {
    code: 'secret_key_required',
    class: 'permission',
    sample:
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    source: codes,
  },
  {
    code: 'charge_already_refunded',
    class: 'conflict',
    sample: 'Charge ch_1 has already been refunded.',
    source: codes,
  },
  {
    code: 'charge_disputed',
    class: 'conflict',
    sample: 'Charge ch_1 has been charged back; cannot issue a refund.',
    source: codes,
  },
  {
    code: 'balance_insufficient',
    class: 'business-hold',
    sample: 'Insufficient funds in your Stripe balance to refund this amount.',
    source: codes,
  },
  {
    code: 'lock_timeout',
    class: 'concurrency-limited',
    sample:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
    source: 'Stripe documentation: Rate limits, Object lock timeouts',
  },
  {
    code: 'rate_limit',
    class: 'rate-limited',
    sample: 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    source: 'Stripe documentation: Rate limits',
  },
  {
    code: 'idempotency_key_in_use',
    class: 'concurrency-limited',
    sample: 'There is currently another in-progress request using this Stripe-Idempotent-Key',
    source: codes,
  },
  {
    code: 'idempotency_error',
    class: 'conflict',
    sample: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    source: handling,
  },
  { code: 'parameter_unknown', class: 'config', sample: 'Received unknown parameter: foo', source: codes },
  { code: 'parameter_missing', class: 'validation', sample: 'Missing required param: amount.', source: codes },
  {
    code: 'amount_too_large',
    class: 'validation',
    sample: 'Refund amount ($20.00) is greater than charge amount ($10.00)',
    source: codes,
  },
  {
    code: 'invalid_request_error',
    includes: 'is greater than unrefunded amount on charge',
    class: 'validation',
    sample: 'Refund amount ($20.00) is greater than unrefunded amount on charge ($10.00)',
    source: codes,
  },
];
