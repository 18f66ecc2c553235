import type { Shipment } from '@dist/canonical';
import { defaultPolicy, type OrderEvent, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, failed, line, order, shipment } from './sample.ts';

const start = [captured(), enriched()];
const keys = (story: Story, what: string) =>
  Object.keys(story.state.effects).filter((key) => key.startsWith(`order-1/${what}`));
const statusOf = (story: Story, key: string) => story.state.effects[`order-1/${key}`]?.status;
const by = { by: 'ada', reason: 'agreed by telephone' } as const;

describe('R29 an operator corrects', () => {
  const posted = (value: string) => shipment('S1', [['1', value]]);
  const fact = (event: StoryEvent): OrderEvent =>
    ({ ...event, key: 'put-right', at: '2026-03-05T08:00:00.000Z', v: 2 }) as OrderEvent;
  const corrected = (value: string): StoryEvent => ({ type: 'operator.corrected', event: fact(posted(value)), ...by });

  it('a fact that two reports contradict, and the conflict is settled', () => {
    const conflict = given([...start, accepted(), posted('20'), { ...posted('24'), key: 'other' }]);
    expect(conflict.phase).toBe('held');
    const settled = conflict.when(corrected('22'));
    expect([settled.lines[0]?.shipped, settled.state.conflicts, settled.state.holds]).toEqual(['22', {}, {}]);
  });

  it('and the report that was wrong does not come back', () => {
    const story = given([...start, accepted(), posted('20'), corrected('22'), { ...posted('20'), key: 'late' }]);
    expect([story.lines[0]?.shipped, story.state.conflicts]).toEqual(['22', {}]);
    const first = given([...start, accepted(), corrected('22'), posted('20')]);
    expect(first.lines).toEqual(story.lines);
  });

  it('nothing that is no fact from outside', () => {
    const wrong: StoryEvent = { type: 'operator.corrected', event: fact({ type: 'operator.abandoned', ...by }), ...by };
    const story = given(start).when(wrong);
    expect([story.phase, story.notes[0]?.type]).toEqual(['submitting', 'correction.refused']);
  });
});

describe('R29 an operator', () => {
  const parked = given([...start, failed('order-1/erp.submit/1', 'pricing')]);

  it('gives a submit up: its part is refused, the partner hears of it, and nobody waits', () => {
    const story = parked.when({ type: 'operator.dismissed', effect: 'order-1/erp.submit/1', ...by });
    expect([parked.phase, statusOf(story, 'erp.submit/1'), story.phase]).toEqual(['parked', 'withdrawn', 'rejected']);
    const body = story.state.effects['order-1/855']?.effect.body;
    expect(body).toMatchObject({ content: { status: 'rejected', lines: [{ responses: [{ status: 'rejected' }] }] } });
    expect(JSON.stringify(body)).not.toContain('ada');
    expect(story.explanation).toContain('it waits for us since');
    const sent = story.when(done('order-1/855'));
    expect([sent.waiting.on, sent.state.timers]).toEqual(['nothing', expect.not.objectContaining({ '855': 'due' })]);
    expect(statusOf(sent, 'erp.submit/1')).toBe('withdrawn');
  });

  it('gives the submit of one part up: the 855 says what becomes of each', () => {
    const store = (value: string, quantity: string) => ({
      location: { scheme: 'buyer' as const, value },
      quantity: { value: quantity, unit: 'C62' },
    });
    const of = order([line('1', 'AX-100', '24', 'C62', { allocations: [store('0012', '18'), store('0013', '6')] })]);
    const second = 'order-1/erp.submit/0013';
    const story = given([captured(of), enriched(of), accepted('0012'), failed(second, 'pricing')]).when({
      type: 'operator.dismissed',
      effect: second,
      ...by,
    });
    expect([story.phase, story.lines]).toMatchObject(['fulfilling', [{ rejected: '6', open: '18' }]]);
    expect(story.state.effects['order-1/855']?.effect.body).toMatchObject({
      content: { status: 'acceptedWithChange' },
    });
  });

  it.each<[string, Story, string, string, string]>([
    [
      'an enrichment: the order is refused',
      given([captured(), failed('order-1/enrich', 'pricing')]),
      'enrich',
      'invalid',
      'us',
    ],
    [
      'a credit check: a person decides whether there is credit',
      given(start, { policy: { ...defaultPolicy, money: { ...defaultPolicy.money, creditCheck: true } } }).when(
        failed('order-1/credit.check', 'pricing'),
      ),
      'credit.check',
      'held',
      'person',
    ],
    [
      'a cancellation: nothing was cancelled, and what is open ships',
      given([...start, accepted(), { type: 'cancel.requested', cancel: 'c1', reason: 'r' }]).when(
        failed('order-1/erp.cancel/c1/1', 'pricing'),
      ),
      'erp.cancel/c1/1',
      'fulfilling',
      'erp',
    ],
    [
      'a look-up: a person says whether the submit arrived',
      given([...start, failed('order-1/erp.submit/1', 'inDoubt'), failed('order-1/erp.find/1/1', 'pricing')]),
      'erp.find/1/1',
      'inDoubt',
      'person',
    ],
  ])('gives up %s', (_, before, effect, phase, on) => {
    expect(before.phase).toBe('parked');
    const story = before.when({ type: 'operator.dismissed', effect: `order-1/${effect}`, ...by });
    expect([story.phase, story.waiting.on, statusOf(story, effect)]).toEqual([phase, on, 'withdrawn']);
  });

  it('gives the release to a warehouse up: a person has to get the goods out', () => {
    const policy: Policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, release: true } };
    const effect = 'order-1/warehouse.release/1';
    const story = given([...start, accepted()], { policy })
      .when(failed(effect, 'pricing'))
      .when({ type: 'operator.dismissed', effect, ...by });
    expect([story.phase, story.waiting.on, story.waiting.movedBy]).toEqual([
      'fulfilling',
      'person',
      ['shipment.posted', 'line.shortClosed', 'cancel.requested'],
    ]);
    expect(story.explanation).toContain(`${effect} was given up: someone else gets 24 C62 of line 1 out`);
  });

  it('gives the posting of a shipment up, and the notice that waited for it goes', () => {
    const fulfillment = { shipmentsFrom: 'warehouse', postShipments: true, noticeNeedsPosting: true } as const;
    const policy: Policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, ...fulfillment } };
    const posted: StoryEvent = { ...shipment('S1', [['1', '24']]), source: 'warehouse' } as StoryEvent;
    const stuck = given([...start, accepted(), posted], { policy }).when(failed('order-1/erp.shipment/S1', 'pricing'));
    expect(keys(stuck, '856')).toEqual([]);
    const story = stuck.when({ type: 'operator.dismissed', effect: 'order-1/erp.shipment/S1', ...by });
    expect(keys(story, '856')).toEqual(['order-1/856/S1']);
  });

  it('gives up only what waits for a person, tries again only what may be, and is told why otherwise', () => {
    const acts: [StoryEvent, string, string][] = [
      [
        { type: 'operator.dismissed', effect: 'order-1/erp.submit/1', ...by },
        'dismiss.refused',
        'it is issued, not parked',
      ],
      [{ type: 'operator.dismissed', effect: 'order-1/none', ...by }, 'dismiss.refused', 'nothing of that name'],
      [{ type: 'operator.replayed', effect: 'order-1/erp.submit/1', ...by }, 'replay.refused', 'it is issued'],
      [{ type: 'operator.replayed', effect: 'order-1/none', ...by }, 'replay.refused', 'nothing of that name'],
    ];
    for (const [act, type, why] of acts) {
      const story = given(start).when(act);
      expect(story.notes).toMatchObject([{ type, message: expect.stringContaining(why) }]);
      expect(statusOf(story, 'erp.submit/1')).toBe('issued');
    }
  });

  it('sends a part that no ERP has to another one; one that was submitted stays (R16)', () => {
    const reroute: StoryEvent = { type: 'operator.rerouted', partId: '1', erp: 'cloud', ...by };
    const before = given([captured(), reroute, enriched()]);
    expect(before.state.effects['order-1/erp.submit/1']?.effect.lane).toBe('erp:cloud');
    const after = given([...start, reroute, accepted()]);
    expect(after.state.effects['order-1/erp.submit/1']?.effect.lane).toBe('erp:erp');
  });
});

describe('R13 a document that the partner does not answer', () => {
  const due = '2026-03-04T08:03:00.000Z';
  const silent = (resendUnacknowledged: number) =>
    given([...start, accepted(), { ...done('order-1/855'), at: '2026-03-03T08:03:00.000Z' }], {
      policy: { ...defaultPolicy, documents: { resendUnacknowledged } },
    });
  const fired: StoryEvent = { type: 'timer.fired', timer: '997/order-1/855', at: due };

  it('is only told of where the policy says so, once', () => {
    const story = silent(0).when(fired);
    expect([keys(story, '855'), story.state.breaches['997/order-1/855']]).toEqual([['order-1/855'], due]);
    expect(story.when({ ...fired, key: 'again' }).state).toBe(story.state);
  });

  it('is sent again under new numbers, as often as the policy says', () => {
    const again = silent(1).when(fired);
    expect([statusOf(again, '855'), statusOf(again, '855#2')]).toEqual(['superseded', 'issued']);
    const later = again.when({ ...done('order-1/855#2'), at: due });
    const last = later.when({ type: 'timer.fired', timer: '997/order-1/855#2', at: '2026-03-09T08:00:00.000Z' });
    expect(keys(last, '855')).toEqual(['order-1/855', 'order-1/855#2']);
  });
});

describe('R13 a receipt of the transport', () => {
  const mdn = (status: 'processed' | 'failed'): StoryEvent => ({
    type: 'mdn.received',
    document: 'order-1/855',
    status,
  });

  it('that failed parks the document, one that came later does not hurt', () => {
    const sent = [...start, accepted(), done('order-1/855')];
    expect(statusOf(given([...sent, mdn('failed')]), '855')).toBe('parked');
    expect(statusOf(given([...sent, mdn('processed'), mdn('failed')]), '855')).toBe('done');
  });

  it.each<['transmitted' | 'mdn' | 'acknowledged', boolean, boolean]>([
    ['transmitted', false, false],
    ['mdn', true, false],
    ['acknowledged', true, true],
  ])('R26 a clock that ends when it is %s', (satisfiedBy, afterSending, afterReceipt) => {
    const policy: Policy = {
      ...defaultPolicy,
      sla: { ...defaultPolicy.sla, '855': { startsAt: 'received', hours: 24, satisfiedBy } },
    };
    const sent = given([...start, accepted(), done('order-1/855')], { policy });
    const received = sent.when(mdn('processed'));
    expect(['855' in sent.state.timers, '855' in received.state.timers]).toEqual([afterSending, afterReceipt]);
    expect('855' in received.when(acknowledged('order-1/855')).state.timers).toBe(false);
  });
});

describe('R22 a notice that went out wrong', () => {
  const noticed = [...start, accepted(), shipment('S1', [['1', '24']]), done('order-1/856/S1')];
  const content = (value: string): Shipment => {
    const event = shipment('S1', [['1', value]]);
    if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
    return event.shipment;
  };
  const right: StoryEvent = {
    type: 'shipment.corrected',
    shipmentId: 'S1',
    correction: 'c1',
    shipment: content('20'),
    reason: 'counted',
  };
  const story = (correction: Policy['fulfillment']['correction'], events: readonly StoryEvent[]) =>
    given(events, { policy: { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, correction } } });
  const purposeOf = (of: Story, key: string) => {
    const body = of.state.effects[`order-1/${key}`]?.effect.body;
    return body?.type === 'document.send' && body.document === '856' ? body.content.purpose : undefined;
  };

  it('is replaced by one with new numbers', () => {
    const replaced = story('replace', [...noticed, right, { ...right, key: 'again' }]);
    expect(keys(replaced, '856')).toEqual(['order-1/856/S1', 'order-1/856/S1#2']);
    expect([purposeOf(replaced, '856/S1#2'), replaced.lines[0]?.shipped]).toEqual(['replace', '20']);
  });

  it('is cancelled first, and then made anew', () => {
    const cancelled = story('cancelAndNew', [...noticed, right]);
    expect([keys(cancelled, '856').length, purposeOf(cancelled, '856/S1#2')]).toEqual([2, 'cancellation']);
    const anew = cancelled.when(done('order-1/856/S1#2'));
    expect([keys(anew, '856').length, purposeOf(anew, '856/S1#3')]).toEqual([3, 'original']);
    expect(keys(anew.when(done('order-1/856/S1#3')), '856').length).toBe(3);
  });

  it('is put right by a person where the partner takes no other', () => {
    const held = story('notAllowed', [...noticed, right]);
    expect([keys(held, '856').length, Object.keys(held.state.holds)]).toEqual([1, ['correction/S1']]);
  });

  it('and was not sent yet goes out right at once', () => {
    const early = story('replace', [...start, right, shipment('S1', [['1', '24']]), accepted()]);
    expect(keys(early, '856')).toEqual(['order-1/856/S1']);
    expect(early.state.effects['order-1/856/S1']?.effect.body).toMatchObject({
      content: { items: [{ quantity: { value: '20' } }] },
    });
  });
});
