import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import {
  eventsWhenSettled,
  get,
  makeWorld,
  order,
  post,
  type Told,
  type World,
  withServers,
} from './counterparties-world.ts';

let world: World;
beforeEach(() => {
  world = makeWorld();
});
afterEach(() => world.remove());

const key = (value: string) => ({ 'idempotency-key': value });
const still = { step: 600_000 };

describe('an order comes in once', () => {
  it.each([
    ['the same key and content is a repeat', 'k1', order('R1'), 200],
    ['the same content under another key is a repeat', 'k2', order('R1'), 200],
    [
      'decimals that state the same number are the same content',
      'k1',
      order('R1', {}, ['A1', '12.0', 'EA', '2.5']),
      200,
    ],
    ['another content under its reference is a conflict', 'k2', order('R1', {}, ['A1', '13', 'EA', '2.50']), 409],
    ['its key with another reference is a conflict', 'k1', order('R2'), 409],
    ['another order is new', 'k2', order('R2'), 201],
  ])('%s', async (_, again, content, status) => {
    await withServers(world.settings(still), async ({ erp }) => {
      const first = await post(`${erp}/orders`, order('R1'), key('k1'));
      const second = await post(`${erp}/orders`, content, key(again));
      expect([first.status, first.body.number, second.status]).toEqual([201, 'SO-100001', status]);
      if (status === 200) expect(second.body).toEqual({ ...first.body, repeated: true });
      if (status === 409) expect(second.body.error.code).toBe('reference-conflict');
      const known = readLedger(world.settings().directory).orders;
      expect(known.map(({ externalReference, received }) => [externalReference, received])).toEqual(
        status === 201
          ? [
              ['R1', 1],
              ['R2', 1],
            ]
          : [['R1', 2]],
      );
    });
  });

  it('it is found by its reference and by its number', async () => {
    await withServers(world.settings(still), async ({ erp }) => {
      const { body } = await post(`${erp}/orders`, order('R/1 ä'), key('k'));
      const reference = encodeURIComponent('R/1 ä');
      expect(await get(`${erp}/orders?externalReference=${reference}`)).toEqual({
        status: 200,
        body: { orders: [body] },
      });
      expect(await get(`${erp}/orders/SO-100001`)).toEqual({ status: 200, body });
      expect((await get(`${erp}/orders?externalReference=R2`)).body).toEqual({ orders: [] });
      expect(await get(`${erp}/orders/SO-100002`)).toMatchObject({
        status: 404,
        body: { error: { code: 'not-found' } },
      });
    });
  });

  it('each second one is kept without an answer when it is asked to be silent, and the count outlives a restart', async () => {
    const submit = (erp: string, reference: string) =>
      post(`${erp}/orders`, order(reference), key(reference)).then(
        ({ status }) => status,
        () => 'silence',
      );
    const silent = world.settings({ ...still, silence: 2 });
    expect(await withServers(silent, ({ erp }) => submit(erp, 'R1'))).toBe(201);
    await withServers(silent, async ({ erp }) => {
      expect([await submit(erp, 'R2'), await submit(erp, 'R2'), await submit(erp, 'R3')]).toEqual([
        'silence',
        200,
        201,
      ]);
    });
    expect(readLedger(silent.directory).orders.map(({ received }) => received)).toEqual([1, 2, 1]);
  });
});

describe('the price of a line', () => {
  it.each([
    ['ours is accepted', ['A1', '1', 'EA', '2.50'], 'accepted'],
    ['none means ours', ['A1', '1', 'EA'], 'accepted'],
    ['one percent under ours is accepted', ['A1', '1', 'EA', '2.475'], 'accepted'],
    ['a hair more than one percent under ours is rejected', ['A1', '1', 'EA', '2.474999999999'], 'rejected'],
    ['over ours is accepted', ['A1', '1', 'EA', '3'], 'accepted'],
    ['one percent of a price with many digits is exact', ['C1', '1', 'FOT', '1.222155'], 'accepted'],
  ])('%s', async (_, line, status) => {
    await withServers(world.settings(still), async ({ erp }) => {
      const { body } = await post(`${erp}/orders`, order('R1', {}, line), key('k'));
      expect(body).toMatchObject({
        status: status === 'accepted' ? 'open' : 'rejected',
        lines: [{ line: '1', status }],
      });
      expect(body.lines[0]?.reason).toBe(status === 'rejected' ? 'price' : undefined);
    });
  });

  it('rejects its line only, and the others go on', async () => {
    const events = await withServers(world.settings(), async ({ erp }) => {
      const { body } = await post(
        `${erp}/orders`,
        order('R1', {}, ['A1', '1', 'EA', '1'], ['A1', '5', 'EA']),
        key('k'),
      );
      expect(body.lines.map((line) => line.status)).toEqual(['rejected', 'accepted']);
      return eventsWhenSettled(erp, 'R1');
    });
    expect(events[0]).toMatchObject({ type: 'allocated', lines: [{ line: '2', quantity: '5', unit: 'EA' }] });
  });
});

describe('bad input is refused and nothing is kept of it', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  it.each<[string, string, unknown, Record<string, string>, number]>([
    ['no JSON', '/orders', '{', key('k'), 422],
    ['no UTF-8', '/orders', new Uint8Array([0x22, 0xff, 0x22]), key('k'), 422],
    ['an empty body', '/orders', '', key('k'), 422],
    ['null', '/orders', 'null', key('k'), 422],
    ['a hundred thousand brackets', '/orders', deep, key('k'), 422],
    ['more than 1 MiB', '/orders', ' '.repeat(1024 * 1024 + 1), key('k'), 413],
    ['no key', '/orders', order('R1'), {}, 422],
    ['a key of 600 characters', '/orders', order('R1'), key('k'.repeat(600)), 422],
    ['an unknown member', '/orders', order('R1', { extra: 1 }), key('k'), 422],
    ['a member __proto__', '/orders', JSON.stringify(order('R1')).replace('{', '{"__proto__":{},'), key('k'), 422],
    ['an unknown customer', '/orders', order('R1', { customer: 'K9' }), key('k'), 422],
    ['a place of another customer', '/orders', order('R1', { customer: 'K2', shipTo: 'P2' }), key('k'), 422],
    ['a reference of 36 characters', '/orders', order('R'.repeat(36)), key('k'), 422],
    ['an unknown currency', '/orders', order('R1', { currency: 'XXX' }), key('k'), 422],
    ['no lines', '/orders', order('R1', { lines: [] }), key('k'), 422],
    ['an unknown item', '/orders', order('R1', {}, ['Z9', '1', 'EA']), key('k'), 422],
    ['a unit that the item is not counted in', '/orders', order('R1', {}, ['A1', '1', 'XCS']), key('k'), 422],
    ['no quantity', '/orders', order('R1', {}, ['A1', '0', 'EA']), key('k'), 422],
    ['less than nothing', '/orders', order('R1', {}, ['A1', '-1', 'EA']), key('k'), 422],
    ['a quantity that is no decimal', '/orders', order('R1', {}, ['A1', '1e3', 'EA']), key('k'), 422],
    ['a number of forty digits', '/orders', order('R1', {}, ['A1', '9'.repeat(40), 'EA']), key('k'), 422],
    ['a cancellation of nothing', '/orders/SO-1/cancel', { reason: 'x' }, key('k'), 404],
    ['a cancellation without reason', '/orders/SO-1/cancel', {}, key('k'), 422],
    ['another path', '/order', {}, {}, 404],
    ['a path that is no URL', '//', {}, {}, 404],
    ['another method', '/events', {}, {}, 405],
  ])('%s', async (_, path, body, headers, status) => {
    await withServers(world.settings(still), async ({ erp }) => {
      const answer = await post(`${erp}${path}`, body, headers);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
      expect(JSON.stringify(answer.body)).not.toMatch(/\.ts:|node:|\\n/);
      expect(readLedger(world.settings().directory).orders).toEqual([]);
    });
  });
});

it('a body is as deep as thirty-two brackets, those in texts aside', async () => {
  await withServers(world.settings(still), async ({ erp }) => {
    const messageFor = async (body: string) => (await post(`${erp}/orders`, body, key('k'))).body.error.message;
    expect(await messageFor('['.repeat(33) + ']'.repeat(33))).toContain('nested');
    expect(await messageFor('['.repeat(32) + ']'.repeat(32))).not.toContain('nested');
    expect(await messageFor(`["${'['.repeat(33)}\\"["]`)).not.toContain('nested');
  });
});

describe('the way of an order', () => {
  const live = async (content: object, ...references: string[]): Promise<Told[]> =>
    withServers(world.settings(), async ({ erp }) => {
      await post(`${erp}/orders`, content, key('k'));
      return eventsWhenSettled(erp, ...references);
    });

  it('what stock lacks is backordered and leaves in a second shipment', async () => {
    const events = await live(order('R1', {}, ['A1', '30', 'EA'], ['B1', '20', 'EA'], ['C1', '2.5', 'FOT']), 'R1');
    expect(events.map(({ sequence, type }) => [sequence, type])).toEqual(
      ['allocated', 'backordered', 'shipped', 'invoiced', 'allocated', 'shipped', 'invoiced'].map((type, at) => [
        at + 1,
        type,
      ]),
    );
    expect(events[1]?.['lines']).toEqual([
      { line: '2', quantity: '13', unit: 'EA' },
      { line: '3', quantity: '2.5', unit: 'FOT' },
    ]);
    const { orders, shipments, invoices } = readLedger(world.settings().directory);
    expect(orders[0]?.lines.map(({ quantity, shipped }) => [quantity, shipped])).toEqual([
      ['30', '30'],
      ['20', '20'],
      ['2.5', '2.5'],
    ]);
    expect(shipments.map(({ items }) => tally(items))).toEqual([
      { 1: 30, 2: 7 },
      { 2: 13, 3: 2.5 },
    ]);
    expect(invoices.map(({ shipments: ids }) => ids)).toEqual(shipments.map(({ id }) => [id]));
  });

  it('cartons hold what the item says, the remainders share one, and every unit has its own SSCC', async () => {
    await live(order('R1', {}, ['A1', '300', 'EA'], ['A1', '3', 'EA'], ['B1', '4', 'EA']), 'R1');
    const [shipment] = readLedger(world.settings().directory).shipments;
    const units = shipment?.units ?? [];
    expect(units.map(({ type }) => type).join(' ')).toBe(`pallet pallet ${'carton '.repeat(26).trim()}`);
    expect(new Set(units.map(({ sscc }) => sscc)).size).toBe(28);
    for (const { sscc } of units) expect([sscc, checksum(sscc) % 10]).toEqual([expect.stringMatching(/^\d{18}$/), 0]);
    expect(units.slice(2).map(({ parent }) => parent)).toEqual([...Array(24).fill('P1'), 'P2', 'P2']);
    expect(shipment?.items.filter(({ unitId }) => unitId === 'C26')).toMatchObject([
      { line: '2', item: 'A1', quantity: '3' },
      { line: '3', item: 'B1', quantity: '4' },
    ]);
  });

  it.each([
    ['amounts are exact and rounded once', 'P1', ['B1', '5', 'EA'], [['B1', '1.67']], '1.67'],
    ['the price of the order counts when it is accepted', 'P1', ['A1', '3', 'EA', '2.4999'], [['A1', '7.5']], '7.5'],
    [
      'a large amount loses nothing',
      'P1',
      ['A1', '99999', 'EA', '99999999.99'],
      [['A1', '9999899999000.01']],
      '9999899999000.01',
    ],
    ['freight is added where it is agreed', 'P2', ['A1', '1', 'EA'], [['A1', '2.5']], '21'],
  ])('%s', async (_, shipTo, line, nets, total) => {
    await live(order('R1', { shipTo }, line), 'R1');
    const [invoice] = readLedger(world.settings().directory).invoices;
    expect([invoice?.lines.map(({ item, net }) => [item, net]), invoice?.total]).toEqual([nets, total]);
    expect(invoice?.charges.map(({ kind, code }) => `${kind} ${code}`)).toEqual(shipTo === 'P2' ? ['charge D240'] : []);
  });

  it('freight is charged once for an order of two shipments', async () => {
    await live(order('R1', { shipTo: 'P2' }, ['B1', '9', 'EA']), 'R1');
    expect(readLedger(world.settings().directory).invoices.map(({ total }) => total)).toEqual(['20.83', '0.67']);
  });

  it('a shop order has paid when it is invoiced, and goes without pallets', async () => {
    const events = await live(order('R1', { customer: 'K2' }), 'R1');
    const { shipments, invoices } = readLedger(world.settings().directory);
    expect(events.at(-1)).toMatchObject({ type: 'paid', invoice: invoices[0]?.number, amount: '30' });
    expect([invoices[0]?.paid, shipments[0]?.carrier.mode]).toEqual([true, 'U']);
    expect(shipments[0]?.units).toMatchObject([{ type: 'carton' }]);
  });

  it('events are read in pages from where a reader stands', async () => {
    await withServers(world.settings(), async ({ erp }) => {
      await post(`${erp}/orders`, order('R1'), key('k'));
      const all = await eventsWhenSettled(erp, 'R1');
      const page = (await get(`${erp}/events?after=1&limit=1`)).body;
      expect(page).toEqual({ events: [all[1]], next: 2 });
      expect((await get(`${erp}/events?after=99`)).body).toEqual({ events: [], next: 99 });
      expect((await get(`${erp}/events?after=x`)).status).toBe(422);
    });
  });
});

function tally(items: readonly { line: string; quantity: string }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { line, quantity } of items) sums[line] = (sums[line] ?? 0) + Number(quantity);
  return sums;
}

/** GS1 by the book: odd places from the right weigh 1, even ones 3; a right number sums to tens. */
function checksum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
}
