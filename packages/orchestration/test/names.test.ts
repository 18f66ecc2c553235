import { defaultPolicy, orderId, upcast } from '@dist/orchestration';
import { createRuntime, type Journal, type Outcome } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import type { StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';
import { outside } from './outside.ts';
import { events, id, setting } from './runtime-setting.ts';
import { captured, invoice, line, order, shipment } from './sample.ts';

const broken: readonly [string, string][] = [
  ['a NUL', 'a\0b'],
  ['half of a surrogate pair', 'a\ud83d'],
];
const at = '2026-03-02T08:00:00.000Z';

/** Where the event is wrong, when it comes from outside. */
function placeOf(event: object): string {
  const read = upcast({ key: 'k', at, v: 2, ...event });
  return 'code' in read ? `${read.code} ${read.path.join('.')}` : 'read';
}

describe.each(broken)('a name with %s is no name', (_, name) => {
  it.each<[string, object, string]>([
    ['a partner', { ...captured(), partner: name }, 'partner'],
    ['a key', { ...captured(), key: name }, 'key'],
    ['an order', captured(order(undefined, { number: name })), 'order.number'],
    ['a line', captured(order([line(name, 'AX-100', '24')])), 'order.lines.0.lineId'],
    ['a shipment', shipment(name, [['1', '24']]), 'shipment.shipmentId'],
    ['an invoice', invoice(name, [['1', '24']]), 'invoice.number'],
    ['a hold', { type: 'hold.placed', hold: name, reason: 'r' }, 'hold'],
  ])('of %s', (_kind, event, place) => {
    expect(placeOf(event)).toBe(`event-wrong ${place}`);
  });

  it('but what a person has written is taken as it is', () => {
    expect(placeOf({ type: 'hold.placed', hold: 'h', reason: name })).toBe('read');
  });
});

describe('the id of an order', () => {
  it('is another for each number, those with half of a surrogate pair too', () => {
    const numbers = ['\ud800', '\ud801', '\udfff', '\ufffd', '\0', '%ED%A0%80', '\ud800\udc00', 'a\ud800b', 'a\ufffdb'];
    const ids = numbers.map((number) => orderId('northfield', { number }));
    expect(new Set(ids).size).toBe(numbers.length);
    expect(ids[0]).toBe('northfield/%ED%A0%80');
    expect(ids.every((one) => /^[\x21-\x7e]+$/.test(one))).toBe(true);
  });
});

function onSqlite() {
  const handle = openDatabase(':memory:');
  return { handle, journal: sqliteJournal(handle) };
}

function runtimeOn(journal: Journal) {
  const { performers } = outside({});
  return createRuntime({ journal, policy: defaultPolicy, performers, clock: () => at, worker: 'w' });
}

describe('SQLite', () => {
  it.each(broken)('refuses what it cannot keep, and the worker goes on: %s', async (_, name) => {
    const { journal } = onSqlite();
    const runtime = runtimeOn(journal);
    const strange = events({ ...captured(), partner: name } as StoryEvent);
    await expect(runtime.dispatch({ id: 'p/1', events: [], decide: () => strange })).rejects.toThrow(
      `SQLite cannot keep the name`,
    );
    await runtime.dispatch({ id, events: events(captured()) });
    expect(await runtime.work()).toBe(1);
  });

  it('claims what an earlier release has let in once, and what comes after it', async () => {
    const { handle, journal } = onSqlite();
    const runtime = runtimeOn(journal);
    for (const number of ['PO-1', 'PO-2', 'PO-3'])
      await runtime.dispatch({ id: `p/${number}`, events: events(captured(order(undefined, { number }))) });
    handle.exec("UPDATE outbox SET partner = 'a' || char(0) || 'b' WHERE order_id = 'p/PO-1'");
    handle.exec("UPDATE outbox SET lane = 'erp:a' || char(0) || 'b' WHERE order_id = 'p/PO-2'");
    const request = { now: at, worker: 'w', limit: 100, lease: 60_000 };
    const limits = [{ lane: 'erp:a', paused: true }];
    const open = await journal.waiting({ ...request, limits });
    expect(open.map(({ key }) => key).sort()).toEqual(['p/PO-1/enrich', 'p/PO-3/enrich']);
    const claims = await journal.claim(request);
    expect(claims.map(({ effect }) => effect.order).sort()).toEqual(['p/PO-1', 'p/PO-2', 'p/PO-3']);
  });

  it('what a performer brings and it cannot keep is a failure of the attempt, which counts', async () => {
    let calls = 0;
    const performer = async (): Promise<Outcome> => {
      calls++;
      return { batch: { marks: [{ key: 'a\0b', expected: undefined, value: 'x' }] } };
    };
    const { journal } = onSqlite();
    const set = setting({ 'order.enrich': performer }, { journal });
    await set.runtime.dispatch({ id, events: events(captured()) });
    for (let round = 0; round < 12; round++) {
      await set.settle();
      set.later(700);
    }
    const state = await set.state();
    expect(calls).toBe(defaultPolicy.retry.maximumAttempts);
    expect(state?.effects[`${id}/enrich`]).toMatchObject({ status: 'parked', class: 'system' });
  });
});
