import { fakeNetsuite } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import { describe, expect, it } from 'vitest';
import { absent, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { sampleOrder } from '../sample-order.ts';

const reason = absent('netsuite');
/** A record whose operations were not transcribed. */
const outside = [/itemFulfillment\/eid/];

describe.skipIf(reason !== false)(`NetSuite, by what was transcribed (${reason || 'at hand'})`, () => {
  it('asks for operations that there are', async () => {
    const fake = fakeNetsuite();
    const recorder = recordingFetch(
      'netsuite',
      async (url, init) => await fake.handle(new Request(url, init)),
      outside,
    );
    const credentials = {
      kind: 'token',
      consumerKey: 'ck',
      consumerSecret: 'cs',
      token: 'tk',
      tokenSecret: 'ts',
    } as const;
    const erp = netsuite({ account: '1234567', credentials, units: { '1': 'C62' }, fetch: recorder.fetch });
    await erp.orders.submit(sampleOrder, { key: 'k', externalReference: 'northfield.4711' });
    await erp.orders.status('501');
    await erp.orders.change(
      { number: '501', lines: [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }] },
      { key: 'k2' },
    );
    await erp.orders.cancel({ number: '501', reason: 'buyer' }, { key: 'k3' });
    await erp.inventory.availability({ items: ['AX-100'] });
    for await (const page of erp.shipments.list()) expect(page.ok).toBe(true);
    for await (const page of erp.invoices.list()) expect(page.ok).toBe(true);
    expect(await differences(recorder)).toEqual([]);
  });
});
