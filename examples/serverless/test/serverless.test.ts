import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrderEvent } from '@dist/orchestration';
import { type Journal, loadOrder, memoryJournal, type OutboxEffect, type Performer } from '@dist/orchestration/runtime';
import { afterAll, describe, expect, it } from 'vitest';
import { demonstrate } from '../src/demonstrate.ts';
import { handleRequest } from '../src/handle-request.ts';
import type { House } from '../src/house.ts';
import { madeUpHouse, type Outside } from '../src/made-up-house.ts';
import { openJournal } from '../src/open-journal.ts';
import { performDue } from '../src/perform-due.ts';
import { sampleEvent } from '../src/sample-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'dist-serverless-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const path = '/orders/northfield%2F4711/events';
let invocations = 0;

interface Setting {
  readonly house: House;
  readonly journal: Journal;
  readonly outside: Outside;
  post(body?: unknown, more?: { path?: string; method?: string }): Promise<Response>;
  later(seconds: number): void;
  events(): Promise<readonly OrderEvent[]>;
}

function setting(change: (journal: Journal) => Partial<Journal> = () => ({}), more: Partial<House> = {}): Setting {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const inner = memoryJournal();
  const journal = { ...inner, ...change(inner) };
  const outside: Outside = { erpOrders: new Map(), mailbox: [] };
  const house = { ...madeUpHouse(journal, () => new Date(now).toISOString(), outside), ...more };
  return {
    house,
    journal: inner,
    outside,
    post: (body = sampleEvent('4711'), { path: where = path, method = 'POST' } = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const request = new Request(`https://orders.example${where}`, { method, body: method === 'GET' ? null : text });
      return handleRequest(request, house, `request-${invocations++}`);
    },
    later: (seconds) => {
      now += seconds * 1000;
    },
    events: async () => {
      const all: OrderEvent[] = [];
      for await (const event of inner.events('northfield/4711')) all.push(event);
      return all;
    },
  };
}

const statuses = (responses: readonly Response[]) => responses.map(({ status }) => status);

describe('a request', () => {
  it('R01 is answered by 202 after the commit: event and exact bytes are in the journal', async () => {
    const { post, journal, events } = setting();
    const body = `${JSON.stringify(sampleEvent('4711'))}\r\n`;
    expect((await post(body)).status).toBe(202);
    expect((await events()).map(({ type }) => type)).toEqual(['order.captured']);
    const stored = await journal.document('received/northfield/4711/in/4711');
    expect(new TextDecoder().decode(stored?.bytes)).toBe(body);
  });

  it('R01 is answered by 503 when nothing was committed, and may come again', async () => {
    let isAway = true;
    const { post, events } = setting((journal) => ({
      append: async (batch) => (isAway ? Promise.reject(new Error('no connection')) : journal.append(batch)),
    }));
    const response = await post();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await events()).toEqual([]);
    isAway = false;
    expect((await post()).status).toBe(202);
    expect((await events()).length).toBe(1);
  });

  it('R01 whose answer was lost after the commit is one event when it comes again', async () => {
    let isLost = true;
    const set = setting((journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        if (isLost) throw new Error('the connection broke');
        return result;
      },
    }));
    expect((await set.post()).status).toBe(503);
    isLost = false;
    set.later(60);
    expect((await set.post()).status).toBe(202);
    expect((await set.events()).length).toBe(1);
  });

  it('R03 that comes twice is one event and one order, one after the other and at once', async () => {
    const set = setting();
    expect(statuses(await Promise.all([set.post(), set.post(), set.post()]))).toEqual([202, 202, 202]);
    set.later(3600);
    expect((await set.post()).status).toBe(202);
    expect((await set.events()).length).toBe(1);
    await performDue(set.house, { name: 'schedule', signal: never });
    expect([...set.outside.erpOrders.values()]).toEqual([1]);
    expect((await loadOrder(set.journal, 'northfield/4711', set.house.policy))?.state.conflicts).toEqual({});
  });

  it('R03 with the key of another one is refused', async () => {
    const { post, events } = setting();
    await post();
    expect((await post({ ...sampleEvent('4711'), note: 'other bytes' })).status).toBe(409);
    expect((await events()).length).toBe(1);
  });

  it('is answered by 503 and Retry-After while too much waits, and taken when that is done', async () => {
    const set = setting(undefined, { mostWaiting: 0 });
    expect((await set.post()).status).toBe(202);
    const response = await set.post(sampleEvent('4712'), { path: '/orders/northfield%2F4712/events' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    await performDue(set.house, { name: 'schedule', signal: never });
    expect((await set.post(sampleEvent('4712'), { path: '/orders/northfield%2F4712/events' })).status).toBe(202);
  });

  it.each([
    ['of no JSON', 422, 'not JSON', {}],
    ['of a list', 422, [], {}],
    ['without a key', 422, { ...sampleEvent('4711'), key: '' }, {}],
    ['of an unknown type', 422, { ...sampleEvent('4711'), type: 'order.shipped' }, {}],
    ['with a NUL in a name', 422, { ...sampleEvent('4711'), key: 'a\0b' }, {}],
    ['of a wrong order', 422, { ...sampleEvent('4711'), order: {} }, {}],
    ['of a wrong shipment', 422, { key: 's', type: 'shipment.posted', partId: '1', shipment: {} }, {}],
    ['for another order', 422, undefined, { path: '/orders/northfield%2F9/events' }],
    ['that is too long', 413, ' '.repeat(1_000_001), {}],
    ['by another method', 405, undefined, { method: 'GET' }],
    ['to another address', 404, undefined, { path: '/orders/1' }],
    ['to an address that is no text', 404, undefined, { path: '/orders/%E0%A4/events' }],
  ])('%s is answered by %d, and nothing is stored', async (_, status, body, more) => {
    const { post, journal } = setting();
    expect((await post(body, more)).status).toBe(status);
    expect(await journal.next()).toBeUndefined();
  });

  it('that is wrong is told what is wrong, and where', async () => {
    const response = await setting().post({ ...sampleEvent('4711'), order: { kind: 'order' } });
    const { issues } = (await response.json()) as { issues: readonly { path: readonly string[] }[] };
    expect(issues.map((issue) => issue.path)).toContainEqual(['lines']);
  });
});

describe('a scheduled invocation', () => {
  it('performs what is due and what comes of it', async () => {
    const set = setting();
    await set.post();
    expect(await performDue(set.house, { name: 'schedule', signal: never })).toEqual({ timers: 0, effects: 3 });
    expect(set.outside.mailbox).toEqual(['northfield/4711/855']);
    set.later(86_400);
    expect(await performDue(set.house, { name: 'schedule-2', signal: never })).toEqual({ timers: 1, effects: 0 });
  });

  it('begins nothing once its time is over; the next one goes on', async () => {
    const set = setting();
    await set.post();
    const { house, signal } = endingWith(set.house, 'erp.submit');
    expect((await performDue(house, { name: 'schedule', signal })).effects).toBe(2);
    expect(await performDue(house, { name: 'schedule-2', signal })).toEqual({ timers: 0, effects: 0 });
    expect(set.outside.mailbox).toEqual([]);
    expect((await performDue(house, { name: 'schedule-3', signal: never })).effects).toBe(1);
  });

  it('R19 that was killed leaves no order twice: its claim runs out, and the ERP is asked first', async () => {
    const set = setting();
    await set.post();
    const { house, signal } = endingWith(set.house, 'order.enrich');
    await performDue(house, { name: 's-1', signal });
    // The ERP has the order, and the invocation ends before it can say so.
    const [claim] = await set.journal.claim({ now: set.house.clock(), worker: 's-2', limit: 1, lease: 60_000 });
    expect(claim?.effect.key).toBe('northfield/4711/erp.submit/1');
    set.outside.erpOrders.set('northfield.4711', 1);
    expect((await performDue(set.house, { name: 's-3', signal: never })).effects).toBe(0);
    set.later(61);
    await performDue(set.house, { name: 's-4', signal: never });
    set.later(120);
    await performDue(set.house, { name: 's-5', signal: never });
    expect([...set.outside.erpOrders.values(), ...set.outside.mailbox]).toEqual([1, 'northfield/4711/855']);
  });

  it('may run beside others', async () => {
    const set = setting();
    const numbers = Array.from({ length: 12 }, (_, index) => `${index}`);
    for (const number of numbers)
      await set.post(sampleEvent(number), { path: `/orders/northfield%2F${number}/events` });
    const names = ['a', 'b', 'c'];
    const done = await Promise.all(names.map((name) => performDue(set.house, { name, signal: never })));
    expect(done.reduce((sum, { effects }) => sum + effects, 0)).toBe(36);
    expect([...set.outside.erpOrders.values()]).toEqual(numbers.map(() => 1));
  });
});

describe('npm start', () => {
  it('plays one order on a SQLite file, opened anew by each invocation', async () => {
    const lines: string[] = [];
    const open = async () => openJournal(join(folder, 'orders.sqlite'));
    await demonstrate({ open, clock: () => '2026-03-02T08:00:00.000Z', print: (line) => lines.push(line) });
    expect(lines).toEqual([
      'POST /orders/northfield%2F4711/events  202',
      'POST /orders/northfield%2F4711/events  202',
      'scheduled: 3 effects, 0 timers',
      'the ERP has 1 order, the partner northfield/4711/855',
      expect.stringContaining('Order northfield/4711 is fulfilling'),
    ]);
  });
});

/** A house, and a signal that aborts while an effect of that type is performed. */
function endingWith(house: House, type: 'order.enrich' | 'erp.submit'): { house: House; signal: AbortSignal } {
  const time = new AbortController();
  const performer = house.performers[type] as Performer<OutboxEffect>;
  const ending: Performer<OutboxEffect> = (effect, context) => {
    time.abort();
    return performer(effect, context);
  };
  return { house: { ...house, performers: { ...house.performers, [type]: ending } }, signal: time.signal };
}
