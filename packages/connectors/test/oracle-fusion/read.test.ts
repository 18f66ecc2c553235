import { fakeOracleFusion } from '@dist/connectors/fakes';
import { oracleFusion } from '@dist/connectors/oracle-fusion';
import { describe, expect, it } from 'vitest';
import { absent, differences } from '../descriptions/descriptions.ts';
import { recordingFetch } from '../descriptions/recording-fetch.ts';
import { order, settings } from './subject.ts';
import { call, made, pieces, world } from './world.ts';

const clock = Date.UTC(2026, 10, 2, 9);

/** All items of a list, and what could not be read. */
async function all<Item>(
  pages: AsyncIterable<{
    readonly ok: boolean;
    readonly items?: readonly Item[];
    readonly unreadable?: readonly unknown[];
  }>,
) {
  const [items, unreadable]: [Item[], unknown[]] = [[], []];
  for await (const page of pages) {
    expect(page.ok).toBe(true);
    items.push(...(page.items ?? []));
    unreadable.push(...(page.unreadable ?? []));
  }
  return { items, unreadable };
}

describe('what Oracle Fusion tells', () => {
  it('edge 11: stock is what can be reserved, by organization, in the unit of the item', async () => {
    const { erp, sent } = world();
    expect(await erp.inventory.availability({ items: ['AX-100', 'NO'] })).toMatchObject({
      status: 'found',
      missing: ['NO'],
      availability: {
        items: [
          { location: { value: 'M1' }, quantities: [{ type: 'salable', quantity: { value: '100.5', unit: 'EA' } }] },
          { location: { value: 'M2' }, quantities: [{ type: 'salable', quantity: { value: '0', unit: 'EA' } }] },
        ],
      },
    });
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { OrganizationCode: 'M1', ItemNumber: 'AX-100' },
      { OrganizationCode: 'M2', ItemNumber: 'AX-100' },
    ]);
  });

  it('stock of the organizations that are named only', async () => {
    const { erp, sent } = world();
    await erp.inventory.availability({ items: ['AX-100'], locations: ['M2'] });
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('before 24D what can be transacted', async () => {
    const { erp } = world({
      answer: ({ path }) => (path.endsWith('Details') ? Response.json({ AvailableToTransact: 7 }) : undefined),
    });
    expect(await erp.inventory.availability({ items: ['AX-100'], locations: ['M1'] })).toMatchObject({
      availability: { items: [{ quantities: [{ quantity: { value: '7' } }] }] },
    });
  });

  it('R28: shipments and invoices of an order, with its number and the buyer’s line id', async () => {
    const { erp, fake, number } = await made();
    fake.fulfil?.(clock);
    const start = { from: '2026-11-01T00:00:00Z' };
    const { items: shipments } = await all(erp.shipments.list(start));
    expect(shipments).toMatchObject([
      {
        shippedOn: '2026-11-02',
        items: [{ orderNumber: number, lineId: '1', quantity: { value: '24', unit: 'C62' } }],
      },
    ]);
    const { items: invoices } = await all(erp.invoices.list(start));
    expect(invoices).toMatchObject([
      {
        orderNumber: number,
        total: '78',
        currency: 'USD',
        lines: [{ lineId: '1', net: '78', price: { amount: '3.25' } }],
      },
    ]);
    expect(await erp.orders.status(number)).toMatchObject({ order: { phase: 'invoiced' } });
  });

  it('R23: an invoice whose sums do not fit is told as unreadable, and its taxes count', async () => {
    const { erp, fake } = world();
    const [first, second] = fake.state.invoices;
    const taxed = { receivablesInvoiceLineTaxLines: { items: [{ TaxAmount: 1.3 }] } };
    Object.assign(first ?? {}, {
      fields: { ...first?.fields, EnteredAmount: 17.55 },
      lines: [{ ...first?.lines[0], ...taxed }],
    });
    Object.assign(second ?? {}, { fields: { ...second?.fields, EnteredAmount: 99 } });
    const { items, unreadable } = await all(erp.invoices.list());
    expect(items).toMatchObject([{ number: '5001', taxes: [{ amount: '1.3' }] }, { number: '5003' }]);
    expect(unreadable).toMatchObject([{ id: '5002' }]);
  });

  it('lines of a shipment that are packed beside those that are not', async () => {
    const { erp, fake } = world();
    const [shipment] = fake.state.shipments;
    const [line] = shipment?.lines ?? [];
    const packed = [{ LPNId: 77, lines: [{ ...line, SourceOrderLine: '2' }] }];
    Object.assign(shipment ?? {}, { packed });
    const { items } = await all(erp.shipments.list());
    expect(items[0]).toMatchObject({ items: [{ lineId: '1' }, { lineId: '2' }] });
  });

  it('freight and memo lines of an invoice as charges, which its total counts', async () => {
    const { erp, fake } = world();
    const [invoice] = fake.state.invoices;
    const freight = { LineNumber: 2, Description: 'Freight', Quantity: 1, UnitOfMeasure: 'Each', LineAmount: 12.5 };
    const fields = { ...invoice?.fields, EnteredAmount: 28.75 };
    Object.assign(invoice ?? {}, { fields, lines: [...(invoice?.lines ?? []), freight] });
    const { items } = await all(erp.invoices.list());
    expect(items[0]).toMatchObject({ lines: { length: 1 }, allowancesCharges: [{ code: 'D240', amount: '12.5' }] });
  });

  it('lines of a shipment beyond one page', async () => {
    const { erp, fake } = world();
    const [shipment] = fake.state.shipments;
    const [line] = shipment?.lines ?? [];
    Object.assign(shipment ?? {}, {
      lines: Array.from({ length: 1_200 }, (_, at) => ({ ...line, SourceOrderLine: String(at + 1) })),
    });
    const { items } = await all(erp.shipments.list());
    expect(items[0]).toMatchObject({ items: { length: 1_200 } });
  });

  it('a page that says there are more and has none ends with a failure', async () => {
    const { erp } = world({ answer: () => Response.json({ items: [], hasMore: true }) });
    expect(await erp.orders.find('x')).toMatchObject({ status: 'failed', failure: { class: 'contract-drift' } });
  });

  it.each([
    ['a party number', { by: 'number', value: 'C-1' }, 'found'],
    ['a name', { by: 'name', value: 'Northfield (sample)' }, 'found'],
    ['a name in other letters', { by: 'name', value: 'northfield (SAMPLE)' }, 'notFound'],
    ['a name that is no text of a condition', { by: 'name', value: 'a\'b"c' }, 'failed'],
  ] as const)('a customer by %s', async (_, key, status) => {
    expect(await world().erp.customers.find(key)).toMatchObject({ status });
  });

  it('an item, once, though two organizations have it', async () => {
    const { erp } = world();
    expect(await erp.items.find({ by: 'sku', value: 'AX-100' })).toEqual({
      status: 'found',
      value: {
        sku: 'AX-100',
        ids: [],
        description: 'Valve (sample)',
        baseUnit: 'EA',
        conversions: [],
        status: 'active',
      },
    });
    expect(await erp.items.find({ by: 'sku', value: 'NO' })).toEqual({ status: 'notFound' });
  });
});

const reason = absent('oracle-fusion');
/** Resources beside the order hub, of which only pages tell. */
const outside = [
  /\/(?:itemsV2|availableQuantityDetails|shipments|receivablesInvoices)(?:\/|$)/,
  /\/crmRestApi\//,
  /\/child\/lines/,
];

describe.skipIf(reason !== false)(`Oracle Fusion, by what is transcribed (${reason || 'at hand'})`, () => {
  it('sends operations of the order hub that there are', async () => {
    const fake = fakeOracleFusion();
    const answer = async (url: string, init: RequestInit) => await fake.handle(new Request(url, init));
    const recorder = recordingFetch('oracle-fusion', answer, outside);
    const erp = oracleFusion({ ...settings, fetch: recorder.fetch });
    const outcome = await erp.orders.submit(order, call);
    if (outcome.status !== 'accepted') throw new Error(outcome.status);
    const { number } = outcome.order;
    await erp.orders.change({ number, lines: [pieces('12')] }, { key: 'c' });
    await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'd' });
    expect(recorder.requests.length).toBeGreaterThan(5);
    expect(await differences(recorder)).toEqual([]);
  });
});
