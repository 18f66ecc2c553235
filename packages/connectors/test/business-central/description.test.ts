import { businessCentral, businessCentralSubscriptions } from '@dist/connectors/business-central';
import { fakeBusinessCentral } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import uses from '../../src/business-central/uses.json' with { type: 'json' };
import { absent, answerDifferences, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { company, credentials, order } from './subject.ts';

const reason = absent('business-central');

describe.skipIf(reason !== false)(`Business Central, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeBusinessCentral({ rowsAtOnce: 3 });
    const recorder = recordingFetch(
      'business-central',
      async (url, init) => await fake.handle(new Request(url, init)),
      [/\/oauth2\/v2\.0\/token$/],
    );
    const settings = { credentials, environment: 'Production', company, fetch: recorder.fetch };
    const erp = businessCentral(settings);
    const submitted = await erp.orders.submit(order, { key: 'k', externalReference: 'northfield.4711' });
    if (submitted.status !== 'accepted') throw new Error(submitted.status);
    const { number } = submitted.order;
    await erp.orders.find('northfield.4711');
    await erp.orders.find('other.103001');
    await erp.orders.status(number);
    const lines = [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }];
    await erp.orders.change({ number, lines }, { key: 'k2' });
    await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'k3' });
    await erp.inventory.availability({ items: ['AX-100'] });
    await erp.customers.find({ by: 'email', value: 'orders@northfield.example' });
    await erp.items.find({ by: 'gtin', value: '00614141000012' });
    for await (const page of erp.shipments.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    for await (const page of erp.invoices.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    await erp.health.check();
    const subscriptions = businessCentralSubscriptions(settings);
    const target = { notificationUrl: 'https://hooks.example/bc', clientState: 'state' };
    const made = await subscriptions.make('salesShipments', target);
    if (made.status !== 'done') throw new Error(made.status);
    expect(await subscriptions.renew(made.value, target)).toMatchObject({ status: 'done' });
    expect(await subscriptions.list()).toMatchObject({ value: [{ expiresAt: '2026-03-08T08:00:00Z' }] });
    expect(recorder.requests.length).toBeGreaterThan(20);
    expect(await differences(recorder)).toEqual([]);
    expect(unlistedUses(recorder.requests, uses, recorder.outside)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });
});
