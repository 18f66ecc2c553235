import { fakePayments } from '@dist/connectors/fakes';
import { payments } from '@dist/connectors/payments';
import { describe, expect, it } from 'vitest';
import { absent, answerDifferences, checkRead, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';

/** To make a validator of Stripe's description takes ten seconds: in the gate `whole`. */
const reason = process.env['DIST_WHOLE'] === undefined ? 'in the gate whole' : absent('stripe');

describe.skipIf(reason !== false)(`Stripe, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakePayments();
    const recorder = recordingFetch('stripe', async (url, init) => fake.handle(new Request(url, init)));
    const stripe = payments({ apiKey: 'sk_test_key', pageSize: 2, fetch: recorder.fetch });
    await stripe.health.check();
    for await (const page of stripe.payments.list({ from: '2026-03-04T00:00:00Z' })) expect(page.ok).toBe(true);
    await stripe.payments.find('pi_1');
    await stripe.payments.find('pi_none');
    const amount = { amount: '5.5', currency: 'USD' };
    await stripe.payments.refund({ payment: 'pi_1', amount, reason: 'duplicate', reference: 'CM-1' }, { key: 'k1' });
    await stripe.payments.refund({ payment: 'pi_1' }, { key: 'k2' });
    await stripe.payments.find('re_1');
    expect(recorder.requests.length).toBeGreaterThan(9);
    expect(await differences(recorder)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });

  it.each([
    ['GET /v1/payment_intents', ['data[].amount_received', 'data[].payment_method_types', 'has_more']],
    ['GET /v1/payment_intents/{intent}', ['customer', 'metadata', 'status', 'created']],
    ['POST /v1/refunds', ['amount', 'currency', 'status', 'failure_reason', 'metadata']],
  ])('reads what is there: %s', (operation, paths) => {
    expect(checkRead('stripe', operation, paths).differences).toEqual([]);
  });
});
