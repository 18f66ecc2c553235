import type { Fetch } from '@dist/connectors';
import { acumatica } from '@dist/connectors/acumatica';
import { describe, expect, it } from 'vitest';
import { application, order } from './subject.ts';
import { baseUrl, call, made, pathsOf, world } from './world.ts';

describe('an order at Acumatica', () => {
  it('edge 1: is looked for before it is made, since a PUT without keys makes one each time', async () => {
    const { fake, sent, erp } = world();
    await erp.orders.submit(order, call);
    expect(pathsOf(sent)).toEqual(['POST /identity/connect/token', 'GET /SalesOrder', 'PUT /SalesOrder']);
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'duplicate', order: { number: '000001' } });
    expect(fake.orders()).toBe(1);
  });

  it('R19: keeps the buyer’s number as it is and our reference in a field of its own', async () => {
    const { stored } = await made();
    expect(stored).toMatchObject({ CustomerOrder: 'PO-1', ExternalRef: 'northfield.4711', OrderType: 'SO' });
  });

  it('R19: the same purchase order of two partners is two orders', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, { key: 'a', externalReference: 'northfield.PO-1' });
    const second = await erp.orders.submit(order, { key: 'b', externalReference: 'maplegrove.PO-1' });
    expect([second.status, fake.orders()]).toEqual(['accepted', 2]);
  });

  it('R12: keeps its price, since Acumatica’s own would take its place', async () => {
    const { sent } = await made();
    expect(await sent.at(-1)?.json()).toMatchObject({
      Details: [{ UnitPrice: { value: 3.25 }, ManualPrice: { value: true } }],
    });
  });

  it('edge 5: has the buyer’s line ids, which are not 1 to n', async () => {
    const lines = order.lines.map((line) => ({ ...line, lineId: '007' }));
    expect(await world().erp.orders.submit({ ...order, lines }, call)).toMatchObject({
      order: { lines: [{ lineId: '007' }] },
    });
  });

  it.each([
    ['a unit that the table does not have', { quantity: { value: '1', unit: 'XBG' } }, 'value-unmappable'],
    ['more digits than a number of JSON keeps', { quantity: { value: '1.0000000000000000001', unit: 'C62' } }, ''],
  ])('edge 10: with %s is rejected before anything is sent', async (_, change, reason) => {
    const { sent, erp } = world();
    const lines = order.lines.map((line) => ({ ...line, ...change }));
    const outcome = await erp.orders.submit({ ...order, lines }, call);
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.stringContaining(reason) });
    expect(sent).toEqual([]);
  });

  it('that is refused is rejected with the place and text of each error', async () => {
    const lines = order.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO' }] }));
    expect(await world().erp.orders.submit({ ...order, lines }, call)).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining(
        "Please review the errors.; Details[0].InventoryID: 'Inventory ID' cannot be found in the system.",
      ),
    });
  });

  it('edge 2: that is not saved is rejected, though the answer is a success', async () => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) => {
      const answer = await fake.handle(new Request(url, init));
      if (init.method !== 'PUT') return answer;
      const record = Object(await answer.json());
      return Response.json({ ...record, error: 'The document is out of balance.', OrderNbr: { value: '<NEW>' } });
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'rejected',
      message: 'Acumatica: The document is out of balance.',
    });
  });

  it('edge 2: that is saved with an error beside a value is looked up, and told as it stands', async () => {
    const { fake } = world();
    const methods: string[] = [];
    const fetch: Fetch = async (url, init) => {
      methods.push(init.method ?? '');
      const answer = await fake.handle(new Request(url, init));
      if (init.method !== 'PUT') return answer;
      const record = Object(await answer.json());
      return Response.json({ ...record, ShipVia: { value: 'X', error: "'Ship Via' cannot be found." } });
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'accepted', order: { number: '000001' } });
    expect(methods).toEqual(['POST', 'GET', 'PUT', 'GET']);
  });

  it('is found by a reference with an apostrophe, and not by one that differs in case', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, { key: 'k', externalReference: "O'Neil.1" });
    expect(await erp.orders.find("O'Neil.1")).toMatchObject({ status: 'found' });
    // SQL Server finds it all the same.
    const fetch: Fetch = async (url, init) => fake.handle(new Request(url.replace('o%27%27neil', 'O%27%27Neil'), init));
    const other = acumatica({ baseUrl, credentials: application, fetch });
    expect(await other.orders.find("o'neil.1")).toEqual({ status: 'notFound' });
  });

  it('whose number has a slash is looked for, since a key in an address cannot have one', async () => {
    const { sent, erp } = world();
    expect(await erp.orders.status('2026/1')).toEqual({ status: 'notFound' });
    expect(sent.at(-1)?.url).toContain('%24filter=OrderType+eq+%27SO%27+and+OrderNbr+eq+%272026%2F1%27');
  });

  it('two under one reference are a conflict', async () => {
    const { erp, stored, fake } = await made();
    fake.state.orders.push({ ...stored, OrderNbr: '000002' });
    expect(await erp.orders.find('northfield.4711')).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict' },
    });
  });
});
