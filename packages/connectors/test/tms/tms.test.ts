import type { Fetch, LabelRequest } from '@dist/connectors';
import { fakeTms } from '@dist/connectors/fakes';
import {
  decodeLabel,
  decodeRates,
  decodeTracking,
  encodeLabel,
  encodeParcels,
  receiveTrackingWebhook,
  tms,
  tmsErrors,
} from '@dist/connectors/tms';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { carrierInstant } from '../../src/tms/carrier-instant.ts';
import { keys, signedTracking, trackEvent } from './signed-tracking.ts';
import { label, parcel } from './subject.ts';

const call = { key: 'k' };

function world(meddle: (request: Request) => Response | undefined = () => undefined) {
  const fake = fakeTms();
  const sent: string[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(`${request.method} ${new URL(url).pathname}`);
    return meddle(request) ?? (await fake.handle(request));
  };
  return { fake, sent, carriers: tms({ apiKey: 'TEST_key', fetch }) };
}

describe('a label', () => {
  it('is bought once for a reference, however often it is asked for', async () => {
    const { fake, carriers } = world();
    const first = await carriers.labels.create(label, call);
    const again = await carriers.labels.create(label, { key: 'another' });
    expect(first).toMatchObject({ status: 'made', label: { reference: 'kit.L-1', status: 'ready' } });
    expect(again).toMatchObject({ status: 'already' });
    expect('label' in first && 'label' in again && first.label.id === again.label.id).toBe(true);
    expect(fake.state.labels).toHaveLength(2);
  });

  it('edge 1: whose answer was lost is found by its reference, not bought again', async () => {
    let lose = true;
    const { fake, carriers } = world();
    const broken = tms({
      apiKey: 'TEST_key',
      fetch: async (url, init) => {
        const answer = await fake.handle(new Request(url, init));
        if (init.method !== 'POST' || !lose) return answer;
        lose = false;
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
      },
    });
    expect(await broken.labels.create(label, call)).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: true },
    });
    expect(await carriers.labels.find('kit.L-1')).toMatchObject({ status: 'found' });
    expect(await broken.labels.create(label, call)).toMatchObject({ status: 'already' });
    expect(fake.state.labels).toHaveLength(2);
  });

  it('that somebody bought between the look and the request is taken, by the conflict of identifiers', async () => {
    const { fake, carriers } = world();
    let rival = true;
    const slow = tms({
      apiKey: 'TEST_key',
      fetch: async (url, init) => {
        if (init.method === 'POST' && rival) {
          rival = false;
          await carriers.labels.create(label, call);
        }
        return fake.handle(new Request(url, init));
      },
    });
    expect(await slow.labels.create(label, call)).toMatchObject({ status: 'already' });
    expect(fake.state.labels).toHaveLength(2);
  });

  it('is bought for the shipment that an interrupted purchase left, if that is for the same service', async () => {
    const { fake, sent, carriers } = world();
    const left = { shipment_id: 'se-700', carrier_id: 'se-100', service_code: 'ups_ground', packages: [] };
    fake.state.shipments.push({ ...left, external_shipment_id: 'kit.L-7' });
    fake.state.shipments.push({
      ...left,
      shipment_id: 'se-701',
      external_shipment_id: 'kit.L-8',
      service_code: 'usps_priority_mail',
    });
    expect(await carriers.labels.create({ ...label, reference: 'kit.L-7' }, call)).toMatchObject({ status: 'made' });
    expect(sent.at(-1)).toBe('POST /v1/labels/shipment/se-700');
    expect(await carriers.labels.create({ ...label, reference: 'kit.L-8' }, call)).toMatchObject({
      status: 'rejected',
      reason: 'identifier_conflict',
    });
  });

  it('that was given back is not bought again under its reference', async () => {
    const { carriers } = world();
    expect(await carriers.labels.void('se-900', call)).toEqual({ status: 'voided', id: 'se-900' });
    expect(await carriers.labels.void('se-900', call)).toEqual({ status: 'voided', id: 'se-900' });
    expect(await carriers.labels.find('kit.L-0')).toMatchObject({ value: { status: 'voided' } });
    expect(await carriers.labels.create({ ...label, reference: 'kit.L-0' }, call)).toMatchObject({
      status: 'rejected',
      reason: 'voided',
    });
  });

  it('edge 2: is not void where the answer 200 says that the carrier does not take it back', async () => {
    const { fake, carriers } = world();
    fake.state.scanned.add('9400111899223000000000');
    expect(await carriers.labels.void('se-900', call)).toEqual({
      status: 'rejected',
      reason: 'label_already_used',
      message: 'ShipEngine: The label has been used',
    });
  });

  it('edge 2: is not made where the answer 200 says that the carrier did not make it', async () => {
    const failed = { label_id: 'se-1', status: 'error' };
    const { carriers } = world(({ method }) => (method === 'POST' ? Response.json(failed) : undefined));
    expect(await carriers.labels.create(label, call)).toMatchObject({ status: 'rejected', reason: 'label-failed' });
  });

  it('has its bytes in Base64, or links, as it was asked for', async () => {
    const { carriers } = world();
    const inline = await carriers.labels.create({ ...label, format: 'zpl', delivery: 'inline' }, call);
    expect(inline).toMatchObject({ label: { files: [{ format: 'zpl' }] } });
    const file = 'label' in inline ? inline.label.files[0] : undefined;
    expect(file && 'base64' in file && atob(file.base64)).toMatch(/^%zpl se-/);
    const links = await carriers.labels.create({ ...label, reference: 'kit.L-9' }, call);
    expect('label' in links && links.label.files.map(({ format }) => format)).toEqual(['pdf', 'png', 'zpl']);
  });

  it('R31 edge 1: a 500 with a carrier’s error in it leaves open whether it was bought', async () => {
    const { carriers } = world(({ method }) => (method === 'POST' ? new Response('{}', { status: 500 }) : undefined));
    expect(await carriers.labels.create(label, call)).toMatchObject({ status: 'unknown' });
  });
});

describe('what ShipEngine cannot be asked', () => {
  const { shipFrom, shipTo, packages } = parcel;
  const [first] = packages;
  if (first === undefined) throw new Error('no package');
  const rows: readonly (readonly [string, Partial<LabelRequest>, RegExp])[] = [
    ['R19 a reference of 36 signs', { reference: 'x'.repeat(36) }, /1 to 35 signs/],
    ['a reference with a space', { reference: 'a b' }, /1 to 35 signs/],
    ['no package', { packages: [] }, /one package at least/],
    ['a weight in tonnes', { packages: [{ weight: { value: '1', unit: 'TNE' } }] }, /weight in TNE/],
    ['a weight of nothing', { packages: [{ weight: { value: '0', unit: 'KGM' } }] }, /package 1: 0 is no measure/],
    [
      'edge 10 a weight of 20 digits',
      { packages: [{ weight: { value: '1.2345678901234567891', unit: 'KGM' } }] },
      /JSON number/,
    ],
    [
      'dimensions in metres',
      { packages: [{ ...first, dimensions: { length: '1', width: '1', height: '1', unit: 'MTR' } }] },
      /MTR/,
    ],
    ['a sender without a telephone', { shipFrom: { ...shipFrom, contacts: [] } }, /shipFrom needs a telephone/],
    ['a place without a name', { shipTo: { ...shipTo, name: undefined } }, /shipTo has no name/],
    ['a place without an address', { shipTo: { name: 'x', ids: [] } }, /shipTo needs an address/],
    [
      'an address of four lines',
      { shipTo: { ...shipTo, address: { ...shipTo.address, lines: ['1', '2', '3', '4'] } } },
      /4 lines/,
    ],
  ];

  it.each(rows)('%s is rejected before anything is sent', async (_, change, message) => {
    const { sent, carriers } = world();
    const outcome = await carriers.labels.create({ ...label, ...change }, call);
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'validation' });
    expect('message' in outcome && outcome.message).toMatch(message);
    expect(sent).toEqual([]);
  });

  it.each([
    ['LBR', 'pound'],
    ['ONZ', 'ounce'],
    ['GRM', 'gram'],
    ['KGM', 'kilogram'],
  ])('a weight in %s is one in %s', (unit, word) => {
    const body = encodeParcels({ ...parcel, packages: [{ weight: { value: '2.5', unit } }] });
    expect(body).toMatchObject({ ok: true, value: { packages: [{ weight: { value: 2.5, unit: word } }] } });
  });

  it('names the person and the company where both are known', () => {
    expect(encodeLabel(label)).toMatchObject({
      value: {
        shipment: {
          external_shipment_id: 'kit.L-1',
          ship_to: { name: 'Receiving', company_name: 'Southgate store 12 (sample)', address_line2: 'Dock 3' },
          ship_from: { name: 'Northfield warehouse (sample)', phone: '512-555-0100' },
        },
      },
    });
  });
});

describe('rates', () => {
  it('are summed in decimals over all their parts, and tell who does not carry it', async () => {
    const { carriers } = world();
    expect(
      await carriers.rates.quote({ ...parcel, carriers: ['se-100', 'se-9'], services: ['ups_ground'] }),
    ).toMatchObject({
      status: 'found',
      rates: [{ service: 'ups_ground', total: { amount: '9.3', currency: 'USD' }, deliveredOn: '2026-03-05' }],
      refused: [{ carrier: 'se-9' }],
    });
    expect(await carriers.rates.quote({ ...parcel, carriers: ['se-9'] })).toMatchObject({ status: 'notFound' });
    expect(await carriers.rates.quote({ ...parcel, carriers: [] })).toMatchObject({ failure: { class: 'validation' } });
  });

  const part = (amount: number, currency = 'usd') => ({ amount, currency });
  const rate = {
    rate_id: 'se-1',
    carrier_id: 'se-100',
    service_code: 's',
    shipping_amount: part(0.1),
    insurance_amount: part(0.2),
    confirmation_amount: part(0),
    other_amount: part(0.4),
  };

  it.each([
    ['edge 10 parts that a binary sum gets wrong', {}, '0.7'],
    ['a tax', { tax_amount: part(0.05) }, '0.75'],
    ['a part of nothing in another currency', { confirmation_amount: part(0, 'cad') }, '0.7'],
  ])('%s are added', (_, change, amount) => {
    const read = decodeRates({ rate_response: { rates: [{ ...rate, ...change }] } });
    expect(read.ok && read.value.rates[0]?.total).toEqual({ amount, currency: 'USD' });
  });

  it.each([
    ['of two currencies', { other_amount: part(1, 'cad') }, /several currencies/],
    ['that the carrier refuses', { error_messages: ['Too heavy'] }, /Too heavy/],
    ['that is invalid', { validation_status: 'invalid' }, /invalid/],
    ['without an amount', { shipping_amount: null }, /cannot be read/],
  ])('one %s is told of, and the others are given', (_, change, message) => {
    const read = decodeRates({ rate_response: { rates: [{ ...rate, ...change }, rate] } });
    expect(read.ok && read.value.rates).toHaveLength(1);
    expect(read.ok && read.value.refused[0]?.message).toMatch(message);
  });
});

describe('tracking', () => {
  it('gives events oldest first, with the offset of their places', async () => {
    const { carriers } = world();
    expect(await carriers.tracking.find({ carrier: 'ups', trackingNumber: '1Z932R800390810600' })).toMatchObject({
      status: 'found',
      value: {
        carrier: { name: 'ups', trackingNumber: '1Z932R800390810600' },
        events: [
          { milestone: 'inTransit', at: '2026-03-02T08:00:00-06:00', place: { city: 'AUSTIN', country: 'US' } },
          { milestone: 'delivered', at: '2026-03-04T05:32:00-07:00', signedBy: 'SAMPLE', reason: 'FS' },
        ],
      },
    });
  });

  it('of a parcel that the carrier has not seen is not found', async () => {
    const { carriers } = world();
    expect(await carriers.tracking.find({ carrier: 'ups', trackingNumber: '1Z' })).toEqual({ status: 'notFound' });
  });

  const rows: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['AC', undefined, 'pickedUp'],
    ['IT', undefined, 'inTransit'],
    ['IT', 'OUT_FOR_DELIVERY', 'outForDelivery'],
    ['AT', undefined, 'deliveryAttempted'],
    ['DE', undefined, 'delivered'],
    ['SP', 'DELIVERED_TO_PICKUP_POINT', 'inTransit'],
    ['EX', undefined, 'exception'],
    ['EX', 'RETURN_TO_SENDER', 'returned'],
    ['EX', 'CANCELLED', 'cancelled'],
    ['AC', 'ELEC_ADVICE_RECD_BY_CARRIER', 'announced'],
  ];

  it.each(rows)('the status %s %s is %s', (status, detail, milestone) => {
    const read = decodeTracking({ tracking_number: '1Z', status_code: status, status_detail_code: detail });
    expect(read.ok && read.value?.events[0]).toMatchObject({ code: status, milestone });
  });

  it.each(['UN', 'NY', 'XX'])('the status %s alone tells nothing', (status) => {
    expect(decodeTracking({ tracking_number: '1Z', status_code: status })).toMatchObject({
      ok: true,
      value: undefined,
    });
  });

  it('a new word of an event keeps its code, without a milestone', () => {
    const events = [{ event_code: 'QQ', status_code: 'ZZ', occurred_at: '2026-03-02T08:00:00Z' }];
    const read = decodeTracking({ tracking_number: '1Z', status_code: 'ZZ', events });
    expect(read.ok && read.value?.events).toEqual([{ type: 'event', code: 'QQ', at: '2026-03-02T08:00:00Z' }]);
  });

  it.each([
    ['2026-03-02T14:00:00Z', '2026-03-02T08:00:00', '2026-03-02T08:00:00-06:00'],
    ['2026-03-02T02:30:00Z', '2026-03-02T08:00:00', '2026-03-02T08:00:00+05:30'],
    ['2026-03-02T14:00:00Z', '2026-03-02T08:03:00', '2026-03-02T14:00:00Z'],
    ['2026-03-02T14:00:00Z', '2026-03-01T08:00:00', '2026-03-02T14:00:00Z'],
    ['2026-03-02T14:00:00-06:00', undefined, '2026-03-02T14:00:00-06:00'],
    ['2026-03-02T14:00:00', '2026-03-02T14:00:00', undefined],
    [undefined, '2026-03-02T14:00:00', undefined],
  ])('the instant %s with the clock %s is %s', (utc, local, instant) => {
    expect(carrierInstant(utc, local)).toBe(instant);
  });
});

describe('a webhook', () => {
  const now = Date.parse('2026-03-02T08:00:00Z');

  it('of tracking is a shipment’s status, without a delivery time that has no zone', async () => {
    const received = await receiveTrackingWebhook(await signedTracking(now), { keys, now });
    expect(received).toMatchObject({
      ok: true,
      tracking: { carrier: { trackingNumber: '1Z0000000000000000' }, events: [{ milestone: 'outForDelivery' }] },
    });
    expect(received.ok && received.tracking).not.toHaveProperty('estimatedDelivery');
  });

  it.each([
    ['of a batch has no tracking', { resource_type: 'API_BATCH' }, { ok: true }],
    ['without data cannot be read', { ...trackEvent, data: undefined }, { ok: false, reason: 'unreadable' }],
  ])('%s', async (_, content, expected) => {
    expect(await receiveTrackingWebhook(await signedTracking(now, content), { keys, now })).toMatchObject(expected);
  });
});

describe('what ShipEngine answers', () => {
  it.each(tmsErrors.map((rule) => [rule.sample, rule] as const))('R31 "%s"', (sample, { code, class: expected }) => {
    expect(classOfError(tmsErrors, { status: 400, code, message: sample })).toBe(expected);
  });

  it('with a status of labels that is a new one is unknown', () => {
    expect(decodeLabel({ label_id: 'se-1', status: 'paused' })).toMatchObject({
      ok: true,
      value: { status: 'unknown' },
    });
  });

  it('without an id of a label is drift', () => {
    const read = decodeLabel({ status: 'completed' });
    expect(read.ok ? [] : read.issues[0]?.path).toEqual(['label_id']);
  });

  it('tells of carriers that are disabled or do not answer', async () => {
    const { fake, carriers } = world();
    fake.state.carriers.push({ carrier_id: 'se-2', friendly_name: 'UPS', disabled_by_billing_plan: true });
    expect(await carriers.health.check()).toEqual({
      status: 'well',
      warnings: ['UPS is disabled by the billing plan'],
    });
    fake.state.carriers.length = 0;
    expect(await carriers.health.check()).toMatchObject({ warnings: ['No carrier is connected to the account'] });
  });
});

it('the key stands in no failure and no record', async () => {
  const records: unknown[] = [];
  const echo: Fetch = async () =>
    new Response(`{"errors":[{"error_code":"x","message":"TEST_planted"}]}`, { status: 400 });
  const carriers = tms({ apiKey: 'TEST_planted', fetch: echo, onExchange: (record) => records.push(record) });
  const outcomes = [
    await carriers.labels.create(label, call),
    await carriers.labels.find('r'),
    await carriers.labels.void('se-1', call),
    await carriers.rates.quote({ ...parcel, carriers: ['se-1'] }),
    await carriers.tracking.find({ carrier: 'ups', trackingNumber: '1' }),
    await carriers.health.check(),
  ];
  expect(records).toHaveLength(6);
  expect(JSON.stringify([outcomes, records])).not.toContain('planted');
});
