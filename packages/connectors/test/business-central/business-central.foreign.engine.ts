import { businessCentral } from '@dist/connectors/business-central';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForeignServer, foreignAbsent, startForeign } from '../foreign/start-foreign.ts';
import { company, credentials, order } from './subject.ts';

const reason = foreignAbsent('business-central');

describe.skipIf(reason !== false)(`Business Central, at a server of its description (${reason || 'Prism'})`, () => {
  let server: ForeignServer;
  /** Prism has no sign-in, and says after every page that there is more. */
  const erp = () =>
    businessCentral({
      credentials: { ...credentials, tenant: 'common' },
      environment: 'production',
      company,
      baseUrl: server.url,
      fetch: async (url, init) => {
        if (url.endsWith('/token')) return Response.json({ access_token: 'token-for-prism', expires_in: 60 });
        const answer = await fetch(url, init);
        const read = (name: string, value: unknown) => (name === '@odata.nextLink' ? undefined : value);
        sent.push({ method: init.method ?? 'GET', status: answer.status });
        const body: unknown = JSON.parse(await answer.text(), read);
        const isNone = findsNothing && init.method === 'GET';
        return Response.json(isNone ? { value: [] } : body, { status: answer.status });
      },
    });
  /** Prism gives its row whatever a filter asks for. */
  let findsNothing = false;
  const sent: { readonly method: string; readonly status: number }[] = [];
  beforeAll(async () => {
    server = await startForeign('business-central');
  });
  afterAll(() => server?.stop());

  it('takes an order: it is made, and under another reference than ours', async () => {
    sent.length = 0;
    findsNothing = true;
    const outcome = await erp().orders.submit(order, { key: 'k', externalReference: 'northfield.4711' });
    expect(sent.at(-1)).toEqual({ method: 'POST', status: 201 });
    // Prism answers with words of its own: what is not kept as it was sent is told.
    expect(outcome).toMatchObject({ status: 'unknown', failure: { class: 'contract-drift' } });
  });

  it('looks for an order, and takes none of another reference for it', async () => {
    findsNothing = false;
    const failed = { status: 'failed', failure: { class: 'contract-drift', safeToReplay: true } };
    expect(await erp().orders.find('northfield.4711')).toMatchObject(failed);
  });

  it('finds an order, whose state is a word that nobody knows', async () => {
    expect(await erp().orders.find('string')).toMatchObject({ order: { number: 'string', phase: 'unknown' } });
    expect(await erp().orders.status('string')).toMatchObject({ status: 'found' });
  });

  it('looks up customers, items, stock and its health', async () => {
    const { customers, items, inventory, health } = erp();
    expect(await customers.find({ by: 'number', value: 'string' })).toMatchObject({ status: 'found' });
    expect(await items.find({ by: 'sku', value: 'string' })).toMatchObject({ value: { sku: 'string' } });
    expect(await inventory.availability({ items: ['string'] })).toMatchObject({ status: 'found' });
    expect(await health.check()).toMatchObject({ status: 'well' });
  });

  it('lists shipments and invoices, and tells those that it cannot read: they have no lines', async () => {
    for (const pages of [erp().shipments.list(), erp().invoices.list()]) {
      const read = [];
      for await (const page of pages) read.push(page);
      expect(read).toMatchObject([{ ok: true, unreadable: [{ id: 'string' }] }]);
    }
  });
});
