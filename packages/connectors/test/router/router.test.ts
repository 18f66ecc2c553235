import { basic, failure } from '@dist/connectors';
import { fakeNetsuite, fakeS4hana } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import {
  memoryRouteDirectory,
  RoutePolicy,
  type RouterSettings,
  router,
  type ShadowReport,
} from '@dist/connectors/router';
import { s4hana } from '@dist/connectors/s4hana';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../src/router/difference.ts';
import { mergedPages } from '../../src/router/merged-pages.ts';
import { sampleOrder } from '../sample-order.ts';

const cutOver = '2026-03-02T00:00:00Z';
const policy: RoutePolicy = {
  version: '1',
  rules: [
    { service: 'orders', to: 's4hana', from: cutOver, customers: ['C-1'] },
    { service: 'orders', to: 'netsuite' },
    { service: 'inventory', to: 's4hana', warehouses: ['1710', '1720'] },
    { service: 'inventory', to: 'netsuite' },
    { service: 'shipments', to: 'netsuite' },
    { service: 'invoices', to: 'netsuite' },
  ],
};

const order = {
  ...sampleOrder,
  ext: { 'sap-s4': { salesOrganization: '1710', distributionChannel: '10', division: '00' } },
};

/** A company with an old ERP and a new one, both fakes, and a clock. */
function estate(change: Partial<RouterSettings> = {}) {
  const old = fakeNetsuite();
  const young = fakeS4hana();
  let time = Date.parse('2026-03-01T12:00:00Z');
  const systems = {
    netsuite: netsuite({
      account: '1234567',
      credentials: { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' },
      units: { '1': 'C62' },
      fetch: async (url, init) => await old.handle(new Request(url, init)),
    }),
    s4hana: s4hana({
      baseUrl: 'https://a.invalid',
      auth: basic('user', 'pass-1'),
      rejectionReason: '61',
      fetch: async (url, init) => await young.handle(new Request(url, init)),
    }),
  };
  const settings: RouterSettings = { systems, policy, directory: memoryRouteDirectory(), now: () => time, ...change };
  const at = (instant: string) => {
    time = Date.parse(instant);
  };
  return { old, young, erp: router(settings), settings, at };
}

const call = (externalReference: string) => ({ key: externalReference, externalReference });

describe('orders of two ERPs', () => {
  it('go to the one that the policy names on the day', async () => {
    const { old, young, erp, at } = estate();
    expect(await erp.orders.submit(order, call('r1'))).toMatchObject({
      status: 'accepted',
      order: { number: 'netsuite/501' },
    });
    at('2026-03-02T00:00:00Z');
    expect(await erp.orders.submit(order, call('r2'))).toMatchObject({
      status: 'accepted',
      order: { number: 's4hana/1000' },
    });
    const other = {
      ...order,
      parties: { ...order.parties, buyer: { ids: [{ scheme: 'erp' as const, value: 'C-2' }] } },
    };
    expect(await erp.orders.submit(other, call('r3'))).toMatchObject({ order: { number: 'netsuite/502' } });
    expect([old.orders(), young.orders()]).toEqual([2, 1]);
  });

  it('never move while they are in flight: a repeat after the cut-over goes where the first went', async () => {
    const { old, young, erp, at } = estate();
    await erp.orders.submit(order, call('r1'));
    at('2026-06-01T00:00:00Z');
    expect(await erp.orders.submit(order, call('r1'))).toMatchObject({
      status: 'duplicate',
      order: { number: 'netsuite/501' },
    });
    expect(await erp.orders.find('r1')).toMatchObject({ status: 'found', order: { number: 'netsuite/501' } });
    expect(await erp.orders.status('netsuite/501')).toMatchObject({ status: 'found' });
    expect(await erp.orders.cancel({ number: 'netsuite/501', reason: 'buyer' }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
      number: 'netsuite/501',
    });
    expect([old.orders(), young.orders()]).toEqual([1, 0]);
  });

  it('stay where they were tried first, though that answer was lost and the policy has moved on', async () => {
    const { young, erp, settings, at } = estate();
    const lost = {
      ...settings,
      systems: {
        ...settings.systems,
        netsuite: {
          ...settings.systems['netsuite'],
          orders: {
            ...settings.systems['netsuite']?.orders,
            submit: async () => ({
              status: 'unknown' as const,
              probe: { externalReference: 'r1' },
              failure: failure('timeout-unknown', 'no answer'),
            }),
          },
        },
      },
    } as RouterSettings;
    expect(await router(lost).orders.submit(order, call('r1'))).toMatchObject({ status: 'unknown' });
    at('2026-06-01T00:00:00Z');
    expect(await erp.orders.submit(order, call('r1'))).toMatchObject({ order: { number: 'netsuite/501' } });
    expect(young.orders()).toBe(0);
  });

  it('that nobody remembers are looked for in every ERP; one that fails is no "not found", two that have it are a conflict', async () => {
    const { erp, settings } = estate();
    expect(await erp.orders.find('nobody')).toEqual({ status: 'notFound' });
    await settings.systems['netsuite']?.orders.submit(order, call('r1'));
    expect(await erp.orders.find('r1')).toMatchObject({ order: { number: 'netsuite/501' } });
    await settings.systems['s4hana']?.orders.submit(order, call('r1'));
    expect(await erp.orders.find('r1')).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
  });

  it.each(['501', 'other/501', '', '/'])('of a number that names no ERP (%j) are not there', async (number) => {
    const { erp } = estate();
    expect(await erp.orders.status(number)).toEqual({ status: 'notFound' });
    expect(await erp.orders.cancel({ number, reason: 'x' }, { key: 'c' })).toMatchObject({ status: 'failed' });
    expect(await erp.orders.change({ number, lines: [] }, { key: 'c' })).toMatchObject({ status: 'failed' });
  });
});

describe('inventory of two ERPs', () => {
  it('is asked of the ERP of each place, and put together', async () => {
    const { erp } = estate();
    const found = await erp.inventory.availability({ items: ['AX-100', 'NO'], locations: ['1710', '2'] });
    const places = found.status === 'found' ? found.availability.items.map(({ location }) => location?.value) : [];
    expect(places).toEqual(['1710', '2']);
    expect(found).toMatchObject({ missing: ['NO'] });
  });

  it('of which one part failed has failed: a missing number is not none', async () => {
    const { settings } = estate();
    const down = async () => ({ status: 'failed' as const, failure: failure('unavailable', 'down') });
    const systems = {
      ...settings.systems,
      s4hana: { ...settings.systems['s4hana'], inventory: { availability: down } },
    };
    const erp = router({ ...settings, systems } as RouterSettings);
    expect(await erp.inventory.availability({ items: ['AX-100'], locations: ['1710', '2'] })).toMatchObject({
      status: 'failed',
    });
  });
});

describe('lists of two ERPs', () => {
  it('go on under one cursor, and give what each has', async () => {
    const { old, young, erp } = estate();
    const expected = [...(old.listed?.('shipments.list') ?? []), ...(young.listed?.('shipments.list') ?? [])];
    const seen: string[] = [];
    let after: string | undefined;
    for await (const page of erp.shipments.list()) {
      if (!page.ok) throw new Error(page.failure.message);
      seen.push(...page.items.map(({ shipmentId }) => shipmentId));
      after = page.next;
    }
    expect(seen).toEqual(expected);
    old.shift?.('shipments.list');
    const again: string[] = [];
    for await (const page of erp.shipments.list({ after: after ?? '' }))
      if (page.ok) again.push(...page.items.map(({ shipmentId }) => shipmentId));
    expect(again.some((id) => !expected.includes(id))).toBe(true);
    await expect(erp.invoices.list({ after: 'x' })[Symbol.asyncIterator]().next()).rejects.toThrow(RangeError);
  });
});

describe('a cursor of several lists', () => {
  const page = (item: string, next: string) => ({ ok: true as const, items: [item], unreadable: [], next });

  it('keeps where a list begins whose turn has not come', async () => {
    const asked: unknown[] = [];
    const list = async function* (system: string, start: unknown) {
      asked.push([system, start]);
      yield page(`${system}-1`, 'at 1');
    };
    const first = await mergedPages(['old', 'new'], list, { from: '2026-11-01T00:00:00Z' }).next();
    const page1 = first.value;
    if (!page1?.ok) throw new Error('no page');
    for await (const _ of mergedPages(['old', 'new'], list, { after: page1.next }));
    expect(asked).toEqual([
      ['old', { from: '2026-11-01T00:00:00Z' }],
      ['old', { after: 'at 1' }],
      ['new', { from: '2026-11-01T00:00:00Z' }],
    ]);
  });
});

describe('shadow mode', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('asks the other ERP too, tells where they differ, and answers what the first says', async () => {
    const reports: ShadowReport[] = [];
    const { erp } = estate({ shadow: { system: 's4hana', report: (report) => reports.push(report) } });
    const found = await erp.inventory.availability({ items: ['AX-100'] });
    expect(found).toMatchObject({ availability: { items: [{ location: { value: '2' } }] } });
    await settled();
    expect(reports).toMatchObject([{ service: 'inventory', primary: 'netsuite', shadow: 's4hana', subject: 'AX-100' }]);
    expect(reports[0]?.differences).toContainEqual({
      path: 'availability.items.0.location.value',
      primary: '2',
      shadow: '1710',
    });
  });

  it('is never waited for, and what happens to it changes nothing', async () => {
    const reports: ShadowReport[] = [];
    const { settings } = estate();
    const throws = () => Promise.reject(new Error('down'));
    const systems = {
      ...settings.systems,
      s4hana: { ...settings.systems['s4hana'], inventory: { availability: throws } },
    };
    const report = (one: ShadowReport) => {
      reports.push(one);
      throw new Error('the report is broken');
    };
    const erp = router({ ...settings, systems, shadow: { system: 's4hana', report } } as RouterSettings);
    expect(await erp.inventory.availability({ items: ['AX-100'] })).toMatchObject({ status: 'found' });
    const never = () => new Promise<never>(() => undefined);
    const silent = { ...systems, s4hana: { ...settings.systems['s4hana'], inventory: { availability: never } } };
    const waits = router({ ...settings, systems: silent, shadow: { system: 's4hana', report } } as RouterSettings);
    expect(await waits.inventory.availability({ items: ['AX-100'] })).toMatchObject({ status: 'found' });
    await settled();
    expect(reports[0]?.differences).toContainEqual({ path: 'reason', primary: undefined, shadow: 'Error: down' });
  });

  it('changes nothing in the other ERP: orders are submitted once', async () => {
    const { young, erp } = estate({ shadow: { system: 's4hana', report: () => undefined } });
    await erp.orders.submit(order, call('r1'));
    await settled();
    expect(young.orders()).toBe(0);
  });
});

describe('differences of two answers', () => {
  it('are none of an answer and itself', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => difference(value, structuredClone(value)).length === 0));
  });

  it('are the places of what is not the same', () => {
    const shadow = { a: [1, { b: 'y' }], d: null };
    expect(difference({ a: [1, { b: 'x' }], c: 2, d: {} }, shadow)).toEqual([
      { path: 'a.1.b', primary: 'x', shadow: 'y' },
      { path: 'c', primary: 2, shadow: undefined },
      { path: 'd', primary: {}, shadow: null },
    ]);
    expect(difference([], {})).toHaveLength(1);
  });
});

describe('a policy', () => {
  it.each([
    ['a service that there is not', { version: '1', rules: [{ service: 'returns', to: 'a' }] }],
    ['a field with a typing mistake', { version: '1', rules: [{ service: 'orders', to: 'a', fron: cutOver }] }],
    ['a day without a time', { version: '1', rules: [{ service: 'orders', to: 'a', from: '2026-03-02' }] }],
  ])('with %s is refused', (_, json) => {
    expect(RoutePolicy.safeParse(json).success).toBe(false);
  });

  it('that names a system that there is not, or has no rule that fits, is a mistake of the program', async () => {
    const wrong = { version: '2', rules: [{ service: 'orders' as const, to: 'nowhere' }] };
    expect(() => estate({ policy: wrong })).toThrow('there is no system nowhere');
    const { erp } = estate({ policy: { version: '3', rules: [] } });
    await expect(erp.orders.submit(order, call('r'))).rejects.toThrow('no rule for orders');
  });
});
