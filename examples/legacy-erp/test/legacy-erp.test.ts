import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order } from '@dist/canonical';
import type { SubmitCall } from '@dist/connectors';
import { fileMailbox } from '@dist/connectors/node/files';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvTable } from '../src/csv.ts';
import { fixedWidth } from '../src/fixed-width.ts';
import { type LegacyErp, legacyErp } from '../src/legacy-erp.ts';
import { type MadeUpErp, madeUpErp } from '../src/made-up-erp.ts';
import { decodeOrder, encodeOrder } from '../src/order-file.ts';
import { sampleOrder } from '../src/sample-order.ts';

let root = '';
let now = '';
let theirs: MadeUpErp;
let erp: LegacyErp;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'legacy-erp-'));
  now = '2026-03-02T08:00:00Z';
  theirs = madeUpErp(root, ['AX-100', 'AX-200'], () => now);
  const folder = (name: string) => fileMailbox(join(root, name));
  erp = legacyErp({ orders: folder('orders'), imported: folder('imported'), exports: folder('exports') });
});

afterEach(() => rmSync(root, { recursive: true }));

const call: SubmitCall = { key: 'northfield/4711/submit/1', externalReference: 'northfield.4711' };

async function phase(): Promise<string> {
  const found = await erp.orders.find(call.externalReference);
  if (found.status === 'failed') return found.failure.class;
  return found.status === 'found' ? found.order.phase : found.status;
}

async function listed<Item>(pages: AsyncIterable<{ ok: true; items: readonly Item[]; next: string } | { ok: false }>) {
  for await (const page of pages) if (page.ok) return page;
  throw new Error('no page');
}

describe('an order', () => {
  it('goes as a file, is found at every moment, and comes back as shipment and invoice', async () => {
    expect(await phase()).toBe('notFound');
    expect(await erp.orders.submit(sampleOrder, call)).toEqual({ status: 'pending', poll: 'northfield.4711' });
    expect(await phase()).toBe('pending');
    theirs.importOrders();
    expect(readdirSync(join(root, 'orders'))).toEqual([]);
    expect(await phase()).toBe('pending');
    theirs.writeExports();
    expect(await phase()).toBe('open');
    now = '2026-03-03T08:00:00Z';
    theirs.ship('SO000001');
    theirs.writeExports();
    expect(await phase()).toBe('invoiced');

    const shipments = await listed(erp.shipments.list());
    expect(shipments.items).toHaveLength(1);
    expect(shipments.items[0]).toMatchObject({
      shipmentId: 'SH000001',
      shippedOn: '2026-03-03',
      carrier: { trackingNumber: 'PRO SO000001, "first"' },
      items: [
        { orderNumber: 'SO000001', lineId: '1', quantity: { value: '24', unit: 'EA' } },
        { orderNumber: 'SO000001', lineId: '2', quantity: { value: '2.5', unit: 'KGM' } },
      ],
    });
    const invoices = await listed(erp.invoices.list());
    expect(invoices.items[0]).toMatchObject({
      number: 'IN000001',
      total: '103',
      lines: [{ net: '78' }, { net: '25' }],
    });
  });

  it('R19 that is submitted again is not made twice, wherever its file is', async () => {
    for (const step of [() => undefined, theirs.importOrders, theirs.writeExports]) {
      await erp.orders.submit(sampleOrder, call);
      step();
    }
    expect(await erp.orders.submit(sampleOrder, call)).toMatchObject({
      status: 'duplicate',
      order: { number: 'SO000001' },
    });
    theirs.importOrders();
    theirs.writeExports();
    expect(readFileSync(join(root, 'exports/ORDERS.CSV'), 'latin1')).not.toContain('SO000002');
  });

  it('of which the ERP takes a part, or nothing, says so by line', async () => {
    const [first, second] = sampleOrder.lines;
    if (first === undefined || second === undefined) throw new Error('no lines');
    const lines = [first, { ...second, ids: [{ scheme: 'seller' as const, value: 'XX-1' }] }];
    await erp.orders.submit({ ...sampleOrder, lines }, call);
    theirs.importOrders();
    theirs.writeExports();
    expect(await erp.orders.find(call.externalReference)).toMatchObject({
      order: { phase: 'open', lines: [{ status: 'accepted' }, { status: 'rejected', reason: 'ITEM' }] },
    });
  });

  it.each<[string, (order: Order) => Order, string]>([
    ['a customer number that is too long', (order) => withBuyer(order, 'C-123456789'), 'customer: expected'],
    ['no number of the customer', (order) => ({ ...order, parties: {} }), 'customer: expected'],
    ['a purchase order number that ASCII does not have', (order) => ({ ...order, number: 'Größe' }), 'purchaseOrder'],
    ['a quantity with too many decimals', (order) => withQuantity(order, '1.0001'), 'quantity: expected'],
    ['a quantity that is too large', (order) => withQuantity(order, '1234567890'), 'quantity: expected'],
    ['a price for a dozen', (order) => withPrice(order, { amount: '39', per: '12' }), 'lines.0.price: expected'],
  ])('with %s is rejected, never cut', async (_, change, said) => {
    const outcome = await erp.orders.submit(change(sampleOrder), call);
    expect(outcome.status === 'rejected' && outcome.message).toContain(said);
    expect(readdirSync(join(root, 'orders'))).toEqual([]);
  });

  it('whose reference cannot name a file is rejected', async () => {
    const outcome = await erp.orders.submit(sampleOrder, { ...call, externalReference: '../../etc/passwd' });
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'reference' });
  });
});

describe('an export', () => {
  it.each<[string, (text: string) => string, string]>([
    ['that is still being written', (text) => text.slice(0, -30), 'unavailable'],
    ['with another header', (text) => text.replace('REFERENCE', 'REF'), 'contract-drift'],
    ['with a row that is too short', (text) => text.replace(',EA,', ','), 'contract-drift'],
    ['with a quantity that is none', (text) => text.replace(',24,', ',many,'), 'contract-drift'],
    ['with characters that are not ASCII', (text) => text.replace('AX-100', 'Ä'), 'contract-drift'],
  ])('%s is a failure, and never "not found"', async (_, change, expected) => {
    await erp.orders.submit(sampleOrder, call);
    theirs.importOrders();
    theirs.writeExports();
    const path = join(root, 'exports/ORDERS.CSV');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    expect(await phase()).toBe(expected);
    expect((await erp.orders.submit(sampleOrder, call)).status).toBe('failed');
  });

  it('goes on from where it was read, leaves none out, and tells of what cannot be read', async () => {
    for (const [at, number] of [
      ['01', '1'],
      ['02', '2'],
      ['02', '3'],
      ['03', '4'],
    ] as const) {
      now = `2026-03-${at}T08:00:00Z`;
      await erp.orders.submit(sampleOrder, { ...call, externalReference: `northfield.${number}` });
      theirs.importOrders();
      theirs.ship(`SO00000${number}`);
    }
    theirs.writeExports();
    const first = await listed(erp.invoices.list({ from: '2026-03-02T00:00:00Z' }));
    expect([first.items.map(({ number }) => number), first.next]).toEqual([
      ['IN000002', 'IN000003', 'IN000004'],
      '2026-03-03T08:00:00Z',
    ]);
    const path = join(root, 'exports/INVOICES.CSV');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('103.00', '104.00'));
    for await (const page of erp.invoices.list({ after: first.next })) {
      expect(page.ok && [page.items.length, page.unreadable.map(({ id }) => id)]).toEqual([0, ['IN000004']]);
    }
  });
});

describe('laws', () => {
  it('a record that is written is read as it was, or is refused', () => {
    const layout = fixedWidth([
      { name: 'word', length: 6, kind: 'text' },
      { name: 'count', length: 7, kind: { decimals: 2 } },
      { name: 'day', length: 8, kind: 'date' },
    ]);
    const values = fc.record(
      {
        word: fc.oneof(
          fc.constantFrom('a', 'a b', '0', 'abcdef'),
          fc.string({ unit: fc.constantFrom('a', ' ', '0', 'é', '\r'), maxLength: 8 }),
        ),
        count: fc.oneof(
          fc.integer({ min: 0, max: 99_999 }).map(String),
          fc.constantFrom('1.5', '0.01', '0', '0.001', '100000', '-1', 'x'),
        ),
        day: fc.constantFrom('2026-03-02', '20260302', ''),
      },
      { requiredKeys: [] },
    );
    let written = 0;
    fc.assert(
      fc.property(values, (made) => {
        const line = layout.write(made);
        if (!line.ok) return;
        written++;
        expect(line.value).toHaveLength(21);
        expect(layout.read(line.value)).toMatchObject({ ok: true, value: made });
      }),
      { numRuns: 500 },
    );
    // About a fifth fit: that few would mean that the law is hardly asked.
    expect(written).toBeGreaterThan(40);
  });

  it('a table that is written is read as it was', () => {
    const table = csvTable(['A', 'B']);
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.record({ A: text, B: text })), (rows) => {
        expect(table.read(table.write(rows))).toEqual({ ok: true, value: rows, issues: [] });
      }),
    );
  });

  it.each([
    ['a quote inside a field', 'A,B\r\na"b,c\r\n'],
    ['text after a quoted field', 'A,B\r\n"a"b,c\r\n'],
    ['a quote that is not closed', 'A,B\r\n"a,c\r\n'],
    ['a lone carriage return', 'A,B\r\na\rb,c\r\n'],
  ])('%s is refused', (_, text) => {
    expect(csvTable(['A', 'B']).read(text).ok).toBe(false);
  });

  it('an order file says what the order says', () => {
    const file = encodeOrder(sampleOrder, 'northfield.4711');
    expect(file.ok && decodeOrder(file.value)).toMatchObject({
      ok: true,
      value: {
        reference: 'northfield.4711',
        customer: 'C-1',
        purchaseOrder: '4711',
        requestedShip: '2026-03-09',
        lines: [
          { line: '1', item: 'AX-100', quantity: '24', unit: 'EA', price: '3.25' },
          { line: '2', item: 'AX-200', quantity: '2.5', unit: 'KG', price: '10' },
        ],
      },
    });
    const cut = file.ok ? file.value.slice(0, -40) : '';
    expect([decodeOrder(cut).ok, decodeOrder('').ok]).toEqual([false, false]);
  });
});

function withBuyer(order: Order, value: string): Order {
  return { ...order, parties: { ...order.parties, buyer: { ids: [{ scheme: 'erp', value }] } } };
}

function withQuantity(order: Order, value: string): Order {
  return { ...order, lines: order.lines.map((line) => ({ ...line, quantity: { ...line.quantity, value } })) };
}

function withPrice(order: Order, price: { readonly amount: string; readonly per: string }): Order {
  return { ...order, lines: order.lines.map((line) => ({ ...line, price })) };
}
