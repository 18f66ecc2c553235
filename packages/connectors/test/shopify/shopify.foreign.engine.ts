import { shopify } from '@dist/connectors/shopify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForeignServer, foreignAbsent, startForeign } from '../foreign/start-foreign.ts';

const reason = foreignAbsent('shopify');

/** Every field is answered with the same value, and every document is checked by graphql-yoga against the schema. */
describe.skipIf(reason !== false)(`Shopify by graphql-yoga (${reason || 'with mocks'})`, () => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await startForeign('shopify');
  });
  afterAll(() => server?.stop());

  const open = () => shopify({ baseUrl: server.url, accessToken: 'shpat_secret', apiVersion: '2026-07' });
  const order = 'gid://shopify/Order/1';

  it('reads how an order stands', async () => {
    expect(await open().orders.status(order)).toMatchObject({ status: 'found', order: { number: order } });
    expect(await open().orders.find('anything')).toMatchObject({ status: 'found' });
  });

  it('lists orders, or tells which of them it cannot read', async () => {
    for await (const page of open().orders.list()) {
      expect(page.ok && page.items.length + page.unreadable.length).toBeGreaterThan(0);
      break;
    }
  });

  it('edits an order: the line of the edit is not one of the order', async () => {
    const lines = [{ lineId: 'gid://shopify/LineItem/1', quantity: { value: '7', unit: 'C62' } }];
    const outcome = await open().orders.change({ number: order, lines }, { key: 'k' });
    expect(['changed', 'rejected']).toContain(outcome.status);
  });

  it('looks up customers, items and its health', async () => {
    const { customers, items, health } = open();
    expect(await customers.find({ by: 'id', value: '1' })).toMatchObject({ status: 'found' });
    expect(await items.find({ by: 'id', value: '1' })).toMatchObject({ status: 'found' });
    // Its lists have one record twice.
    expect(await items.find({ by: 'sku', value: 'text' })).toMatchObject({ failure: { class: 'conflict' } });
    expect(await health.check()).toMatchObject({ status: 'well' });
  });
});
