import type { Shipment } from '@dist/canonical';
import { defaultPolicy, type OrderEvent, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, failed, shipment } from './sample.ts';

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

  it('gives one effect up, and nobody waits for it', () => {
    const story = parked.when({ type: 'operator.dismissed', effect: 'order-1/erp.submit/1', ...by });
    expect([parked.phase, statusOf(story, 'erp.submit/1')]).toEqual(['parked', 'withdrawn']);
  });

  it('gives up only what waits for a person', () => {
    const story = given(start).when({ type: 'operator.dismissed', effect: 'order-1/erp.submit/1', ...by });
    expect(statusOf(story, 'erp.submit/1')).toBe('issued');
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
