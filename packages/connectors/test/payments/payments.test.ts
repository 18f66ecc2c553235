import type { Issue, Remittance } from '@dist/canonical';
import type { Fetch } from '@dist/connectors';
import { fakePayments } from '@dist/connectors/fakes';
import {
  decodeDispute,
  decodePayment,
  decodeRefund,
  encodeRefund,
  fromMinor,
  payments,
  paymentsErrors,
  toMinor,
} from '@dist/connectors/payments';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { paidEvent, paidIntent, receive, signedEvent } from './subject.ts';

const words = { invoice: 'invoice_number', order: 'order_number' };
const dollars = (amount: string) => ({ amount, currency: 'USD' });

function world(meddle: (request: Request) => Response | undefined = () => undefined) {
  const fake = fakePayments();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return meddle(request) ?? (await fake.handle(request));
  };
  return { fake, sent, stripe: payments({ apiKey: 'sk_test_key', pageSize: 2, fetch }) };
}

describe('amounts', () => {
  it.each([
    ['usd', 1099, '10.99'],
    ['USD', 1000, '10'],
    ['jpy', 1099, '1099'],
    ['kwd', 1090, '1.09'],
    ['isk', 109900, '1099'],
    ['ugx', 500, '5'],
    ['mga', 1099, '1099'],
    ['xyz', 1, undefined],
  ])('in %s the number %i is %s', (currency, minor, amount) => {
    expect(fromMinor(minor, currency)).toBe(amount);
  });

  it.each([
    ['10.99', 'USD', '1099'],
    ['0.5', 'USD', '50'],
    ['1099', 'JPY', '1099'],
    ['1.09', 'KWD', '1090'],
    ['1099', 'ISK', '109900'],
  ])('%s %s is the number %s', (amount, currency, value) => {
    expect(toMinor(amount, currency)).toEqual({ ok: true, value });
  });

  it.each([
    ['10.999', 'USD', /2 digits/],
    ['1.5', 'JPY', /0 digits/],
    ['1.099', 'KWD', /last digit/],
    ['1.5', 'ISK', /no decimals/],
    ['0', 'USD', /more than zero/],
    ['-1', 'USD', /more than zero/],
    ['1', 'XYZ', /not known/],
  ])('%s %s is none', (amount, currency, message) => {
    const minor = toMinor(amount, currency);
    expect(minor.ok ? '' : minor.message).toMatch(message);
  });

  it('survive there and back, in every currency with its own digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('USD', 'JPY', 'EUR', 'MGA'),
        (minor, currency) => {
          const amount = fromMinor(minor, currency);
          expect(amount !== undefined && toMinor(amount, currency)).toEqual({ ok: true, value: String(minor) });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a payment', () => {
  it('R24 is an advice of what was paid for which invoice, and no cash', () => {
    const read = decodePayment(paidIntent, words);
    expect(read.ok && read.value).toEqual({
      kind: 'remittance',
      version: '1',
      traceNumber: 'pi_9',
      handling: 'remittanceOnly',
      direction: 'credit',
      method: 'none',
      format: 'card',
      paidOn: '2026-03-02',
      total: '10.99',
      currency: 'USD',
      payer: { ids: [{ scheme: 'channel', value: 'cus_9' }] },
      references: [],
      lines: [{ type: 'invoice', number: 'INV-9', orderNumber: 'PO-9', net: '10.99' }],
    });
  });

  it.each([
    ['an order', { order_number: 'PO-9' }, { lines: [{ type: 'order', number: 'PO-9', net: '10.99' }] }],
    ['nothing that is named', {}, { lines: [], adjustments: [{ reason: 'unapplied', amount: '10.99' }] }],
  ])('R24 for %s has a total that its parts make', (_, metadata, expected) => {
    const read = decodePayment({ ...paidIntent, metadata }, words);
    expect(read).toMatchObject({ ok: true, value: expected });
  });

  it.each(['requires_capture', 'processing', 'canceled', 'requires_payment_method', 'a_new_word'])(
    'R24 that is %s pays nothing',
    async (status) => {
      expect(decodePayment({ ...paidIntent, status }, words)).toMatchObject({ ok: true, value: undefined });
      const { fake, stripe } = world();
      fake.state.intents[0] = { ...fake.state.intents[0], id: 'pi_1', status } as (typeof fake.state.intents)[number];
      expect(await stripe.payments.find('pi_1')).toEqual({ status: 'notFound' });
    },
  );

  it('by bank debit is one by ACH, and one of several methods does not say which', () => {
    const by = (...payment_method_types: string[]) => decodePayment({ ...paidIntent, payment_method_types }, words);
    expect(by('us_bank_account')).toMatchObject({ value: { method: 'ach', format: 'us_bank_account' } });
    const several = by('card', 'us_bank_account');
    expect(several.ok && several.value).not.toHaveProperty('format');
  });

  it('whose customer is expanded names its id', () => {
    expect(decodePayment({ ...paidIntent, customer: { id: 'cus_2', name: 'x' } }, words)).toMatchObject({
      value: { payer: { ids: [{ value: 'cus_2' }] } },
    });
  });

  it.each([
    ['without an amount', { amount_received: undefined }, 'amount_received'],
    ['with an amount of a fraction', { amount_received: 10.5 }, 'amount_received'],
    ['in a currency that is not known', { currency: 'xyz' }, 'currency'],
  ])('%s is drift', (_, change, field) => {
    const read = decodePayment({ ...paidIntent, ...change }, words);
    const issues: readonly Issue[] = read.ok ? [] : read.issues;
    expect(issues[0]?.path).toEqual([field]);
  });
});

describe('money that goes back', () => {
  const refund = {
    id: 're_1',
    amount: 500,
    created: 1772438400,
    currency: 'usd',
    payment_intent: 'pi_9',
    status: 'succeeded',
  };

  it('R24 a refund is an advice of ours that names its payment', () => {
    expect(decodeRefund({ ...refund, metadata: { invoice_number: 'CM-1' } }, words)).toMatchObject({
      value: {
        payer: { ids: [] },
        total: '5',
        references: [{ type: 'payment', value: 'pi_9' }],
        lines: [{ type: 'invoice', number: 'CM-1', net: '5' }],
      },
    });
    expect(decodeRefund({ ...refund, status: 'failed' }, words)).toMatchObject({ ok: true, value: undefined });
  });

  it('R24 a dispute is a deduction with the bank’s reason, for no invoice', () => {
    const read = decodeDispute({ ...refund, id: 'dp_1', reason: 'product_not_received' });
    expect(read).toMatchObject({
      value: { adjustments: [{ reason: 'dispute:product_not_received', amount: '5' }], lines: [] },
    });
  });
});

describe('a refund', () => {
  it('is made once for a key, with the key in a header and in the metadata', async () => {
    const { fake, sent, stripe } = world();
    const request = { payment: 'pi_1', amount: dollars('5.5'), reference: 'CM-1' } as const;
    const first = await stripe.payments.refund(request, { key: 'refund/1' });
    expect(first).toEqual({ status: 'refunded', id: 're_1', amount: dollars('5.5') });
    expect(await stripe.payments.refund(request, { key: 'refund/1' })).toEqual(first);
    const post = sent.find(({ method }) => method === 'POST');
    expect(post?.headers.get('idempotency-key')).toBe('refund/1');
    expect(await post?.text()).toBe(
      'payment_intent=pi_1&amount=550&metadata%5Bidempotency_key%5D=refund%2F1&metadata%5Binvoice_number%5D=CM-1',
    );
    expect(fake.state.refunds).toHaveLength(1);
  });

  it('edge 1: is not made again when Stripe has forgotten the key', async () => {
    const { fake, stripe } = world();
    const request = { payment: 'pi_1', amount: dollars('1') };
    await stripe.payments.refund(request, { key: 'k' });
    fake.state.keys.clear();
    expect(await stripe.payments.refund(request, { key: 'k' })).toMatchObject({ status: 'refunded', id: 're_1' });
    expect(await stripe.payments.refund(request, { key: 'another' })).toMatchObject({ id: 're_2' });
  });

  it.each([
    ['in another currency', { payment: 'pi_1', amount: { amount: '5', currency: 'JPY' } }, 'currency'],
    ['of more digits than the currency has', { payment: 'pi_1', amount: dollars('1.005') }, 'validation'],
    ['of more than is left', { payment: 'pi_1', amount: dollars('99') }, 'invalid_request_error'],
    ['of a payment with a path in its id', { payment: '../x' }, 'validation'],
  ])('%s is rejected', async (_, request, reason) => {
    const { fake, stripe } = world();
    expect(await stripe.payments.refund(request, { key: 'k' })).toMatchObject({ status: 'rejected', reason });
    expect(fake.state.refunds).toEqual([]);
  });

  it('of all that is left a second time is a conflict', async () => {
    const { stripe } = world();
    expect(await stripe.payments.refund({ payment: 'pi_1' }, { key: 'a' })).toMatchObject({ amount: dollars('10.99') });
    expect(await stripe.payments.refund({ payment: 'pi_1' }, { key: 'b' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', vendor: { code: 'charge_already_refunded' } },
    });
  });

  it.each([
    ['pending', { status: 'pending' }],
    ['requires_action', { status: 'pending' }],
    ['failed', { status: 'rejected', reason: 'failed' }],
    ['canceled', { status: 'rejected', reason: 'canceled' }],
    ['a_new_word', { status: 'unknown', failure: { class: 'contract-drift' } }],
  ])('that Stripe calls %s is %o', async (status, expected) => {
    const answer = { id: 're_1', amount: 100, currency: 'usd', status };
    const { stripe } = world(({ method }) => (method === 'POST' ? Response.json(answer) : undefined));
    expect(await stripe.payments.refund({ payment: 'pi_1' }, { key: 'k' })).toMatchObject(expected);
  });

  it('needs a key that a header can carry', () => {
    expect(encodeRefund({ payment: 'pi_1' }, words, 'ä')).toMatchObject({ ok: false });
    expect(encodeRefund({ payment: 'pi_1' }, words, 'x'.repeat(256))).toMatchObject({ ok: false });
  });
});

describe('the list', () => {
  const all = async (pages: AsyncIterable<{ ok: boolean; items?: readonly Remittance[]; next?: string }>) => {
    const found: string[] = [];
    let next: string | undefined;
    for await (const page of pages) {
      found.push(...(page.items ?? []).map(({ traceNumber }) => traceNumber));
      next = page.next ?? next;
    }
    return { found, next };
  };

  it('begins earlier than it is asked to, by the days in which a payment may still succeed', async () => {
    const { sent, stripe } = world();
    await all(stripe.payments.list({ from: '2026-03-08T00:00:00Z' }));
    const since = Number(new URL(sent[0]?.url ?? '').searchParams.get('created[gte]'));
    expect(new Date(since * 1000).toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });

  it('gives a payment that succeeded after it was passed, when it is read again', async () => {
    const { fake, stripe } = world();
    const late = fake.state.intents.find(({ id }) => id === 'pi_6');
    const first = await all(stripe.payments.list());
    expect(first.found).toEqual(['pi_5', 'pi_4', 'pi_3', 'pi_2', 'pi_1']);
    if (late === undefined || first.next === undefined) throw new Error('no payment');
    Object.assign(late, { status: 'succeeded', amount_received: late.amount });
    expect((await all(stripe.payments.list({ after: first.next }))).found).toContain('pi_6');
  });

  it('that goes on from its middle ends its walk, and then gives what came since', async () => {
    const { fake, stripe } = world();
    let next = '';
    for await (const page of stripe.payments.list()) {
      if (page.ok) next = page.next;
      break;
    }
    fake.shift?.('payments.list');
    const { found } = await all(stripe.payments.list({ after: next }));
    expect(found.slice(0, 4)).toEqual(['pi_4', 'pi_3', 'pi_2', 'pi_1']);
    expect(found.some((id) => id.startsWith('pi_new'))).toBe(true);
  });

  it.each(['', 'x', '1.2', '1.2.a/b', `1.2.${'x'.repeat(101)}`])('takes no cursor %j of others', async (after) => {
    const { stripe } = world();
    await expect(all(stripe.payments.list({ after }))).rejects.toThrow(RangeError);
  });

  it('edge 17: that leads to itself ends with a failure', async () => {
    const answer = { data: [{ ...paidIntent }], has_more: true };
    const { stripe } = world(() => Response.json(answer));
    const pages: boolean[] = [];
    for await (const page of stripe.payments.list()) pages.push(page.ok);
    expect(pages).toEqual([true, false]);
  });
});

describe('pages of payments', () => {
  it.each([1, 2, 3, 5, 8])('edge 17: that lead in a circle of %i end with a failure', async (length) => {
    let asked = 0;
    const { stripe } = world(() => {
      const page = { data: [{ ...paidIntent, id: `pi_${asked++ % length}` }], has_more: asked < 1000 };
      return Response.json(page);
    });
    const pages: boolean[] = [];
    for await (const page of stripe.payments.list()) pages.push(page.ok);
    expect(pages.at(-1)).toBe(false);
    expect(asked).toBeLessThanOrEqual(4 * length + 1);
  });

  it('with one of a time that is none have that one unreadable, and go on from the others', async () => {
    const data = [{ ...paidIntent, id: 'pi_far', created: Number.MAX_SAFE_INTEGER }, paidIntent];
    const { stripe } = world(() => Response.json({ data, has_more: false }));
    const pages: unknown[] = [];
    for await (const page of stripe.payments.list()) pages.push(page);
    expect(pages).toMatchObject([
      { ok: true, items: [{ traceNumber: paidIntent.id }], unreadable: [{ id: 'pi_far' }] },
    ]);
    const [page] = pages as readonly { readonly next: string }[];
    expect(page?.next.split('.')[1]).toBe(String(paidIntent.created));
  });
});

describe('a webhook', () => {
  const now = Date.parse('2026-03-02T08:00:00Z');

  it.each([
    ['a payment', paidEvent, 'pi_9'],
    [
      'a refund',
      {
        ...paidEvent,
        type: 'refund.updated',
        data: { object: { id: 're_1', amount: 1, created: 1, currency: 'usd', status: 'succeeded' } },
      },
      're_1',
    ],
    [
      'a dispute',
      {
        ...paidEvent,
        type: 'charge.dispute.funds_withdrawn',
        data: { object: { id: 'dp_1', amount: 1, created: 1, currency: 'usd', reason: 'general' } },
      },
      'dp_1',
    ],
    ['something else', { ...paidEvent, type: 'customer.created' }, undefined],
  ])('of %s is read', async (_, event, traceNumber) => {
    const received = await receive(await signedEvent(now, event), now);
    expect(received.ok && received.remittance?.traceNumber).toBe(traceNumber);
  });

  it('whose object cannot be read is told of', async () => {
    const received = await receive(await signedEvent(now, { ...paidEvent, data: {} }), now);
    expect(received).toMatchObject({ ok: false, reason: 'unreadable', webhook: { id: 'evt_1' } });
  });
});

describe('Stripe', () => {
  it.each(paymentsErrors.map((rule) => [rule.sample, rule] as const))(
    'R31 "%s"',
    (sample, { code, status = 400, class: expected }) => {
      expect(classOfError(paymentsErrors, { status, code, message: sample })).toBe(expected);
    },
  );

  it('is spoken to in one version, for the account that is meant', async () => {
    const sent: Headers[] = [];
    const fetch: Fetch = async (_, init) => {
      sent.push(new Headers(init.headers));
      return Response.json({ data: [] });
    };
    await payments({ apiKey: 'sk_test_key', account: 'acct_1', fetch }).health.check();
    expect([sent[0]?.get('stripe-version'), sent[0]?.get('stripe-account')]).toEqual(['2024-06-20', 'acct_1']);
  });

  it.each([{ settleDays: -1 }, { settleDays: Number.NaN }, { pageSize: 0 }, { pageSize: 101 }, { account: 'x' }])(
    'takes no setting %o',
    (setting) => {
      expect(() => payments({ apiKey: 'sk_test_key', ...setting })).toThrow(TypeError);
    },
  );

  it('its key stands in no failure and no record', async () => {
    const records: unknown[] = [];
    const fetch: Fetch = async () =>
      Response.json({ error: { code: 'sk_planted', message: 'sk_planted' } }, { status: 400 });
    const stripe = payments({ apiKey: 'sk_planted', fetch, onExchange: (record) => records.push(record) });
    const outcomes: unknown[] = [
      await stripe.payments.find('pi_1'),
      await stripe.payments.refund({ payment: 'pi_1' }, { key: 'k' }),
      await stripe.health.check(),
    ];
    for await (const page of stripe.payments.list()) outcomes.push(page);
    expect(outcomes).toHaveLength(4);
    expect(JSON.stringify([outcomes, records])).not.toContain('planted');
  });
});
