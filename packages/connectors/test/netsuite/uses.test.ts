import { fakeNetsuite } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import { describe, expect, it } from 'vitest';
import { descriptionDrift } from '../../src/drift/description-drift.ts';
import { readUses } from '../../src/drift/uses.ts';
import json from '../../src/netsuite/uses.json' with { type: 'json' };
import { openApiOfUses } from '../drift/open-api-of-uses.ts';
import { recordedRequests } from '../drift/recorded-requests.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { unsentUses } from '../drift/unsent-uses.ts';
import { sampleOrder } from '../sample-order.ts';
import { subject } from './subject.ts';

const uses = readUses(json);
const address = { lines: ['12 Market Street'], city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' };
const addressed = {
  ...sampleOrder,
  dates: { ordered: '2026-03-02', deliverBy: '2026-03-09', requestedShip: '2026-03-05' },
  parties: { ...sampleOrder.parties, shipTo: { ids: [], name: 'Store 12 (sample)', address } },
};

describe('what is used of NetSuite, by which its metadata catalog is compared', () => {
  it('is what is sent, and each operation of it is asked for', async () => {
    const fake = fakeNetsuite();
    const { requests, fetch } = recordedRequests(async (request) => await fake.handle(request));
    const credentials = { kind: 'token', consumerKey: 'a', consumerSecret: 'b', token: 'c', tokenSecret: 'd' } as const;
    const erp = netsuite({ account: '1234567', credentials, units: { '1': 'C62' }, fetch });
    for (const [at, order] of [sampleOrder, addressed].entries()) {
      const made = await erp.orders.submit(order, { key: 'k', externalReference: `northfield.${at}` });
      expect(made).toMatchObject({ status: 'accepted' });
    }
    const found = await erp.orders.find('northfield.0');
    if (found.status !== 'found') throw new Error(found.status);
    const { number } = found.order;
    const lines = [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }];
    expect(await erp.orders.change({ number, lines }, { key: 'k2' })).toMatchObject({ status: 'changed' });
    const told = subject.samples?.['shipments.publish'];
    if (told === undefined) throw new Error('a shipment is needed');
    await erp.shipments.publish({ ...told, channelOrderId: number }, { key: 'k3' });
    await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'k4' });
    expect(unlistedUses(requests, json, [/\/suiteql$/])).toEqual([]);
    expect(unsentUses(requests, json)).toEqual([]);
  });

  it.each([
    ['as the catalog gives it', '', 'id'],
    ['with whole addresses, and parameters of other names', '/services/rest/record/v1', 'key'],
  ])('is found in OpenAPI 3 %s', (_, base, parameter) => {
    const catalog = openApiOfUses(uses, base, parameter);
    expect(descriptionDrift(catalog, catalog, uses)).toEqual([]);
    const without = catalog.replaceAll('"quantityFulfilled"', '"quantityShipped"');
    expect(descriptionDrift(catalog, without, uses)).toMatchObject([
      { kind: 'field-removed', operation: 'GET /salesOrder/{id}', at: 'reads item.items[].quantityFulfilled' },
    ]);
  });
});
