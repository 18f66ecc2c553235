import type { OrderChange } from '@dist/canonical';
import { orderChange } from '@dist/canonical/testing';
import {
  type ChangeOutcome,
  type ErpEvent,
  type EventPage,
  failure,
  type Orders,
  type SubmitOutcome,
} from '@dist/connectors';
import { type Erps, erpPerformers, failureClasses, followErp, shopPerformers } from '@dist/connectors/gateway';
import { defaultPolicy, type EffectOf, errorClasses } from '@dist/orchestration';
import { type Dispatch, type Journal, memoryJournal, type Runtime } from '@dist/orchestration/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const key = 'northfield/4711/erp.submit/1';
const ordered = { value: '2', unit: 'XCS' };
const base = { value: '24', unit: 'C62' };
const submit: EffectOf<'erp.submit'> = {
  key,
  order: 'northfield/4711',
  partner: 'northfield',
  class: 'realTime',
  lane: 'erp:main',
  priority: 5,
  notBefore: '2026-11-02T09:00:00.000Z',
  attempt: 1,
  safety: 'lookupFirst',
  body: {
    type: 'erp.submit',
    erp: 'main',
    request: {
      part: {
        partId: '1',
        externalReference: 'northfield.4711',
        erp: 'main',
        customerNumber: 'C-1',
        shipToNumber: 'S-1',
        lines: [{ lineId: '1', quantity: ordered }],
      },
      lines: [{ lineId: '1', sku: 'AX-100', ids: [], description: 'Bolt', ordered, base, units: [], price: '39' }],
      order: {
        kind: 'order',
        version: '1',
        purpose: 'original',
        number: '4711',
        channel: 'edi',
        currency: 'USD',
        dates: { requestedShip: '2026-11-05' },
        parties: {},
        references: [],
        lines: [{ lineId: '1', ids: [], quantity: ordered }],
      },
    },
  },
};

const contextOf = (journal: Journal = memoryJournal()) => ({
  signal: new AbortController().signal,
  attempt: 1,
  reclaimed: false,
  key,
  journal,
  policy: defaultPolicy,
});

const accepted = (status: 'accepted' | 'rejected' = 'accepted') => ({
  number: 'SO-1',
  externalReference: 'northfield.4711',
  status: 'open',
  phase: 'open' as const,
  lines: [{ lineId: '1', item: 'AX-100', quantity: base, status, ...(status === 'rejected' && { reason: 'price' }) }],
});

const never = () => Promise.reject(new Error('is not asked'));
const orders = (changes: Partial<Orders>): Erps[string]['orders'] => ({
  submit: never,
  find: never,
  cancel: never,
  ...changes,
});

describe('submitting to an ERP', () => {
  it.each<[string, SubmitOutcome, object]>([
    [
      'an accepted order is a fact with its number',
      { status: 'accepted', order: accepted() },
      { events: [{ type: 'erp.accepted', partId: '1', erp: 'main', number: 'SO-1', rejected: [] }] },
    ],
    [
      'an order that was there already is the same fact',
      { status: 'duplicate', order: accepted() },
      { events: [{ type: 'erp.accepted', partId: '1', erp: 'main', number: 'SO-1', rejected: [] }] },
    ],
    [
      'an order none of whose lines is taken is rejected',
      { status: 'accepted', order: accepted('rejected') },
      { events: [{ type: 'erp.rejected', partId: '1', reason: 'price', message: 'main took no line' }] },
    ],
    [
      'a rejection is a fact with its reason',
      { status: 'rejected', reason: 'credit', message: 'over the limit' },
      { events: [{ type: 'erp.rejected', partId: '1', reason: 'credit', message: 'over the limit' }] },
    ],
    [
      'R12 a lost answer is in doubt',
      {
        status: 'unknown',
        probe: { externalReference: 'northfield.4711' },
        failure: failure('timeout-unknown', 'no answer'),
      },
      { failure: { class: 'inDoubt', code: 'timeout-unknown', message: 'no answer' } },
    ],
    [
      'an answer that will come later is looked up',
      { status: 'pending', poll: 'p' },
      { failure: { class: 'inDoubt', code: 'pending', message: 'main will decide later' } },
    ],
    [
      'a refusal to be asked so often is tried again later',
      { status: 'failed', failure: failure('rate-limited', 'slow down') },
      { failure: { class: 'throttled', code: 'rate-limited', message: 'slow down' } },
    ],
  ])('%s', async (_, outcome, expected) => {
    const performers = erpPerformers({ main: { orders: orders({ submit: async () => outcome }) } });
    expect(await performers['erp.submit'](submit, contextOf())).toEqual(expected);
  });

  it('R19 asks in base units and prices of one, under our reference and the key of the effect', async () => {
    const asked: unknown[] = [];
    const record: Orders['submit'] = async (order, call) => {
      asked.push(order, call.key, call.externalReference);
      return { status: 'accepted', order: accepted() };
    };
    await erpPerformers({ main: { orders: orders({ submit: record }) } })['erp.submit'](submit, contextOf());
    expect(asked).toMatchObject([
      {
        number: '4711',
        currency: 'USD',
        dates: { requestedShip: '2026-11-05' },
        parties: {
          buyer: { ids: [{ scheme: 'erp', value: 'C-1' }] },
          shipTo: { ids: [{ scheme: 'erp', value: 'S-1' }] },
        },
        references: [{ type: 'externalReference', value: 'northfield.4711' }],
        lines: [
          {
            lineId: '1',
            ids: [{ scheme: 'seller', value: 'AX-100' }],
            quantity: base,
            price: { amount: '3.25' },
          },
        ],
      },
      key,
      'northfield.4711',
    ]);
  });

  it('throws where the policy routes to an ERP that has no connector', () => {
    expect(() => erpPerformers({})['erp.submit'](submit, contextOf())).toThrow('which has no connector');
  });
});

describe('looking up and cancelling', () => {
  const find: EffectOf<'erp.find'> = {
    ...submit,
    safety: 'idempotent',
    body: { type: 'erp.find', erp: 'main', partId: '1', externalReference: 'northfield.4711', submit: key, attempt: 3 },
  };
  it.each([
    [
      'found',
      { status: 'found', order: accepted() },
      { events: [{ type: 'erp.accepted', partId: '1', erp: 'main', number: 'SO-1', rejected: [] }] },
    ],
    [
      'half made, which another submit completes',
      { status: 'found', order: { ...accepted(), isIncomplete: true } },
      { events: [{ type: 'erp.notFound', partId: '1', attempt: 3 }] },
    ],
    ['not there', { status: 'notFound' }, { events: [{ type: 'erp.notFound', partId: '1', attempt: 3 }] }],
  ] as const)('an order that is %s', async (_, outcome, expected) => {
    const performers = erpPerformers({ main: { orders: orders({ find: async () => outcome }) } });
    expect(await performers['erp.find'](find, contextOf())).toEqual(expected);
  });

  it('an order that has fewer lines than it was asked for, by ids of its own, waits for a person', async () => {
    const [line] = submit.body.request.lines;
    if (line === undefined) throw new TypeError('no line');
    const request = { ...submit.body.request, lines: [line, { ...line, lineId: '2' }] };
    const made = { ...accepted(), lines: accepted().lines.map((one) => ({ ...one, lineId: '10' })) };
    const erp = { orders: orders({ submit: async () => ({ status: 'accepted', order: made }) }) };
    const outcome = await erpPerformers({ main: erp })['erp.submit'](
      { ...submit, body: { ...submit.body, request } },
      contextOf(),
    );
    expect(outcome).toMatchObject({ failure: { class: 'configuration', code: 'lines-missing' } });
  });

  it.each([
    [
      'at once where the ERP has no queue',
      undefined,
      10,
      { events: [{ type: 'erp.notFound', partId: '1', attempt: 3 }] },
    ],
    [
      'not before its queue is over',
      480,
      10,
      { postponed: { until: '2026-11-02T09:08:00.000Z', reason: expect.stringContaining('may still do') } },
    ],
    ['when its queue is over', 480, 480, { events: [{ type: 'erp.notFound', partId: '1', attempt: 3 }] }],
  ] as const)('R19 that an order is not there is believed %s', async (_, landsWithinSeconds, after, expected) => {
    let now = Date.parse('2026-11-02T09:00:00.000Z');
    const lost = {
      status: 'unknown',
      probe: { externalReference: 'r' },
      failure: failure('timeout-unknown', 'no answer'),
    } as const;
    const erp = {
      policy: { retry: { landsWithinSeconds } },
      orders: orders({ submit: async () => lost, find: async () => ({ status: 'notFound' }) }),
    };
    const performers = erpPerformers({ main: erp }, () => now);
    const context = contextOf();
    expect(await performers['erp.submit'](submit, context)).toMatchObject({ failure: { class: 'inDoubt' } });
    now += after * 1000;
    expect(await performers['erp.find'](find, context)).toEqual(expected);
  });

  it.each([
    ['holds all that was asked for', {}, [['1', '24']], { type: 'erp.accepted', rejected: [] }],
    ['holds more', {}, [['1', '30']], { type: 'erp.accepted', rejected: [] }],
    [
      'holds less of a line',
      {},
      [['1', '20']],
      { type: 'erp.accepted', rejected: [{ lineId: '1', quantity: { value: '4', unit: 'C62' }, reason: 'not-taken' }] },
    ],
    ['counts in another unit', {}, [['1', '2', 'XCS']], { type: 'erp.accepted', rejected: [] }],
    ['tells line ids of its own', {}, [['10', '20']], { type: 'erp.accepted', rejected: [] }],
    ['tells no lines', {}, [], { type: 'erp.accepted', rejected: [] }],
    ['is cancelled', { phase: 'cancelled' }, [], { type: 'erp.rejected', reason: 'cancelled' }],
    [
      'is refused',
      { phase: 'rejected', status: 'Rejected' },
      [['1', '24']],
      { type: 'erp.rejected', reason: 'rejected' },
    ],
  ] as const)('an order that %s', async (_, changes, lines, expected) => {
    const order = {
      ...accepted(),
      ...changes,
      lines: lines.map(([lineId, value, unit = 'C62']) => {
        return { lineId, item: 'AX-100', quantity: { value, unit }, status: 'accepted' as const };
      }),
    };
    const submitted = async () => ({ status: 'accepted', order }) as const;
    const found = async () => ({ status: 'found', order }) as const;
    const performers = erpPerformers({ main: { orders: orders({ submit: submitted, find: found }) } });
    const context = contextOf();
    expect(await performers['erp.submit'](submit, context)).toMatchObject({ events: [expected] });
    expect(await performers['erp.find'](find, context)).toMatchObject({ events: [expected] });
  });

  it.each([
    ['may be sent again', 'timeout-unknown', true, { class: 'transport', retryAfterSeconds: 2 }],
    ['may be sent again when there is room', 'rate-limited', true, { class: 'throttled', retryAfterSeconds: 2 }],
    ['may have been done, and there was no room', 'rate-limited', false, { class: 'inDoubt' }],
    ['may have been done, and nobody is there', 'unavailable', false, { class: 'inDoubt' }],
    ['is to be mended first', 'config', false, { class: 'configuration' }],
  ] as const)('a submit that failed and %s', async (_, name, safeToReplay, expected) => {
    const failed = failure(name, 'no answer', { safeToReplay, retryAfterMs: 1500 });
    const performers = erpPerformers({
      main: { orders: orders({ submit: async () => ({ status: 'failed', failure: failed }) }) },
    });
    const { code, ...told } = {
      ...((await performers['erp.submit'](submit, contextOf())) as { failure: { code: string } }).failure,
    };
    expect(told).toEqual({ message: 'no answer', ...expected });
  });
});

const [content] = fc.sample(orderChange(), { numRuns: 1, seed: 1 }) as [OrderChange];

describe('changing', () => {
  const change: EffectOf<'erp.change'> = {
    ...submit,
    safety: 'idempotent',
    body: {
      type: 'erp.change',
      erp: 'main',
      partId: '1',
      externalReference: 'r',
      number: 'SO-1',
      change: 'c1',
      lines: [{ lineId: '1', quantity: { value: '12', unit: 'C62' } }],
      content,
    },
  };
  const told = { type: 'change.result', change: 'c1', partId: '1' };
  it.each<[string, ChangeOutcome, object]>([
    ['taken', { status: 'changed', order: accepted() }, { events: [{ ...told, accepted: true }] }],
    [
      'refused, with its reason',
      { status: 'rejected', reason: 'picked', message: 'it is picked' },
      { events: [{ ...told, accepted: false, reason: 'it is picked' }] },
    ],
    [
      'lost, which is asked for again: totals may come twice',
      { status: 'unknown', failure: failure('timeout-unknown', 'no answer', { safeToReplay: true }) },
      { failure: { class: 'transport', code: 'timeout-unknown', message: 'no answer' } },
    ],
  ])('a change is %s', async (_, outcome, expected) => {
    const asked: unknown[] = [];
    const record: Orders['change'] = async (revision) => {
      asked.push(revision);
      return outcome;
    };
    const performers = erpPerformers({ main: { orders: orders({ change: record }) } });
    expect(await performers['erp.change'](change, contextOf())).toEqual(expected);
    expect(asked).toEqual([{ number: 'SO-1', lines: change.body.lines }]);
  });

  it('an ERP that cannot change an order is a fault of the configuration', async () => {
    const performers = erpPerformers({ main: { orders: orders({}) } });
    expect(await performers['erp.change'](change, contextOf())).toMatchObject({ failure: { code: 'not-offered' } });
  });
});

describe('following an ERP', () => {
  const event = (cursor: string, externalReference = 'northfield.4711'): ErpEvent => ({
    type: 'allocated',
    cursor,
    at: '2026-11-02T09:00:00Z',
    order: 'SO-1',
    externalReference,
    lines: [{ lineId: '1', quantity: base }],
  });
  const eventsOf = (...pages: EventPage[]) => ({
    list: async function* (after = '0') {
      for (const page of pages) if (!page.ok || Number(page.next) > Number(after)) yield page;
    },
  });

  async function followed(...pages: EventPage[]) {
    const journal = memoryJournal();
    const performers = erpPerformers({
      main: { orders: orders({ submit: async () => ({ status: 'pending', poll: '' }) }) },
    });
    await performers['erp.submit'](submit, contextOf(journal));
    const told: Dispatch[] = [];
    const unmatched: ErpEvent[] = [];
    const runtime: Pick<Runtime, 'dispatch'> = {
      dispatch: async (dispatches, batch = {}) => {
        told.push(...([dispatches].flat() as Dispatch[]));
        return journal.append(batch);
      },
    };
    const options = {
      erp: 'main',
      events: eventsOf(...pages),
      journal,
      onUnmatched: (one: ErpEvent) => unmatched.push(one),
    };
    return {
      journal,
      told,
      unmatched,
      again: () => followErp(options, runtime),
      result: await followErp(options, runtime),
    };
  }

  it('R28 brings each event to the order it is of, once, and goes on from there', async () => {
    const page: EventPage = { ok: true, events: [event('1'), event('2')], next: '2' };
    const { told, again, journal, result } = await followed(page);
    expect(result).toEqual({ events: 2 });
    expect(told.map(({ id, events }) => [id, events[0]?.type, events[0]?.key])).toEqual([
      ['northfield/4711', 'line.allocated', 'erp/main/1'],
      ['northfield/4711', 'line.allocated', 'erp/main/2'],
    ]);
    expect(await again()).toEqual({ events: 0 });
    expect(await journal.mark('erp/main/cursor')).toBe('2');
  });

  it('goes on past what is not ours and what cannot be read, and says so', async () => {
    const unreadable: ErpEvent = { type: 'unreadable', cursor: '2', issues: [] };
    const { told, unmatched, result } = await followed({
      ok: true,
      events: [event('1', 'other'), unreadable, event('3')],
      next: '3',
    });
    expect([result.events, told.length, unmatched.length]).toEqual([3, 1, 2]);
  });

  it('stops at a page that fails, and keeps its place', async () => {
    const page: EventPage = { ok: true, events: [event('1')], next: '1' };
    const { result, journal } = await followed(page, { ok: false, failure: failure('unavailable', 'down') });
    expect([result.events, result.failure?.class, await journal.mark('erp/main/cursor')]).toEqual([
      1,
      'unavailable',
      '1',
    ]);
  });
});

describe('telling a shop', () => {
  it.each([
    ['published', { status: 'published', id: 'f1' }, { sent: { controlNumber: 'f1' } }],
    ['there already', { status: 'already', id: 'f1' }, { sent: { controlNumber: 'f1' } }],
    [
      'refused',
      { status: 'rejected', reason: 'r', message: 'm' },
      { failure: { class: 'partnerFormat', code: 'r', message: 'm' } },
    ],
    [
      'unknown',
      { status: 'unknown', failure: failure('timeout-unknown', 'm') },
      { failure: { class: 'transport', code: 'timeout-unknown', message: 'm' } },
    ],
  ] as const)('an invoice that is %s', async (_, outcome, expected) => {
    const performers = shopPerformers({ shipments: { publish: never }, invoices: { publish: async () => outcome } });
    const content = { number: 'I1' } as EffectOf<'shop.invoice'>['body']['content'];
    const body = { type: 'shop.invoice', partner: 'shop', shopOrderId: '1', content } as const;
    expect(await performers['shop.invoice']({ ...submit, safety: 'idempotent', body }, contextOf())).toEqual(expected);
  });
});

it('R31 every class of a connector has a class of the business, and that one an owner', () => {
  for (const business of Object.values(failureClasses)) expect(errorClasses[business].owner).toBeTruthy();
});
