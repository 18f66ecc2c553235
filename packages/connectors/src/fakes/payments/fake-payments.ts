import type { Fake } from '../../testing/fake.ts';
import { type FakeIntent, type FakeRefund, type PaymentsState, paymentsState } from './payments-state.ts';

/**
 * Stripe in memory, as far as `payments` speaks to it, by its OpenAPI and documentation: lists newest first with
 * `starting_after`, forms, a version in a header, keys that give the first answer again and refuse other content.
 */
export function fakePayments({ apiKey = 'sk_test_key' }: { readonly apiKey?: string } = {}): Fake & {
  readonly state: PaymentsState;
} {
  const state = paymentsState();
  const paid = () => state.intents.filter(({ status }) => status === 'succeeded');
  return {
    state,
    orders: () => state.refunds.length,
    made: (capability) => (capability === 'payments.refund' ? state.refunds.length : undefined),
    handle: async (request) => {
      if (request.headers.get('authorization') !== `Bearer ${apiKey}`)
        return stripeError(401, { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_****' });
      if (!/^\d{4}-\d\d-\d\d/.test(request.headers.get('stripe-version') ?? ''))
        return stripeError(400, { type: 'invalid_request_error', message: 'Invalid Stripe API version' });
      return await answer(state, request);
    },
    listed: () => paid().map(({ id }) => id),
    shift: () => {
      const newest = Math.max(...state.intents.map(({ created }) => created));
      const [one] = paid();
      if (one !== undefined) state.intents.push({ ...one, id: `pi_new${newest}`, created: newest + 60 });
    },
    spoil: () => {
      const one = paid().at(-2);
      if (one === undefined) return '';
      one.currency = '';
      return one.id;
    },
  };
}

async function answer(state: PaymentsState, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const path = `${request.method} ${decodeURIComponent(pathname)}`;
  const [, kind, id] = /^GET \/v1\/(payment_intents|refunds)\/(\w+)$/.exec(path) ?? [];
  if (id !== undefined) {
    const all: readonly { readonly id: string }[] = kind === 'refunds' ? state.refunds : state.intents;
    return json(all.find((one) => one.id === id)) ?? missing(kind === 'refunds' ? 'refund' : 'payment_intent', id);
  }
  switch (path) {
    case 'GET /v1/payment_intents':
      return list('/v1/payment_intents', state.intents, searchParams);
    case 'GET /v1/refunds': {
      const of = searchParams.get('payment_intent');
      if (of !== null && !state.intents.some((one) => one.id === of)) return missing('payment_intent', of);
      return list(
        '/v1/refunds',
        state.refunds.filter((one) => of === null || one.payment_intent === of),
        searchParams,
      );
    }
    case 'POST /v1/refunds':
      return once(state, request, (form) => refund(state, form));
    default:
      return stripeError(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${request.method}: ${pathname}).`,
      });
  }
}

const json = (found: object | undefined) => (found === undefined ? undefined : Response.json(found));

function missing(kind: string, id: string): Response {
  const message = `No such ${kind}: '${id}'`;
  return stripeError(404, { type: 'invalid_request_error', code: 'resource_missing', param: 'intent', message });
}

function stripeError(status: number, error: object): Response {
  return Response.json({ error }, { status });
}

function list(
  url: string,
  all: readonly { readonly id: string; readonly created: number }[],
  query: URLSearchParams,
): Response {
  const limit = Number(query.get('limit') ?? 10);
  if (limit < 1 || limit > 100) return stripeError(400, { type: 'invalid_request_error', message: 'Invalid limit' });
  const since = Number(query.get('created[gte]') ?? 0);
  const found = all.filter(({ created }) => created >= since).sort((a, b) => b.created - a.created);
  const after = query.get('starting_after');
  const at = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1;
  if (after !== null && at === 0) return missing('payment_intent', after);
  const data = found.slice(at, at + limit);
  return Response.json({ object: 'list', url, has_more: at + limit < found.length, data });
}

/** "Idempotent requests": the same key with the same content has the first answer, with other content it is refused. */
async function once(
  state: PaymentsState,
  request: Request,
  make: (form: URLSearchParams) => Response,
): Promise<Response> {
  const text = await request.text();
  if (request.headers.get('content-type') !== 'application/x-www-form-urlencoded')
    return stripeError(400, { type: 'invalid_request_error', message: 'Invalid content type' });
  const key = request.headers.get('idempotency-key');
  const known = key === null ? undefined : state.keys.get(key);
  if (known !== undefined && known.content !== text) {
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
    return stripeError(400, { type: 'idempotency_error', message });
  }
  const response = known?.response ?? make(new URLSearchParams(text));
  if (key !== null && response.status < 400) state.keys.set(key, { content: text, response: response.clone() });
  return response.clone();
}

const fields = /^(payment_intent|amount|reason|metadata\[\w+\])$/;

function refund(state: PaymentsState, form: URLSearchParams): Response {
  const strange = [...form.keys()].find((name) => !fields.test(name));
  if (strange !== undefined) {
    const message = `Received unknown parameter: ${strange}`;
    return stripeError(400, { type: 'invalid_request_error', code: 'parameter_unknown', message });
  }
  const id = form.get('payment_intent') ?? '';
  const intent = state.intents.find((one) => one.id === id);
  if (intent === undefined) return missing('payment_intent', id);
  const left = refundable(state, intent);
  const refuse = (code: string | undefined, message: string) =>
    stripeError(400, { type: 'invalid_request_error', ...(code === undefined ? {} : { code }), message });
  if (left === 0) return refuse('charge_already_refunded', `Charge ${intent.latest_charge} has already been refunded.`);
  const amount = Number(form.get('amount') ?? left);
  if (amount > left) {
    const [asked, rest] = [amount, left].map((cents) => `$${(cents / 100).toFixed(2)}`);
    return refuse(undefined, `Refund amount (${asked}) is greater than unrefunded amount on charge (${rest})`);
  }
  const metadata = Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
  const made: FakeRefund = {
    id: `re_${++state.next}`,
    object: 'refund',
    amount,
    charge: intent.latest_charge,
    created: intent.created + 3600,
    currency: intent.currency,
    metadata,
    payment_intent: id,
    reason: form.get('reason'),
    status: 'succeeded',
  };
  state.refunds.push(made);
  return Response.json(made);
}

function refundable({ refunds }: PaymentsState, { id, amount_received }: FakeIntent): number {
  const given = refunds.filter(({ payment_intent }) => payment_intent === id).map(({ amount }) => amount);
  return amount_received - given.reduce((sum, amount) => sum + amount, 0);
}
