import { memoryJournal } from '@dist/orchestration/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTowerDatabase, type TowerDatabase } from '../src/database/open-tower-database.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { atRisk } from '../src/queries/at-risk.ts';
import { findOrders } from '../src/queries/find-orders.ts';
import { listOrders } from '../src/queries/list-orders.ts';
import { listWork } from '../src/queries/list-work.ts';
import { now } from '../src/queries/now.ts';
import { sampleHouse } from './sample-orders.ts';

let database: TowerDatabase;

/** Six orders: four go on, one is refused by an ERP that is out of order, one is held; a seventh comes a day later. */
beforeAll(async () => {
  const journal = memoryJournal();
  const house = sampleHouse(journal);
  for (const number of ['00471', '472', '473', '474']) await house.order('northfield', number);
  await house.order('harborline', '475-refused');
  await house.order('harborline', '476');
  await house.tell('harborline/476', {
    type: 'hold.placed',
    hold: 'credit/2',
    reason: 'over the limit',
    class: 'credit',
  });
  await house.pass(0);
  for (let hours = 0; hours < 30; hours++) await house.pass(60);
  await house.order('northfield', '477');
  database = await openTowerDatabase({ file: ':memory:' });
  while ((await readChanges(journal, database)).more);
});

afterAll(() => database.destroy());

describe('an order is found by any of its numbers', () => {
  it.each([
    ['its purchase order number', '472', [['northfield/472', 'purchaseOrder']]],
    ['it without its leading zeros', '471', [['northfield/00471', 'purchaseOrder']]],
    ['the number that the ERP gave it, in small letters', 'so-473', [['northfield/473', 'erpOrder']]],
    ['its id', 'harborline/476', [['harborline/476', 'id']]],
    [
      'the beginning of a number',
      'SO-47',
      [
        ['northfield/472', 'erpOrder'],
        ['northfield/473', 'erpOrder'],
        ['northfield/474', 'erpOrder'],
      ],
    ],
    ['a control number', '000000001', 4],
    ['nothing', '  ', []],
    ['a number that no order has', '999', []],
    ['signs that a database might take for its own', "%' OR 1=1 --", []],
  ])('%s', async (_, number, expected) => {
    const found = await findOrders(database, number);
    if (typeof expected === 'number')
      return expect(found.filter(({ kind }) => kind === 'controlNumber').length).toBe(expected);
    expect(found.map(({ id, kind }) => [id, kind])).toEqual(expected);
  });
});

describe('lists come in pages that together are the whole', () => {
  it('of orders, the newest first', async () => {
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const { rows, next } = await listOrders(database, { limit: 2, after });
      ids.push(...rows.map(({ id }) => id));
      if (next === undefined) break;
      after = next;
    }
    expect(ids[0]).toBe('northfield/477');
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
  });

  it('of orders of one partner in one phase', async () => {
    const { rows } = await listOrders(database, { partner: 'harborline', phase: 'held' });
    expect(rows.map(({ id }) => id)).toEqual(['harborline/476']);
  });

  it('of work for a person, by cause and owner', async () => {
    const all = await listWork(database, {});
    expect(all.rows.map(({ number, kind, cause }) => [number, kind, cause])).toEqual([
      ['476', 'hold', 'credit'],
      ['475-refused', 'parked', 'system'],
    ]);
    const first = await listWork(database, { limit: 1 });
    const second = await listWork(database, { limit: 1, after: first.next });
    expect([first, second].flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(['476', '475-refused']);
    expect((await listWork(database, { cause: 'credit', owner: all.rows[0]?.owner })).rows).toHaveLength(1);
    expect((await listWork(database, { cause: 'credit', owner: 'somebody else' })).rows).toHaveLength(0);
  });

  it('a place that is none begins at the beginning', async () => {
    for (const after of ['%', '[1,2]', '"x"', 'x'.repeat(9000)])
      expect((await listOrders(database, { after })).rows).toHaveLength(7);
  });
});

describe('how things stand', () => {
  it('is counted once, with what was missed today', async () => {
    const view = await now(database, '2026-03-02T08:00:00.000Z', '2026-03-03T14:00:00.000Z');
    const orders = view.phases.reduce((sum, phase) => sum + phase.orders, 0);
    expect(orders).toBe(7);
    expect(view.phases).toContainEqual({ phase: 'held', orders: 1 });
    expect(view.work).toEqual([
      { cause: 'credit', owner: expect.any(String), items: 1 },
      { cause: 'system', owner: expect.any(String), items: 1 },
    ]);
    expect(view.attempts.find((one) => one.class === 'system')?.attempts).toBeGreaterThan(1);
    expect(view.breaches.missed).toBeGreaterThan(0);
    // The seventh order waits for its enrichment.
    expect(view.lanes).toEqual([{ lane: 'local', waiting: 1, oldest: '2026-03-03T14:00:00.000Z' }]);
  });

  it('what is at risk in the next four hours is what falls due in them', async () => {
    const before = '2026-03-04T11:00:00.000Z';
    const rows = await atRisk(database, before);
    expect(rows.map(({ order, timer }) => [order, timer])).toEqual([['northfield/477', '855']]);
    expect((await now(database, before, before)).atRisk.deadlines).toBe(1);
    expect(await atRisk(database, '2026-03-04T09:00:00.000Z')).toEqual([]);
  });
});
