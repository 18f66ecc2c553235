import type { LineQuantity } from '@dist/connectors';
import {
  fakeAcumatica,
  fakeBusinessCentral,
  fakeDynamics365,
  fakeNetsuite,
  fakeOracleFusion,
  fakeS4hana,
} from '@dist/connectors/fakes';
import { type Erp, erpPerformers } from '@dist/connectors/gateway';
import { netsuite } from '@dist/connectors/netsuite';
import type { ContractAdapter, Fake } from '@dist/connectors/testing';
import { defaultPolicy, type EffectOf } from '@dist/orchestration';
import { memoryJournal } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { application, subjectOf } from '../acumatica/subject.ts';
import { subject as businessCentral } from '../business-central/subject.ts';
import { subject as dynamics365 } from '../dynamics365/subject.ts';
import { subject as netsuiteSubject } from '../netsuite/subject.ts';
import { subject as oracleFusion } from '../oracle-fusion/subject.ts';
import { subject as s4hana } from '../s4hana/subject.ts';

/** NetSuite with a column for the buyer's line ids. */
const netsuiteWithLines: ContractAdapter = {
  ...netsuiteSubject,
  connect: (runtime) => {
    const credentials = {
      kind: 'token',
      consumerKey: 'ck',
      consumerSecret: 'cs',
      token: 'tk',
      tokenSecret: 'ts',
    } as const;
    return netsuite({ account: '1234567', credentials, units: { '1': 'C62' }, lineField: 'custcol_line', ...runtime });
  },
};

const erps: readonly (readonly [string, ContractAdapter, () => Fake, { readonly partly: boolean }])[] = [
  ['NetSuite', netsuiteWithLines, fakeNetsuite, { partly: true }],
  ['S/4HANA', s4hana, fakeS4hana, { partly: true }],
  ['Business Central', businessCentral, fakeBusinessCentral, { partly: true }],
  ['Dynamics 365', dynamics365, fakeDynamics365, { partly: true }],
  ['Acumatica', subjectOf(application), fakeAcumatica, { partly: false }],
  ['Oracle Fusion', oracleFusion, fakeOracleFusion, { partly: false }],
];

const effectOf = (number: string, lines?: readonly LineQuantity[]): EffectOf<'erp.cancel'> => ({
  key: 'northfield/4711/erp.cancel/c1/1',
  order: 'northfield/4711',
  partner: 'northfield',
  class: 'realTime',
  lane: 'erp:main',
  priority: 5,
  notBefore: '2026-11-02T09:00:00.000Z',
  attempt: 1,
  safety: 'idempotent',
  body: { type: 'erp.cancel', erp: 'main', partId: '1', externalReference: 'A.1', number, cancel: 'c1', lines },
});

const quiet = { timeout: () => new AbortController().signal, timeoutMs: 5000, now: Date.now, maximumBytes: 1_000_000 };
const isErp = (connector: object): connector is Erp => 'orders' in connector;

/** An ERP with an order of two lines of 24, whose next write fails in a way of its own. */
async function erpWithOrder(adapter: ContractAdapter, fake: Fake) {
  let fail: ((request: Request) => Promise<Response>) | undefined;
  let [writes, at] = [0, 0];
  const fetch = async (url: string, { signal: _, ...init }: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const isWrite = init.method !== 'GET' && !/suiteql|\$batch/.test(url);
    if (fail === undefined || !isWrite || ++writes < at) return fake.handle(request);
    const answer = fail;
    fail = undefined;
    return answer(request);
  };
  const connector: object = adapter.connect({ ...quiet, fetch });
  if (!isErp(connector)) throw new TypeError('no ERP');
  const { orders } = connector;
  const accepted = adapter.orders?.accepted;
  const [line] = accepted?.lines ?? [];
  if (accepted === undefined || line === undefined) throw new TypeError('no order');
  const order = { ...accepted, lines: [line, { ...line, lineId: '2' }] };
  const made = await orders.submit(order, { key: 'k', externalReference: 'A.1' });
  if (made.status !== 'accepted') throw new TypeError(JSON.stringify(made));
  const context = {
    signal: new AbortController().signal,
    attempt: 1,
    reclaimed: false,
    key: 'northfield/4711/erp.cancel/c1/1',
    journal: memoryJournal(),
    policy: defaultPolicy,
  };
  const performers = erpPerformers({ main: { orders } });
  return {
    orders,
    cancel: (lines?: readonly LineQuantity[]) => performers['erp.cancel'](effectOf(made.order.number, lines), context),
    failWrite: (nth: number, how: (request: Request) => Promise<Response>) => {
      [fail, writes, at] = [how, 0, nth];
    },
  };
}

const all = ['1', '2'].map((lineId) => ({ lineId, quantity: { value: '24', unit: 'C62' } }));
const five = ['1', '2'].map((lineId) => ({ lineId, quantity: { value: '5', unit: 'C62' } }));
const told = (lines: readonly LineQuantity[]) => ({
  events: [{ type: 'cancel.result', cancel: 'c1', partId: '1', lines }],
});

describe.each(erps)('R19 a cancellation in %s', (_, adapter, make, { partly }) => {
  it('whose answer is lost is told as what it was by the attempt after it', async () => {
    const fake = make();
    const erp = await erpWithOrder(adapter, fake);
    erp.failWrite(1, async (request) => {
      await fake.handle(request);
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    });
    const first = await erp.cancel();
    if (!('events' in first)) expect(first).toMatchObject({ failure: { class: 'transport' } });
    expect(await erp.cancel()).toEqual(told(all));
    expect(await erp.cancel()).toEqual(told(all));
  });

  it.runIf(partly)('that stops half way is ended, and not begun anew, by the attempt after it', async () => {
    const fake = make();
    const erp = await erpWithOrder(adapter, fake);
    erp.failWrite(2, async () => new Response('{}', { status: 429, headers: { 'retry-after': '1' } }));
    const first = await erp.cancel(five);
    if (!('events' in first)) expect(first).toMatchObject({ failure: { class: 'throttled', retryAfterSeconds: 1 } });
    expect(await erp.cancel(five)).toEqual(told(five));
    expect(await erp.cancel(five)).toEqual(told(five));
    const after = await erp.orders.find('A.1');
    expect(after.status === 'found' && after.order.lines.map(({ quantity }) => quantity.value)).toEqual(['19', '19']);
  });
});
