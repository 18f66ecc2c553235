import { dynamics365 } from '@dist/connectors/dynamics365';
import { fakeDynamics365 } from '@dist/connectors/fakes';
import { expect, it } from 'vitest';
import uses from '../../src/dynamics365/uses.json' with { type: 'json' };
import type { SentRequest } from '../descriptions/check.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { order, settings } from './subject.ts';

const address = { lines: ['12 Market Street'], city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' };
const addressed = {
  ...order,
  dates: { deliverBy: '2026-03-09', requestedShip: '2026-03-05' },
  parties: { ...order.parties, shipTo: { ids: [], name: 'Store 12 (sample)', address } },
  lines: order.lines.map((line) => ({ ...line, price: { amount: '3.25', per: '1' } })),
};
const unknownItem = {
  ...order,
  lines: order.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] })),
};

it('what is sent to Dynamics 365 is in the list of what is used, by which its $metadata is compared', async () => {
  const fake = fakeDynamics365();
  const requests: SentRequest[] = [];
  const erp = dynamics365({
    ...settings,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const body = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : init.body;
      requests.push({ method: init.method ?? 'GET', path: `${pathname}${search}`, headers: {}, body });
      return await fake.handle(new Request(url, init));
    },
  });
  const made = await erp.orders.submit(addressed, { key: 'k', externalReference: 'northfield.1' });
  if (made.status !== 'accepted') throw new Error(made.status);
  const { number } = made.order;
  await erp.orders.submit(unknownItem, { key: 'k', externalReference: 'northfield.2' });
  const lines = [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }];
  expect(await erp.orders.change({ number, lines }, { key: 'k' })).toMatchObject({ status: 'changed' });
  expect(await erp.orders.cancel({ number, reason: 'b' }, { key: 'k' })).toMatchObject({ status: 'cancelled' });
  await erp.inventory.availability({ items: ['AX-100'] });
  await erp.customers.find({ by: 'number', value: 'C-1' });
  await erp.items.find({ by: 'sku', value: 'AX-100' });
  for await (const page of erp.shipments.list()) expect(page.ok).toBe(true);
  for await (const page of erp.invoices.list()) expect(page.ok).toBe(true);
  expect(requests.length).toBeGreaterThan(15);
  expect(unlistedUses(requests, uses, [/\/token$/])).toEqual([]);
  const used = new Set(requests.map(({ method, path }) => `${method} ${/\/(\w+)(?:\(|\?|$)/.exec(path)?.[1]}`));
  const listed = Object.keys(uses.operations).map((name) => name.replace('/', ''));
  expect(listed.filter((name) => !used.has(name))).toEqual([]);
});
