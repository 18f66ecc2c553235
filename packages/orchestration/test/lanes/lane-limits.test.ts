import { defaultPolicy, type LaneRule, type WorkRules } from '@dist/orchestration';
import {
  afterCall,
  type Breaker,
  breakerAt,
  closedBreaker,
  type LaneConditions,
  type LaneLimit,
  laneGuard,
  laneLimits,
  limitOf,
  memoryJournal,
  noSwitches,
  type PartnerState,
  readSwitches,
  type SwitchChange,
  setSwitch,
  switchHistory,
  takesOrders,
  writeSwitch,
} from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';

const peakShares = { realTime: 18, nearRealTime: 1, batch: 1 };
const even = { realTime: 1, nearRealTime: 1, batch: 1 };
const erp: LaneRule = {
  lane: 'erp:erp',
  concurrency: 5,
  shares: even,
  hours: [
    { calendar: 'house', on: 'otherDays', concurrency: 2 },
    { calendar: 'house', on: 'businessDays', from: '08:00', to: '18:00', shares: peakShares },
    { calendar: 'house', weekdays: [5], from: '22:00', to: '02:00', paused: true },
  ],
};
const calendars = {
  house: { zone: 'America/New_York', holidays: ['2026-11-26'], halfDays: [{ date: '2026-11-27', until: '12:00' }] },
};
const work: WorkRules = { ...defaultPolicy.work, calendars, lanes: [erp, { lane: 'partner:*', concurrency: 2 }] };
const noon = '2026-11-23T17:00:00.000Z';

function limit(lane: string, conditions: LaneConditions = {}, now = noon, rules = work): LaneLimit | undefined {
  return limitOf(laneLimits({ work: rules }, now, conditions), lane);
}

describe('the limits of a lane by the time of day', () => {
  it.each<[string, string, Partial<LaneLimit>]>([
    ['peak', '2026-11-23T08:00-05:00', { shares: peakShares, concurrency: 5 }],
    ['before peak', '2026-11-23T07:59-05:00', { shares: even, concurrency: 5 }],
    ['the end of peak', '2026-11-23T18:00-05:00', { shares: even }],
    ['a holiday', '2026-11-26T12:00-05:00', { shares: even, concurrency: 2 }],
    ['a half day in the morning', '2026-11-27T11:59-05:00', { shares: peakShares }],
    ['a half day in the afternoon', '2026-11-27T12:00-05:00', { shares: even }],
    ['Friday night', '2026-11-20T23:00-05:00', { paused: true }],
    ['Saturday morning, a row before it wins', '2026-11-21T01:59-05:00', { concurrency: 2, paused: undefined }],
    ['the first peak after the clocks went forward', '2026-03-09T08:00-04:00', { shares: peakShares }],
    ['one hour before it, which was peak on Friday', '2026-03-09T07:00-04:00', { shares: even }],
    ['the first peak after the clocks were put back', '2026-11-02T08:00-05:00', { shares: peakShares }],
  ])('%s', (_, now, expected) => {
    expect(limit('erp:erp', {}, new Date(now).toISOString())).toMatchObject(expected);
  });

  it('hours past midnight belong to the day on which they began', () => {
    const nights = {
      ...work,
      lanes: [
        { lane: 'erp:erp', hours: [{ calendar: 'house', weekdays: [5], from: '22:00', to: '02:00', paused: true }] },
      ],
    };
    const paused = (now: string) => limit('erp:erp', {}, new Date(now).toISOString(), nights)?.paused;
    expect(paused('2026-11-21T01:59-05:00')).toBe(true);
    expect(paused('2026-11-21T02:00-05:00')).toBeUndefined();
    expect(paused('2026-11-20T01:59-05:00')).toBeUndefined();
  });
});

describe('R29 switches of an operator', () => {
  const by = { by: 'pat', reason: 'maintenance', at: noon };
  const set = (...changes: readonly SwitchChange[]) =>
    changes.reduce((before, change) => {
      const result = setSwitch(before, change, work);
      if (result.status === 'refused') throw new Error(result.message);
      return result.switches;
    }, noSwitches);
  const flow = (
    what: 'partner' | 'lane' | 'erp',
    id: string,
    flow: 'running' | 'paused' | 'draining',
  ): SwitchChange => ({ ...by, what, id, flow });

  it.each<[string, readonly SwitchChange[], string, Partial<LaneLimit>]>([
    ['a paused ERP starts nothing', [flow('erp', 'erp', 'paused')], 'erp:erp', { paused: true, concurrency: 5 }],
    [
      'a drained one starts nothing new',
      [flow('erp', 'erp', 'draining')],
      'erp:erp',
      { paused: false, withheld: ['order.enrich', 'erp.submit', 'warehouse.release'] },
    ],
    [
      'a resumed one is as before',
      [flow('erp', 'erp', 'paused'), flow('erp', 'erp', 'running')],
      'erp:erp',
      { paused: undefined },
    ],
    ['a paused lane starts nothing', [flow('lane', 'warehouse:east', 'paused')], 'warehouse:east', { paused: true }],
    [
      'a paused partner is sent nothing',
      [flow('partner', 'northfield', 'paused')],
      'partner:northfield',
      { paused: true, concurrency: 2 },
    ],
    ['nor its shop', [flow('partner', 'northfield', 'paused')], 'shop:northfield', { paused: true }],
    [
      'another partner is',
      [flow('partner', 'northfield', 'paused')],
      'partner:other',
      { paused: undefined, concurrency: 2 },
    ],
    [
      'a suspended partner is sent nothing',
      [{ ...by, partner: 'northfield', state: 'suspended' }],
      'partner:northfield',
      { paused: true },
    ],
    [
      'a drained partner is sent what it is owed',
      [flow('partner', 'northfield', 'draining')],
      'partner:northfield',
      { paused: undefined },
    ],
  ])('%s', (_, changes, lane, expected) => {
    const found = limit(lane, { switches: set(...changes) });
    for (const [name, value] of Object.entries(expected)) expect(found?.[name as keyof LaneLimit]).toEqual(value);
  });

  it.each<[PartnerState, boolean, boolean, boolean]>([
    ['draft', true, true, false],
    ['testing', true, false, true],
    ['certified', true, false, true],
    ['live', false, false, true],
    ['suspended', true, true, true],
  ])('no live send before certification: a partner that is %s', (state, pausedInProduction, pausedInTest, taken) => {
    const strict = { ...work, unknownPartner: 'draft' } as const;
    const switches = { ...noSwitches, partners: { northfield: state } };
    const isPaused = (usage: 'production' | 'test') =>
      limit('partner:northfield', { switches, usage }, noon, strict)?.paused === true;
    expect([isPaused('production'), isPaused('test')]).toEqual([pausedInProduction, pausedInTest]);
    expect(takesOrders(switches, 'northfield', strict)).toBe(taken);
  });

  it('a partner that nobody has set up is sent to, or not, by the policy', () => {
    expect(limit('partner:new')?.paused).toBeUndefined();
    const strict = { ...work, unknownPartner: 'draft' } as const;
    expect(limit('partner:new', {}, noon, strict)).toMatchObject({ paused: true, concurrency: 2 });
    expect(limit('shop:new', {}, noon, strict)).toMatchObject({ paused: true });
    expect(limit('erp:erp', {}, noon, strict)?.paused).toBeUndefined();
  });

  it('a partner goes live only when certified, and the operator is told so', () => {
    const draft = { ...work, unknownPartner: 'draft' } as const;
    expect(setSwitch(noSwitches, { ...by, partner: 'northfield', state: 'live' }, draft)).toEqual({
      status: 'refused',
      message: 'northfield is draft: it can become testing, not live',
    });
  });

  it('lie in the journal, the same for all its workers, each change with who and why', async () => {
    const journal = memoryJournal();
    await Promise.all(['a', 'b'].map((id) => writeSwitch(journal, flow('erp', id, 'paused'), work)));
    await writeSwitch(journal, flow('erp', 'a', 'running'), work);
    expect((await readSwitches(journal)).flows).toEqual({ 'erp/a': 'running', 'erp/b': 'paused' });
    const history: SwitchChange[] = [];
    for await (const change of switchHistory(journal)) history.push(change);
    expect(history).toEqual([flow('erp', 'a', 'paused'), flow('erp', 'b', 'paused'), flow('erp', 'a', 'running')]);
  });
});

describe('a circuit breaker', () => {
  const rule = { windowSeconds: 60, minimumCalls: 4, failureRatio: 0.5, openSeconds: 30, trialCalls: 2 };
  const at = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();
  const calls = (...calls: readonly (readonly [number, 'ok' | 'transport' | 'pricing'])[]) =>
    calls.reduce<Breaker>(
      (before, [seconds, end]) => afterCall(before, at(seconds), end === 'ok' ? undefined : end, rule),
      closedBreaker,
    );
  const opened = calls([0, 'ok'], [1, 'transport'], [2, 'ok'], [3, 'transport']);

  it.each<[string, Breaker, number, Breaker['state']]>([
    ['is closed while calls succeed', calls([0, 'ok'], [1, 'ok'], [2, 'ok'], [3, 'transport']), 3, 'closed'],
    ['opens when half of them fail', opened, 3, 'open'],
    ['does not judge by too few', calls([0, 'transport'], [1, 'transport'], [2, 'transport']), 3, 'closed'],
    [
      'an answer that says no is an answer',
      calls([0, 'pricing'], [1, 'pricing'], [2, 'pricing'], [3, 'pricing']),
      3,
      'closed',
    ],
    [
      'forgets what lies before its window',
      calls([0, 'transport'], [1, 'transport'], [70, 'ok'], [71, 'transport']),
      71,
      'closed',
    ],
    ['stays open for its time', opened, 32, 'open'],
    ['is half-open after it', opened, 33, 'halfOpen'],
    ['calls that end late say nothing', afterCall(opened, at(4), undefined, rule), 4, 'open'],
    ['opens again when the trial fails', afterCall(opened, at(34), 'transport', rule), 60, 'open'],
    ['one trial is not enough', afterCall(opened, at(34), undefined, rule), 34, 'halfOpen'],
    ['closes after two', afterCall(afterCall(opened, at(34), undefined, rule), at(35), undefined, rule), 35, 'closed'],
  ])('%s', (_, breaker, seconds, expected) => expect(breakerAt(breaker, at(seconds)).state).toBe(expected));

  it('pauses its lane, then lets one call at a time through', () => {
    const breakers = { 'erp:erp': opened };
    expect(limit('erp:erp', { breakers }, at(4))).toMatchObject({ paused: true });
    expect(limit('erp:erp', { breakers }, at(33))).toMatchObject({ paused: false, concurrency: 1 });
    expect(limit('partner:northfield', { breakers }, at(4))?.paused).toBeUndefined();
  });

  it('what the other side asks to wait, its whole lane waits', async () => {
    const guard = laneGuard({ journal: memoryJournal(), policy: { work } });
    guard.report('erp:erp', { class: 'throttled', code: '429', message: 'slow down', retryAfterSeconds: 30 }, at(0));
    expect(limitOf(await guard.limits(at(29)), 'erp:erp')?.paused).toBe(true);
    expect(limitOf(await guard.limits(at(30)), 'erp:erp')?.paused).toBeUndefined();
  });

  it('is kept by the guard of a worker, beside the switches of the journal', async () => {
    const journal = memoryJournal();
    const guard = laneGuard({ journal, policy: { work: { ...work, breaker: rule } } });
    const failure = { class: 'transport', code: 'timeout', message: 'no answer' } as const;
    for (const seconds of [0, 1, 2, 3]) guard.report('erp:erp', failure, at(seconds));
    await writeSwitch(
      journal,
      { what: 'partner', id: 'northfield', flow: 'paused', by: 'pat', reason: 'asked', at: at(3) },
      work,
    );
    const limits = await guard.limits(at(4));
    expect(limitOf(limits, 'erp:erp')?.paused).toBe(true);
    expect(limitOf(limits, 'partner:northfield')?.paused).toBe(true);
    expect(guard.breakers()['erp:erp']?.state).toBe('open');
  });
});
