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

  /** Submits an order of two lines where the answer to its PUT, or what is sent, is changed on the way. */
  async function submitted(change: {
    readonly sent?: (body: Record<string, unknown>) => void;
    readonly answer?: (record: Record<string, unknown>) => void;
  }) {
    const { fake } = world();
    const fetch: Fetch = async (url, init) => {
      if (init.method !== 'PUT') return await fake.handle(new Request(url, init));
      const body = JSON.parse(String(init.body));
      change.sent?.(body);
      const answer = await fake.handle(new Request(url, { ...init, body: JSON.stringify(body) }));
      const record = Object(await answer.json());
      change.answer?.(record);
      return Response.json(record);
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    const two = { ...order, lines: order.lines.flatMap((line) => [line, { ...line, lineId: '2' }]) };
    return { fake, erp, two, outcome: await erp.orders.submit(two, call) };
  }

  it('edge 2: that has a number is never rejected: with a warning and a value that cannot be read it is looked up', async () => {
    const { fake, outcome } = await submitted({
      answer: (record) => {
        record['Details'] = [{ UnitPrice: { value: 1, error: 'The price is below cost.' } }];
      },
    });
    expect([outcome, fake.orders()]).toMatchObject([{ status: 'accepted', order: { number: '000001' } }, 1]);
  });

  it('edge 2: whose reference was not kept is unknown, and its number is told', async () => {
    const { outcome } = await submitted({
      answer: (record) => {
        record['ExternalRef'] = { value: null, error: 'It was changed by a rule.' };
      },
    });
    expect(outcome).toMatchObject({
      status: 'unknown',
      failure: { class: 'contract-drift', message: expect.stringMatching(/order 000001 was made.*changed by a rule/) },
    });
  });

  it('edge 2: of which one line is not saved is accepted without that line, now and when it is asked again', async () => {
    const { erp, two, outcome } = await submitted({
      sent: (body) => {
        body['Details'] = (body['Details'] as unknown[]).slice(0, 1);
      },
    });
    const lines = [
      { lineId: '1', status: 'accepted' },
      { lineId: '2', item: 'AX-100', quantity: { value: '24', unit: 'C62' }, status: 'rejected', reason: 'not-taken' },
    ];
    expect(outcome).toMatchObject({ status: 'accepted', order: { lines } });
    expect(await erp.orders.submit(two, call)).toMatchObject({ status: 'duplicate', order: { lines } });
  });

  it.each([
    ['of which one is not saved is unknown: nobody can tell which', 1, 'unknown'],
    ['that are all saved is accepted', 2, 'accepted'],
  ])('edge 5: with lines whose ids Acumatica does not keep, %s', async (_, saved, status) => {
    const { outcome } = await submitted({
      sent: (body) => {
        const lines = (body['Details'] as Record<string, unknown>[]).slice(0, saved);
        body['Details'] = lines.map(({ ExternalRef, ...line }) => line);
      },
    });
    expect(outcome).toMatchObject({ status });
  });

  it('is found among others whose references differ in case only, and so is not made again', async () => {
    const { fake, stored } = await made();
    for (const ExternalRef of ['Northfield.4711', 'NORTHFIELD.4711'])
      fake.state.orders.unshift({ ...stored, ExternalRef });
    // SQL Server finds them all.
    const fetch: Fetch = async (url, init) => {
      const alike = new URL(url);
      if (alike.searchParams.has('$filter')) alike.searchParams.set('$filter', "OrderType eq 'SO'");
      return await fake.handle(new Request(alike, init));
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'duplicate' });
    fake.state.orders.unshift({ ...stored, ExternalRef: 'OTHER' });
    expect(await erp.orders.find(call.externalReference)).toMatchObject({ failure: { class: 'contract-drift' } });
    fake.state.orders.shift();
    fake.state.orders.unshift(...Array.from({ length: 500 }, () => ({ ...stored, ExternalRef: 'Northfield.4711' })));
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
    expect(fake.orders()).toBe(503);
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
