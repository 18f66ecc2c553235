import { defaultPolicy, lines, orderId, phase } from '@dist/orchestration';
import {
  type Finding,
  type Observed,
  type ObservedRecord,
  orderReferences,
  reconcile,
} from '@dist/orchestration/reconcile';
import { createRuntime, type Journal, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { accepted, captured, enriched, order } from '../sample.ts';
import { left, name, seen } from './report-case.ts';

const at = '2026-03-02T09:00:00.000Z';
const mark = 'reconcile/erp';
const idOf = (number: string): string => orderId('northfield', { number });

/** A journal with some orders that an ERP has accepted as `SO-<number>`, counted, and a run over what an ERP shows. */
async function setting(numbers: readonly string[] = ['PO-1']) {
  const store = memoryJournal();
  const counts = { loads: 0 };
  const journal: Journal = {
    ...store,
    load: (id) => {
      counts.loads++;
      return store.load(id);
    },
  };
  const options = { journal, policy: defaultPolicy, performers: outside().performers, worker: 'w', cache: 0 };
  let now = at;
  const runtime = createRuntime({ ...options, clock: () => now });
  for (const number of numbers) {
    const of = order(undefined, { number });
    const story: StoryEvent[] = [captured(of), enriched(of), { ...accepted(), number: `SO-${number}` } as StoryEvent];
    await runtime.dispatch({ id: idOf(number), events: given(story, { id: idOf(number) }).events });
  }
  counts.loads = 0;
  const findings: Finding[] = [];
  const windows: string[][] = [];
  const run = (
    records: readonly ObservedRecord[],
    more: { instant?: string; observed?: Partial<Observed>; sweep?: boolean } = {},
  ) => {
    now = more.instant ?? at;
    const observed: Observed = {
      name: 'erp',
      async *since(...window) {
        windows.push(window);
        yield records;
      },
      ...more.observed,
    };
    const locate = async ({ number = '' }: ObservedRecord) =>
      numbers.includes(number.slice(3)) ? idOf(number.slice(3)) : undefined;
    const report = (some: readonly Finding[]): void => void findings.push(...some);
    const { sweep = false } = more;
    return reconcile({ runtime, journal, policy: defaultPolicy, observed, locate, clock: () => now, report, sweep });
  };
  const state = async (number = 'PO-1') => (await loadOrder(store, idOf(number), defaultPolicy))?.state;
  return { journal, runtime, counts, findings, windows, run, state };
}

const shipment = left('S1', '24', { number: 'SO-PO-1' });

describe('a run of reconciliation', () => {
  it('R28 looks from the last watermark on, with the overlap of the policy', async () => {
    const { run, windows, journal } = await setting();
    await run([]);
    await run([], { instant: '2026-03-02T10:00:00.000Z' });
    expect(windows).toEqual([
      ['1970-01-01T00:00:00.000Z', at],
      ['2026-03-02T08:45:00.000Z', '2026-03-02T10:00:00.000Z'],
    ]);
    expect(JSON.parse((await journal.mark(mark)) ?? '')).toEqual({ watermark: '2026-03-02T10:00:00.000Z', runs: 2 });
  });

  it('R28 leaves the watermark where it is when the system fails in the middle', async () => {
    const { run, windows, state } = await setting();
    const broken: Partial<Observed> = {
      async *since() {
        yield [shipment];
        throw new Error('the ERP is down');
      },
    };
    await expect(run([], { observed: broken })).rejects.toThrow('the ERP is down');
    expect(Object.keys((await state())?.facts ?? {})).toContain('shipment.posted/S1');
    const again = await run([shipment]);
    expect(windows).toEqual([['1970-01-01T00:00:00.000Z', at]]);
    expect([again.told, again.findings]).toEqual([0, { shippedWithout856: 1 }]);
  });

  it('R28 tells an order once, in as many runs as there are', async () => {
    const { run, state } = await setting();
    expect((await run([shipment, seen('24', { number: 'SO-PO-1' })])).told).toBe(1);
    const before = await state();
    expect((await run([shipment])).told).toBe(0);
    expect(await state()).toEqual(before);
    expect(lines(before ?? (await Promise.reject()))[0]?.shipped).toBe('24');
  });

  it('R28 costs what was observed, not what the journal holds', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `PO-${index + 1}`);
    const { run, counts } = await setting(numbers);
    const some = ['PO-3', 'PO-7'].map((number) => seen('24', { number: `SO-${number}` }));
    expect(await run(some)).toMatchObject({ records: 2, orders: 2, told: 0 });
    expect(counts.loads).toBe(2);
  });

  it('R28 makes nothing of an order that the journal does not have', async () => {
    const { run, journal, findings } = await setting();
    const known = { ...shipment, order: 'northfield/PO-77' };
    await run([seen('24', { number: 'SO-9' }), known]);
    expect(findings.map(({ kind, name: what }) => `${kind} ${what}`)).toEqual(['notInJournal SO-9', 'notInJournal S1']);
    const ids: string[] = [];
    for await (const one of journal.orders()) ids.push(one);
    expect(ids).toEqual([idOf('PO-1')]);
  });

  it('R28 stops when another run of the same system has begun, and commits nothing more', async () => {
    const { run, state } = await setting();
    const slow: Partial<Observed> = {
      async *since() {
        await run([]);
        yield [shipment];
      },
    };
    expect((await run([], { observed: slow })).status).toBe('superseded');
    expect(Object.keys((await state())?.facts ?? {})).not.toContain('shipment.posted/S1');
  });

  it('R28 decides anew when the order has moved on while it was compared', async () => {
    const { run, journal, runtime, state } = await setting();
    const { append } = journal;
    const record = seen('20', { number: 'SO-PO-1' });
    // Another worker hears of the same edit, in words of its own, between the look and the commit.
    const told = { type: 'line.shortClosed', partId: '1', closing: 'k1', reason: 'no stock' } as const;
    const four = [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }];
    const other = createRuntime({
      journal: { ...journal },
      policy: defaultPolicy,
      performers: outside().performers,
      worker: 'o',
      clock: () => at,
    });
    let first = true;
    journal.append = async (batch) => {
      if ((batch.streams ?? []).length > 0 && first) {
        first = false;
        await other.dispatch({ id: idOf('PO-1'), events: [{ ...told, lines: four, key: 'webhook', at, v: 2 }] });
      }
      return append(batch);
    };
    expect((await run([record])).told).toBe(0);
    expect(runtime).toBeDefined();
    expect(lines((await state()) ?? (await Promise.reject()))[0]?.cancelled).toBe('4');
  });

  it('R28 goes through the journal in a sweep, and asks for each order', async () => {
    const numbers = ['PO-1', 'PO-2'];
    const { run, findings, state } = await setting(numbers);
    const asked: (string | undefined)[] = [];
    const find: Observed['find'] = async (names) => {
      asked.push(...names.map(({ number }) => number));
      return [seen('24', { number: 'SO-PO-1', externalReference: 'northfield.PO-1' }), shipment];
    };
    const swept = await run([seen('24', { ...name, number: 'SO-9' })], { observed: { find }, sweep: true });
    expect(swept).toMatchObject({ status: 'done', orders: 2, told: 1 });
    expect(asked).toEqual(['SO-PO-1', 'SO-PO-2']);
    expect(findings.map(({ kind, name: what }) => `${kind} ${what}`)).toEqual([
      'notInJournal SO-9',
      'shippedWithout856 S1',
      'notInErp SO-PO-2',
    ]);
    expect(phase((await state()) ?? (await Promise.reject()))).toBe('shipped');
  });

  it('does not begin a sweep of a system that finds nothing', async () => {
    const { run } = await setting();
    await expect(run([], { sweep: true })).rejects.toThrow(RangeError);
  });

  it('R19 finds an order by the reference that its enrichment has made', async () => {
    const journal = memoryJournal();
    const { locate, remember } = orderReferences(journal);
    const performers = outside({ 'order.enrich': remember(outside().performers['order.enrich']) }).performers;
    const runtime = createRuntime({ journal, policy: defaultPolicy, performers, worker: 'w', clock: () => at });
    await runtime.dispatch({ id: idOf('PO-1'), events: given([captured()]).events });
    while ((await runtime.work()) > 0);
    expect(await locate({ ...shipment, externalReference: 'northfield.PO-1' })).toBe(idOf('PO-1'));
    expect(await locate({ ...shipment, externalReference: 'northfield.PO-2' })).toBeUndefined();
  });
});
