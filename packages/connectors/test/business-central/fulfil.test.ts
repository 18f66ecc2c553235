import { businessCentral } from '@dist/connectors/business-central';
import { fakeBusinessCentral } from '@dist/connectors/fakes';
import { expect, it } from 'vitest';
import { company, credentials, order } from './subject.ts';

const now = Date.UTC(2026, 2, 9, 8);

it('edge 4: an order is shipped and invoiced at once; it is gone then, and its shipment, its invoice and its state are found', async () => {
  const fake = fakeBusinessCentral();
  const fetch = async (url: string, init: RequestInit) => await fake.handle(new Request(url, init));
  const erp = businessCentral({ credentials, environment: 'Production', company, fetch });
  const made = await erp.orders.submit(order, { key: 'k', externalReference: 'northfield.4711' });
  if (made.status !== 'accepted') throw new Error(made.status);
  const { number } = made.order;
  fake.fulfil?.(now);
  expect(fake.orders()).toBe(0);
  expect(await erp.orders.status(number)).toMatchObject({
    order: { phase: 'invoiced', externalReference: 'NORTHFIELD.4711', lines: [{ lineId: '1' }] },
  });
  const from = { from: new Date(now).toISOString() };
  for await (const page of erp.shipments.list(from)) {
    expect(page).toMatchObject({
      items: [
        {
          shippedOn: '2026-03-09',
          items: [{ orderNumber: number, lineId: '1', quantity: { value: '24', unit: 'C62' } }],
        },
      ],
    });
  }
  for await (const page of erp.invoices.list(from)) {
    expect(page).toMatchObject({ items: [{ orderNumber: number, total: '78', lines: [{ lineId: '1', net: '78' }] }] });
  }
});
