import { basic } from '@dist/connectors';
import { fakeS4hana } from '@dist/connectors/fakes';
import { s4hana } from '@dist/connectors/s4hana';
import { describe, expect, it } from 'vitest';
import uses from '../../src/s4hana/uses.json' with { type: 'json' };
import { absent, answerDifferences, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { unsentUses } from '../drift/unsent-uses.ts';
import { order } from './subject.ts';

const reason = absent('sap-s4');
/** Services whose description is not at hand. */
const outside = [/API_BUSINESS_PARTNER/, /API_PRODUCT_SRV/, /API_SALES_ORDER_SRV\/$/];

describe.skipIf(reason !== false)(`S/4HANA, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeS4hana();
    const recorder = recordingFetch('sap-s4', async (url, init) => await fake.handle(new Request(url, init)), outside);
    const erp = s4hana({
      baseUrl: 'https://my300000-api.s4hana.invalid',
      auth: basic('USER', 'pass'),
      rejectionReason: '61',
      fetch: recorder.fetch,
    });
    const submitted = await erp.orders.submit(order, { key: 'k', externalReference: 'northfield.4711' });
    if (submitted.status !== 'accepted') throw new Error(submitted.status);
    const { number } = submitted.order;
    await erp.orders.find('northfield.4711');
    await erp.orders.status(number);
    await erp.orders.change(
      { number, lines: [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }] },
      { key: 'k2' },
    );
    await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'k3' });
    await erp.inventory.availability({ items: ['AX-100'], locations: ['1710'] });
    for await (const page of erp.shipments.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    for await (const page of erp.invoices.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    await erp.customers.find({ by: 'number', value: '17100001' });
    await erp.items.find({ by: 'sku', value: 'AX-100' });
    await erp.health.check();
    expect(recorder.requests.length).toBeGreaterThan(12);
    expect(await differences(recorder)).toEqual([]);
    expect(unlistedUses(recorder.requests, uses, recorder.outside)).toEqual([]);
    expect(unsentUses(recorder.requests, uses)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });
});
