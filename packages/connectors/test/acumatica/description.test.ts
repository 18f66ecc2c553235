import { acumatica } from '@dist/connectors/acumatica';
import { fakeAcumatica } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { absent, answerDifferences, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { application, order } from './subject.ts';

const reason = absent('acumatica');
/** Sign-in and the status of an action are described in the guide and not in the file. */
const outside = [/\/identity\/connect\/token$/, /\/entity\/auth\/log(?:in|out)$/, /\/CancelSalesOrder\/status\//];

describe.skipIf(reason !== false)(`Acumatica, by its description (${reason || 'at hand'})`, () => {
  it('sends what is described, and the fake answers what is described', async () => {
    const fake = fakeAcumatica();
    const recorder = recordingFetch(
      'acumatica',
      async (url, init) => await fake.handle(new Request(url, init)),
      outside,
    );
    const baseUrl = 'https://tenant.acumatica.invalid';
    const erp = acumatica({ baseUrl, credentials: application, wait: async () => undefined, fetch: recorder.fetch });
    const submitted = await erp.orders.submit(order, { key: 'k', externalReference: 'northfield.4711' });
    if (submitted.status !== 'accepted') throw new Error(submitted.status);
    const { number } = submitted.order;
    const lines = [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }];
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ status: 'found' });
    expect(await erp.orders.status(number)).toMatchObject({ status: 'found' });
    expect(await erp.orders.status('999')).toMatchObject({ status: 'notFound' });
    expect(await erp.orders.change({ number, lines }, { key: 'k2' })).toMatchObject({ status: 'changed' });
    const some = [{ lineId: '1', quantity: { value: '1', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number, reason: 'b', lines: some }, { key: 'k3' })).toMatchObject({ lines: some });
    expect(await erp.orders.cancel({ number, reason: 'b' }, { key: 'k4' })).toMatchObject({ status: 'cancelled' });
    expect(await erp.inventory.availability({ items: ['AX-100', 'NO'] })).toMatchObject({ missing: ['NO'] });
    for (const by of ['number', 'email', 'name'] as const) await erp.customers.find({ by, value: 'C-1' });
    expect(await erp.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({ status: 'found' });
    for await (const page of erp.shipments.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    for await (const page of erp.invoices.list({ from: '2026-02-01T00:00:00Z' })) expect(page.ok).toBe(true);
    expect(await erp.health.check()).toMatchObject({ status: 'well' });
    await erp.signOut();
    expect(recorder.requests.length).toBeGreaterThan(20);
    expect(await differences(recorder)).toEqual([]);
    expect(await answerDifferences(recorder)).toEqual([]);
  });
});
