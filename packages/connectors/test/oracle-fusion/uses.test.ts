import { fakeOracleFusion } from '@dist/connectors/fakes';
import { oracleFusion } from '@dist/connectors/oracle-fusion';
import { describe, expect, it } from 'vitest';
import { descriptionDrift } from '../../src/drift/description-drift.ts';
import { readUses } from '../../src/drift/uses.ts';
import json from '../../src/oracle-fusion/uses.json' with { type: 'json' };
import { openApiOfUses } from '../drift/open-api-of-uses.ts';
import { recordedRequests } from '../drift/recorded-requests.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { unsentUses } from '../drift/unsent-uses.ts';
import { order, settings } from './subject.ts';

const parts = Object.keys(json.parts);
const dated = {
  ...order,
  dates: { deliverBy: '2026-03-09', requestedShip: '2026-03-05' },
  lines: order.lines.map((line) => ({ ...line, dates: { deliverBy: '2026-03-09' } })),
};

describe('what is used of Oracle Fusion, by which its OpenAPI is compared', () => {
  it('is what is sent, and each operation of it is asked for', async () => {
    const fake = fakeOracleFusion();
    const [shipment] = fake.state.shipments;
    Object.assign(shipment ?? {}, { packed: [{ LPNId: 77, lines: shipment?.lines }] });
    const { requests, fetch } = recordedRequests(async (request) => await fake.handle(request));
    const erp = oracleFusion({ ...settings, fetch });
    const made = await erp.orders.submit(dated, { key: 'k', externalReference: 'northfield.1' });
    if (made.status !== 'accepted') throw new Error(made.status);
    const found = await erp.orders.find('northfield.1');
    if (found.status !== 'found') throw new Error(found.status);
    const { number } = found.order;
    const lines = [{ lineId: '1', quantity: { value: '12', unit: 'EA' } }];
    await erp.orders.change(
      { number, lines: [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }] },
      { key: 'k2' },
    );
    await erp.orders.cancel({ number, lines, reason: 'buyer' }, { key: 'k3' });
    await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'k3' });
    await erp.inventory.availability({ items: ['AX-100'] });
    await erp.customers.find({ by: 'number', value: 'C-1' });
    await erp.items.find({ by: 'sku', value: 'AX-100' });
    for await (const page of erp.shipments.list()) expect(page.ok).toBe(true);
    for await (const page of erp.invoices.list()) expect(page.ok).toBe(true);
    await erp.health.check();
    expect(unlistedUses(requests, json)).toEqual([]);
    expect(unsentUses(requests, json)).toEqual([]);
  });

  it.each(
    parts.flatMap((part) => [
      [part, 'as the resource describes itself', '', `${part}_Id`],
      [part, 'of the documentation, with whole addresses', '/fscmRestApi/resources/11.13.18.05', 'key'],
    ]),
  )('%s is found in OpenAPI 3 %s', (part, _, base, parameter) => {
    const uses = readUses(json, part);
    const description = openApiOfUses(uses, base, parameter);
    expect(descriptionDrift(description, description, uses)).toEqual([]);
    // An operation that only ends like one that is used is not taken for it.
    const elsewhere = openApiOfUses(uses, '/fscmRestApi/resources/11.13.18.99', parameter);
    expect(new Set(descriptionDrift(description, elsewhere, uses).map(({ kind }) => kind))).toEqual(
      new Set(['operation-removed']),
    );
  });
});
