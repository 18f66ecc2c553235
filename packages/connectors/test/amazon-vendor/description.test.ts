import { amazonVendor } from '@dist/connectors/amazon-vendor';
import { fakeAmazonVendor } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import uses from '../../src/amazon-vendor/uses.json' with { type: 'json' };
import { absent, answerDifferences, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { acknowledgment, invoice, settings, shipment } from './subject.ts';

const reason = absent('amazon-sp-api');
/** The models of orders and of invoices name the postal code otherwise. */
const address = { lines: ['1 Market Street'], city: 'Springfield', postalCode: '62701', country: 'US' };
const parties = {
  ...invoice.parties,
  shipTo: { ids: [{ scheme: 'buyer' as const, value: 'ABE2' }], name: 'ABE2', address },
};
const withAddress = { ...invoice, number: 'INV-2', parties };

/** Login with Amazon, and the model vendorTransactionStatus, which is not at hand. */
const outside = [/\/auth\/o2\/token$/, /\/vendor\/transactions\//];

describe.skipIf(reason !== false)(`Amazon Vendor, by its models (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeAmazonVendor();
    const recorder = recordingFetch(
      'amazon-sp-api',
      async (url, init) => await fake.handle(new Request(url, init)),
      outside,
    );
    const amazon = amazonVendor({ ...settings, fetch: recorder.fetch, now: () => Date.parse('2026-03-02T08:00:00Z') });
    for await (const page of amazon.orders.list({ from: '2026-02-10T00:00:00Z' })) expect(page.ok).toBe(true);
    await amazon.orders.find('4Z32PAB0');
    const call = { key: 'k' };
    const channelOrderId = '4Z32PAB0';
    for (const outcome of [
      await amazon.acknowledgments.publish({ channelOrderId, acknowledgment }, call),
      await amazon.shipments.publish({ channelOrderId, shipment }, call),
      await amazon.invoices.publish({ channelOrderId, invoice }, call),
      await amazon.invoices.publish({ channelOrderId, invoice: withAddress }, call),
    ]) {
      expect(outcome).toMatchObject({ status: 'published' });
    }
    await amazon.health.check();
    expect(recorder.requests.length).toBeGreaterThan(10);
    expect(await differences(recorder)).toEqual([]);
    expect(unlistedUses(recorder.requests, uses, recorder.outside)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });
});
