import { decodeInvoice, decodePackingSlip, dynamics365, unitTable } from '@dist/connectors/dynamics365';
import { fakeDynamics365 } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { order, settings } from './subject.ts';

const call = { key: 'k', externalReference: 'northfield.4711' };
const now = Date.UTC(2026, 2, 9, 8);
const from = { from: new Date(now).toISOString() };

/** A world at one instant, and the questions that were asked of it. */
function world(
  own: { readonly daysBack?: number; readonly pageSize?: number; readonly warehouseDataAreaId?: string } = {},
) {
  const fake = fakeDynamics365();
  const asked: URLSearchParams[] = [];
  const erp = dynamics365({
    ...settings,
    ...own,
    now: () => now,
    fetch: async (url, init) => {
      asked.push(new URL(url).searchParams);
      return await fake.handle(new Request(url, init));
    },
  });
  return { fake, asked, erp };
}

async function all<Item extends { readonly ok: boolean }>(pages: AsyncIterable<Item>): Promise<readonly Item[]> {
  const read: Item[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

describe('what people have shipped and invoiced at Dynamics 365', () => {
  it('is listed with the number of the order and the buyer’s line id, and the order is invoiced', async () => {
    const { fake, erp } = world({ daysBack: 0 });
    const made = await erp.orders.submit(order, call);
    if (made.status !== 'accepted') throw new Error(made.status);
    const { number } = made.order;
    fake.fulfil?.(now);
    expect(await erp.orders.status(number)).toMatchObject({ order: { phase: 'invoiced' } });
    expect(await all(erp.shipments.list(from))).toMatchObject([
      {
        items: [
          {
            shippedOn: '2026-03-09',
            carrier: { name: 'Road GROUND' },
            items: [{ orderNumber: number, lineId: '1', quantity: { value: '24', unit: 'C62' } }],
          },
        ],
      },
    ]);
    expect(await all(erp.invoices.list(from))).toMatchObject([
      {
        items: [
          {
            type: 'invoice',
            date: '2026-03-09',
            orderNumber: number,
            total: '78',
            lines: [{ lineId: '1', price: { amount: '3.25' }, net: '78' }],
          },
        ],
      },
    ]);
  });

  it('an order that is stopped is not shipped', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    for (const header of fake.state.headers) header['IsSalesProcessingStopped'] = 'Yes';
    fake.fulfil?.(now);
    expect(await erp.orders.find(call.externalReference)).toMatchObject({ order: { phase: 'onHold' } });
  });

  it('edge 17: an invoice that is posted with a day that has passed is found by the next reading', async () => {
    const { fake, erp } = world();
    const pages = await all(erp.invoices.list());
    const last = pages.at(-1);
    const [old] = fake.state.invoices;
    if (last?.ok !== true || old === undefined) throw new Error('no page');
    fake.state.invoices.push({ ...old, InvoiceNumber: 'CIV-LATE', InvoiceDate: '2026-02-03T12:00:00Z' });
    const [next] = await all(erp.invoices.list({ after: last.next }));
    expect(next).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ number: 'CIV-LATE' })]) });
  });

  it('edge 17: a day that has not come yet keeps nothing of today out', async () => {
    const { fake, erp } = world({ daysBack: 0 });
    const [one] = fake.state.invoices;
    fake.state.invoices.push({ ...one, InvoiceNumber: 'CIV-NEXT-YEAR', InvoiceDate: '2027-01-01T12:00:00Z' });
    const last = (await all(erp.invoices.list())).at(-1);
    fake.state.invoices.push({ ...one, InvoiceNumber: 'CIV-TODAY', InvoiceDate: '2026-03-09T12:00:00Z' });
    const [next] = await all(erp.invoices.list({ after: last?.ok === true ? last.next : '' }));
    expect(next).toMatchObject({ items: [{ number: 'CIV-TODAY' }, { number: 'CIV-NEXT-YEAR' }] });
  });

  it('whoever reads a page at a time comes to the end, however many documents one day has', async () => {
    const { fake, erp } = world({ pageSize: 2 });
    for (const invoice of fake.state.invoices) invoice['InvoiceDate'] = '2026-02-03T12:00:00Z';
    const seen = new Set<string>();
    let start: { readonly after: string } | undefined;
    for (let pages = 0; pages < 12; pages++) {
      const [page] = await firstOf(erp.invoices.list(start));
      if (page?.ok !== true) throw new Error('no page');
      for (const { number } of page.items) seen.add(number);
      start = { after: page.next };
    }
    expect([...seen].sort()).toEqual(fake.listed?.('invoices.list'));
  });

  it.each([
    ['are read where the answer says that they are', settings.baseUrl, true],
    ['are not fetched from another host', 'https://other.invalid', false],
  ])('lines that an answer has cut off %s', async (_, host, isRead) => {
    const fake = fakeDynamics365();
    const lines = 'ShipmentPackingSlipJournalLines';
    const erp = dynamics365({
      ...settings,
      fetch: async (url, init) => {
        const answer = await fake.handle(new Request(url, init));
        if (url.includes('/rest')) return Response.json({ value: fake.state.packingSlips[0]?.[lines] });
        if (!url.includes('/ShipmentPackingSlipJournalHeaders')) return answer;
        const { value } = (await answer.json()) as { readonly value: readonly object[] };
        const cut = value.map((slip) => ({ ...slip, [`${lines}@odata.nextLink`]: `${host}/data/rest?$skiptoken=1` }));
        return Response.json({ value: cut });
      },
    });
    const [page] = await all(erp.shipments.list());
    if (!isRead) return expect(page).toMatchObject({ ok: false, failure: { class: 'contract-drift' } });
    expect(page).toMatchObject({ items: Array(7).fill({ items: [{ lineId: '7' }, { lineId: '7' }] }) });
  });

  it('is read of the legal entity of the warehouses, where that is another one', async () => {
    const { fake, erp } = world({ warehouseDataAreaId: 'whs' });
    expect(await all(erp.shipments.list())).toEqual([]);
    for (const slip of fake.state.packingSlips) slip['dataAreaId'] = 'whs';
    const pages = await all(erp.shipments.list());
    expect(pages.flatMap((page) => (page.ok ? page.items : []))).toHaveLength(7);
  });
});

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  for await (const item of items) return [item];
  return [];
}

const [slip] = fakeDynamics365().state.packingSlips;
const [invoice] = fakeDynamics365().state.invoices;
const names = (order: string, item: string) => (order === 'SO-0001' && item === 'AX-100' ? '7' : undefined);

/** A record with other fields on its first line. */
function withLine(record: typeof slip, lines: string, change: object) {
  const [line] = (record?.[lines] ?? []) as readonly object[];
  return { ...record, [lines]: [{ ...line, ...change }] };
}

describe('a packing slip', () => {
  const lines = 'ShipmentPackingSlipJournalLines';

  it.each([
    ['the customer’s line number', { ConsigneeLineNumber: 12 }, '12'],
    ['the order’s line of the item, where there is none', { ConsigneeLineNumber: 0 }, '7'],
    [
      'a name of its own, where the order has not one line of the item',
      { ConsigneeLineNumber: 0, ItemNumber: 'B' },
      'consigner-1',
    ],
  ])('names a line by %s', (_, change, lineId) => {
    const decoded = decodePackingSlip(withLine(slip, lines, change), unitTable, names);
    expect(decoded).toMatchObject({ value: { items: [{ lineId }] } });
  });

  it('that another version has replaced does not belong into the list', () => {
    expect(decodePackingSlip({ ...slip, IsActive: 'No' }, unitTable, names)).toEqual({ ok: true, issues: [] });
  });

  it('without a day of delivery (1900) left on its own day', () => {
    const decoded = decodePackingSlip({ ...slip, DeliveryDate: '1900-01-01T12:00:00Z' }, unitTable, names);
    expect(decoded).toMatchObject({ value: { shippedOn: '2026-02-02' } });
  });
});

describe('an invoice', () => {
  it('with a negative total is a credit memo, with amounts that are positive', () => {
    const credit = { ...invoice, TotalInvoiceAmount: -84.24, TotalTaxAmount: -6.24 };
    const line = { InvoicedQuantity: -24, LineAmount: -78 };
    expect(decodeInvoice(withLine(credit, 'SalesInvoiceLinesV2', line), unitTable, names)).toMatchObject({
      value: {
        type: 'creditMemo',
        total: '84.24',
        lines: [{ quantity: { value: '24' }, net: '78' }],
        taxes: [{ amount: '6.24' }],
      },
    });
  });

  it('has charges and discounts of the whole as sums', () => {
    const change = { TotalChargeAmount: 5, TotalDiscountAmount: 2.5, TotalInvoiceAmount: 86.74 };
    expect(decodeInvoice({ ...invoice, ...change }, unitTable, names)).toMatchObject({
      value: {
        allowancesCharges: [
          { kind: 'charge', amount: '5' },
          { kind: 'allowance', amount: '2.5' },
        ],
      },
    });
  });

  it('R23: of which the parts do not make the total is not read', () => {
    expect(decodeInvoice({ ...invoice, TotalInvoiceAmount: 90 }, unitTable, names)).toMatchObject({ ok: false });
  });

  it('of no sales order (a free text invoice) does not belong into the list', () => {
    expect(decodeInvoice({ ...invoice, SalesOrderNumber: '' }, unitTable, names)).toEqual({ ok: true, issues: [] });
  });

  it.each([
    [
      'two lots of one line',
      { InvoicedQuantity: 2, LineAmount: 6.5 },
      '90.74',
      [{ quantity: { value: '26' }, net: '84.5' }],
    ],
    [
      'goods taken back',
      { InvoicedQuantity: -2, LineAmount: -6.5 },
      '77.74',
      [{ quantity: { value: '22' }, net: '71.5' }],
    ],
    [
      'one line in two units',
      { InvoicedQuantity: 2, LineAmount: 6.5, SalesUnitSymbol: 'box' },
      '90.74',
      [{ quantity: { value: '24' } }, { lineId: 'invoice-2', quantity: { value: '2', unit: 'XBX' } }],
    ],
  ])('of %s has each line once', (_, change, total, lines) => {
    const [line] = (invoice?.['SalesInvoiceLinesV2'] ?? []) as readonly object[];
    const both = [line, { ...line, LineCreationSequenceNumber: 2, ...change }];
    const json = { ...invoice, SalesInvoiceLinesV2: both, TotalInvoiceAmount: Number(total) };
    expect(decodeInvoice(json, unitTable, names)).toMatchObject({ value: { total, lines } });
  });

  it('names a line by itself where the order has not one line of its item', () => {
    expect(decodeInvoice(invoice, unitTable, () => undefined)).toMatchObject({
      value: { lines: [{ lineId: 'invoice-1' }] },
    });
  });
});

it('the days that a list goes back are a whole number', () => {
  expect(() => dynamics365({ ...settings, daysBack: 1.5 })).toThrow(TypeError);
});
