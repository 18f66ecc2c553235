import { fakeTms } from '@dist/connectors/fakes';
import { tms } from '@dist/connectors/tms';
import { describe, expect, it } from 'vitest';
import { absent, answerDifferences, checkRead, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { label, parcel } from './subject.ts';

const reason = absent('shipengine');
/** Operations of ShipEngine's documentation that the description at hand leaves out. */
const outside = [/\/shipments\/external_shipment_id\//, /\/labels\/shipment\//];

/** Where the examples of ShipEngine's documentation are not what its description says: the fake follows the examples. */
const asDocumented = [
  /label_download_type: read-only/,
  /label_download\.href: format, .*found "data:application/,
  /batch_id: (too-short|pattern|format)/,
  /links\.\w+\.href: missing/,
  /tracking_url: missing/,
  /carrier_detail_code: missing/,
  /carrier_occurred_at: format/,
  /country_code: too-short/,
];

describe.skipIf(reason !== false)(`ShipEngine, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeTms();
    const recorder = recordingFetch('shipengine', async (url, init) => fake.handle(new Request(url, init)), outside);
    const carriers = tms({ apiKey: 'TEST_key', fetch: recorder.fetch });
    await carriers.labels.create(label, { key: 'k1' });
    await carriers.labels.create({ ...label, reference: 'kit.L-2', format: 'zpl', delivery: 'inline' }, { key: 'k2' });
    await carriers.labels.find('kit.L-1');
    await carriers.labels.void('se-900', { key: 'k4' });
    await carriers.tracking.find({ carrier: 'ups', trackingNumber: '1Z932R800390810600' });
    expect(recorder.requests.length).toBeGreaterThan(6);
    expect(await differences(recorder)).toEqual([]);
    const answered = await answerDifferences(recorder);
    expect(answered.filter((one) => !asDocumented.some((pattern) => pattern.test(one)))).toEqual([]);
  });

  // Not what is answered: the description names one value twice in the enumeration of errors, and is no schema there.
  it('asks for carriers and rates, and for a label that is refused, as is described', async () => {
    const fake = fakeTms();
    const recorder = recordingFetch('shipengine', async (url, init) => fake.handle(new Request(url, init)), outside);
    const carriers = tms({ apiKey: 'TEST_key', fetch: recorder.fetch });
    expect(await carriers.health.check()).toMatchObject({ status: 'well' });
    await carriers.labels.create({ ...label, service: 'none' }, { key: 'k3' });
    await carriers.rates.quote({ ...parcel, carriers: ['se-100', 'se-999'], services: ['ups_ground'] });
    const found = await differences(recorder);
    // The description wants `shipment_id` and `shipment` of a rate, and one of the two: nothing can be both. What stands in
    // `shipment` is made by the function that makes it for labels.
    expect(found.filter((one) => !/^POST \/v1\/rates: body\.shipment(_id)?: /.test(one))).toEqual([]);
    expect(found).toHaveLength(2);
  });

  it.each([
    [
      'GET /v1/labels',
      ['labels[].label_id', 'labels[].voided', 'labels[].label_download.zpl', 'labels[].packages[].tracking_number'],
    ],
    ['GET /v1/tracking', ['events[].carrier_occurred_at', 'events[].status_detail_code', 'estimated_delivery_date']],
    ['POST /v1/rates', ['rate_response.rates[].tax_amount.amount', 'rate_response.errors[].message']],
    ['PUT /v1/labels/{label_id}/void', ['approved', 'reason_code']],
    ['GET /v1/carriers', ['carriers[].disabled_by_billing_plan']],
  ])('reads what is there: %s', (operation, paths) => {
    expect(checkRead('shipengine', operation, paths).differences).toEqual([]);
  });
});
