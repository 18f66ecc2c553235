import type { Fetch } from '@dist/connectors';
import { acumatica } from '@dist/connectors/acumatica';
import { describe, expect, it } from 'vitest';
import { application, order } from './subject.ts';
import { baseUrl, call, made, pathsOf, world } from './world.ts';

describe('edge 3: an action', () => {
  it('that is in progress is asked for until it has ended', async () => {
    const { erp, sent, waited, stored } = await made({ looks: 3 });
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number: '000001',
      lines: [{ lineId: '1', quantity: { value: '24', unit: 'C62' } }],
    });
    expect([stored.Status, waited]).toEqual(['Canceled', [500, 1000, 2000]]);
    expect(pathsOf(sent).filter((path) => path.includes('/status/'))).toHaveLength(3);
  });

  it('that has ended at once has no place to ask, and that is no failure', async () => {
    const { erp, waited } = await made({ looks: 0 });
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
    });
    expect(waited).toEqual([]);
  });

  it('that does not end within our patience is unknown, and may be asked for again', async () => {
    const { erp, waited } = await made({ looks: 99 });
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: true },
    });
    expect(waited).toHaveLength(5);
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number: '000001',
      lines: [],
    });
  });

  it.each([
    ['another host', 'https://elsewhere.invalid/entity/Default/24.200.001/SalesOrder/CancelSalesOrder/status/1'],
    ['nowhere', undefined],
  ])('whose place leads to %s is unknown, and nothing is sent there', async (_, location) => {
    const { fake } = world();
    const hosts = new Set<string>();
    const fetch: Fetch = async (url, init) => {
      hosts.add(new URL(url).host);
      const headers: Record<string, string> = location === undefined ? {} : { location };
      if (url.endsWith('/CancelSalesOrder')) return new Response(null, { status: 202, headers });
      return await fake.handle(new Request(url, init));
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    await erp.orders.submit(order, call);
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'unknown',
    });
    expect([...hosts]).toEqual(['tenant.acumatica.invalid']);
  });

  it('whose status cannot be read for a moment is asked for again', async () => {
    const { fake } = world();
    let failures = 1;
    const fetch: Fetch = async (url, init) => {
      if (url.includes('/status/') && failures-- > 0) return new Response('', { status: 503 });
      return await fake.handle(new Request(url, init));
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch, wait: async () => undefined });
    await erp.orders.submit(order, call);
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
    });
  });

  it('whose status is asked of a node that does not know it is unknown, and is not said to be undone', async () => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) =>
      url.includes('/status/') ? new Response('', { status: 404 }) : await fake.handle(new Request(url, init));
    const erp = acumatica({ baseUrl, credentials: application, fetch, wait: async () => undefined });
    await erp.orders.submit(order, call);
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown' },
    });
    expect(fake.state.orders[0]?.Status).toBe('Canceled');
  });

  it('that the form does not allow is rejected with the form’s words', async () => {
    const { erp, stored } = await made();
    stored.Status = 'Shipping';
    expect(await erp.orders.cancel({ number: '000001', reason: 'b' }, { key: 'c' })).toMatchObject({
      status: 'rejected',
      reason: 'PXActionDisabledException',
      message: expect.stringContaining('The Cancel Order button is disabled.'),
    });
  });
});

describe('a cancellation', () => {
  const number = '000001';

  it('of an order of which something is on a shipment takes what is not, line by line', async () => {
    const { erp, sent, stored } = await made();
    if (stored.lines[0]) stored.lines[0].QtyOnShipments = 10;
    expect(await erp.orders.cancel({ number, reason: 'b' }, { key: 'c' })).toMatchObject({
      lines: [{ lineId: '1', quantity: { value: '14', unit: 'C62' } }],
    });
    expect([stored.lines[0]?.OrderQty, stored.Status]).toEqual([10, 'Open']);
    expect(pathsOf(sent)).not.toContain('POST /SalesOrder/CancelSalesOrder');
    expect(await erp.orders.cancel({ number, reason: 'b' }, { key: 'c' })).toMatchObject({ lines: [] });
  });

  it('of a line that is taken wholly deletes it; of all lines it is the order’s', async () => {
    const two = { ...order, lines: ['1', '2'].map((lineId) => ({ ...order.lines[0], ...order.lines[0], lineId })) };
    const { fake, erp } = world();
    await erp.orders.submit(two as typeof order, call);
    const lines = [{ lineId: '2', quantity: { value: '24', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number, reason: 'b', lines }, { key: 'c' })).toMatchObject({ lines });
    expect(fake.state.orders[0]?.lines.map(({ ExternalRef }) => ExternalRef)).toEqual(['1']);
    const rest = [{ lineId: '1', quantity: { value: '24', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number, reason: 'b', lines: rest }, { key: 'd' })).toMatchObject({ lines: rest });
    expect(fake.state.orders[0]?.Status).toBe('Canceled');
  });

  it('of a part whose answer is lost is not safe to replay: it would go down twice', async () => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) => {
      const answer = await fake.handle(new Request(url, init));
      if (init.method === 'PUT' && String(init.body).includes('"id"')) throw new TypeError('fetch failed');
      return answer;
    };
    const erp = acumatica({ baseUrl, credentials: application, fetch });
    await erp.orders.submit(order, call);
    const lines = [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number, reason: 'b', lines }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: false },
    });
  });

  it('in another unit is rejected', async () => {
    const { erp } = await made();
    const lines = [{ lineId: '1', quantity: { value: '2', unit: 'XCS' } }];
    expect(await erp.orders.cancel({ number, reason: 'b', lines }, { key: 'c' })).toMatchObject({ reason: 'unit' });
  });
});

describe('a change', () => {
  const number = '000001';

  it('of less than has left is rejected before anything is sent', async () => {
    const { erp, stored } = await made();
    if (stored.lines[0]) stored.lines[0].QtyOnShipments = 10;
    const lines = [{ lineId: '1', quantity: { value: '5', unit: 'C62' } }];
    expect(await erp.orders.change({ number, lines }, { key: 'c' })).toMatchObject({
      status: 'rejected',
      reason: 'shipped',
    });
    expect(stored.lines[0]?.OrderQty).toBe(24);
  });

  it('of an order that is gone makes no new one', async () => {
    const { fake, sent, erp } = await made();
    const lines = [{ lineId: '1', quantity: { value: '5', unit: 'C62' } }];
    await erp.orders.change({ number, lines }, { key: 'c' });
    expect(sent.find(({ headers }) => headers.get('if-match') === '*')).toBeDefined();
    expect(await erp.orders.change({ number: '999', lines }, { key: 'c' })).toMatchObject({
      failure: { class: 'not-found' },
    });
    expect(fake.orders()).toBe(1);
  });

  it.each([
    ['another unit', [{ lineId: '1', quantity: { value: '2', unit: 'XCS' } }], 'unit'],
    ['a line that is not there', [{ lineId: '9', quantity: { value: '2', unit: 'C62' } }], 'line-unknown'],
    ['too many digits', [{ lineId: '1', quantity: { value: '1.0000000000000000001', unit: 'C62' } }], 'quantity'],
  ])('with %s is rejected', async (_, lines, reason) => {
    const { erp, stored } = await made();
    expect(await erp.orders.change({ number, lines }, { key: 'c' })).toMatchObject({ status: 'rejected', reason });
    expect(stored.lines[0]?.OrderQty).toBe(24);
  });
});
