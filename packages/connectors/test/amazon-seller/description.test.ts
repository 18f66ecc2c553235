import { amazonSeller } from '@dist/connectors/amazon-seller';
import { fakeAmazonSeller } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import uses from '../../src/amazon-seller/uses.json' with { type: 'json' };
import { absent, answerDifferences, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { settings, shipment } from './subject.ts';

const reason = absent('amazon-sp-api');

describe.skipIf(reason !== false)(`Amazon Seller, by its models (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeAmazonSeller();
    const recorder = recordingFetch('amazon-sp-api', async (url, init) => await fake.handle(new Request(url, init)), [
      /\/auth\/o2\/token$/,
    ]);
    const amazon = amazonSeller({ ...settings, pageSize: 2, personalData: true, fetch: recorder.fetch });
    for await (const page of amazon.orders.list({ from: '2026-02-10T00:00:00Z' })) expect(page.ok).toBe(true);
    await amazon.orders.find('111-0000000-0000000');
    expect(
      await amazon.shipments.publish({ channelOrderId: '111-0000000-0000000', shipment }, { key: 'k' }),
    ).toMatchObject({ status: 'published' });
    await amazon.health.check();
    expect(recorder.requests.length).toBeGreaterThan(5);
    expect(await differences(recorder)).toEqual([]);
    expect(unlistedUses(recorder.requests, uses, recorder.outside)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });
});
