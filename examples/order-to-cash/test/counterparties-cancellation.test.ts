import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance } from '../src/counterparties/advance.ts';
import { openLedger } from '../src/counterparties/ledger.ts';
import { readMaster } from '../src/counterparties/master.ts';
import { orders } from '../src/counterparties/orders.ts';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import { onHand } from '../src/counterparties/stock.ts';
import { eventsWhenSettled, get, makeWorld, order, post, type World, withServers } from './counterparties-world.ts';

let world: World;
beforeEach(() => {
  world = makeWorld();
});
afterEach(() => world.remove());

const key = (value: string) => ({ 'idempotency-key': value });
const still = { step: 600_000 };

describe('a cancellation', () => {
  it('takes back all that has not left, once, and gives the stock back', async () => {
    const wanted = order('R1', {}, ['A1', '30', 'EA'], ['B1', '20', 'EA']);
    await withServers(world.settings(still), async ({ erp }) => {
      await post(`${erp}/orders`, wanted, key('k'));
      const cancel = () => post(`${erp}/orders/SO-100001/cancel`, { reason: 'no need' }, key('c'));
      const first = await cancel();
      expect(first.body.cancelled).toEqual([
        { line: '1', quantity: '30', unit: 'EA' },
        { line: '2', quantity: '20', unit: 'EA' },
      ]);
      expect(await cancel().then(({ body }) => body)).toEqual(first.body);
      const later = await post(`${erp}/orders/SO-100001/cancel`, { reason: 'no need' }, key('d'));
      expect([later.status, later.body.cancelled]).toEqual([200, []]);
      expect((await get(`${erp}/orders/SO-100001`)).body.status).toBe('cancelled');
    });
    const events = await withServers(world.settings(), async ({ erp }) => {
      await post(`${erp}/orders`, order('R2', {}, ['B1', '7', 'EA']), key('k2'));
      return eventsWhenSettled(erp, 'R2');
    });
    expect(events.map(({ type, externalReference }) => [externalReference, type])).toEqual(
      ['allocated', 'shipped', 'invoiced'].map((type) => ['R2', type]),
    );
  });

  it('comes too late for what has left', async () => {
    await withServers(world.settings(), async ({ erp }) => {
      await post(`${erp}/orders`, order('R1'), key('k'));
      await eventsWhenSettled(erp, 'R1');
      const { body } = await post(`${erp}/orders/SO-100001/cancel`, { reason: 'too late' }, key('c'));
      expect(body).toEqual({ number: 'SO-100001', cancelled: [] });
    });
  });

  it.each([
    ['before allocation everything', 0, [30, 20], 'cancelled', '7', []],
    ['after allocation everything', 1, [30, 20], 'cancelled', '7', []],
    ['after the first shipment what is backordered', 2, [undefined, 13], 'closed', '0', [30, 7]],
    ['after its invoice what is backordered', 3, [undefined, 13], 'closed', '0', [30, 7]],
    ['after the restock what has not left', 4, [undefined, 13], 'closed', '13', [30, 7]],
    ['after the second shipment nothing', 5, [], 'closed', '0', [30, 20]],
  ])('takes back %s', (_, steps, taken, status, stock, shipped) => {
    const { directory, master: path } = world.settings();
    const master = readMaster(path);
    const ledger = openLedger(directory, master.stock);
    const options = {
      ledger,
      master,
      now: () => '2026-03-02T08:00:00.000Z',
      step: 0,
      silence: 0,
      onNew: () => undefined,
    };
    const book = orders(options);
    book.accept(order('R1', {}, ['A1', '30', 'EA'], ['B1', '20', 'EA']), 'k');
    for (let count = 0; count < steps; count++) advance(options);
    const { body } = book.cancel('SO-100001', { reason: 'no need' }, 'c');
    const lines = taken.flatMap((quantity, index) =>
      quantity === undefined ? [] : [{ line: String(index + 1), quantity: String(quantity), unit: 'EA' }],
    );
    expect(body).toEqual({ number: 'SO-100001', cancelled: lines });
    while (advance(options));
    expect(onHand(ledger, 'B1')).toBe(stock);
    ledger.close();
    const { orders: known, shipments, invoices } = readLedger(directory);
    expect([known[0]?.status, invoices.length]).toEqual([status, shipments.length]);
    expect(known[0]?.lines.map((line) => Number(line.shipped)).filter((quantity) => quantity > 0)).toEqual(shipped);
  });
});
