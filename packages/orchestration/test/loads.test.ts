import { defaultPolicy, loadId, type Policy } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, invoice, shipment } from './sample.ts';
import { shuffled } from './scenario.ts';

const policy: Policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, noticePer: 'load' } };
const id = loadId('northfield', 'L77');
const by = { by: 'ada', reason: 'agreed by telephone' } as const;
const notice = `${id}/856`;

function contentOf(shipmentId: string, lineId = '1') {
  const event = shipment(shipmentId, [[lineId, '24']]);
  if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
  return event.shipment;
}

const joined = (order: string, shipmentId: string): StoryEvent => ({
  type: 'load.joined',
  partner: 'northfield',
  load: 'L77',
  order,
  shipment: contentOf(shipmentId),
});
const closed: StoryEvent = {
  type: 'load.closed',
  partner: 'northfield',
  load: 'L77',
  closedAt: '2026-03-03T11:00:00.000Z',
};
const reported = (status: 'sent' | 'rejected', round?: number): StoryEvent => ({
  type: 'notice.reported',
  shipmentId: 'S1',
  load: 'L77',
  status,
  ...(round !== undefined && { round }),
});

describe('R15 a load whose notice was rejected', () => {
  const rejected = given([joined('order-1', 'S1'), closed, done(notice), acknowledged(notice, 'rejected')], {
    id,
    policy,
  });
  const again = rejected.when({ type: 'operator.replayed', effect: notice, ...by });

  it('tells its orders anew each time that another one goes out, and each time that one is rejected', () => {
    const sent = again.when(done(`${notice}#2`));
    expect(sent.effects.map(({ key }) => key)).toEqual([`${id}/notice/order-1/S1/sent#2`]);
    const refused = sent.when(acknowledged(`${notice}#2`, 'rejected'));
    expect(refused.effects.map(({ key }) => key)).toEqual([`${id}/notice/order-1/S1/rejected#2`]);
    const third = refused.when({ type: 'operator.replayed', effect: `${notice}#2`, ...by }, done(`${notice}#3`));
    expect(third.effects.map(({ key }) => key).at(-1)).toBe(`${id}/notice/order-1/S1/sent#3`);
  });

  it('tells them the same once, however often the notice goes out', () => {
    const resend = given([joined('order-1', 'S1'), closed, done(notice)], { id, policy }).when({
      type: 'operator.replayed',
      effect: notice,
      ...by,
    });
    expect(resend.when(done(`${notice}#2`)).effects).toEqual([]);
  });

  it('tells one that joined late nothing, until a person has seen to it', () => {
    const sent = given([joined('order-1', 'S1'), closed, done(notice)], { id, policy });
    const posted = { ...contentOf('S2'), items: contentOf('S2').items.map((item) => ({ ...item, lineId: '2' })) };
    const late = sent.when({ ...joined('order-2', 'S2'), shipment: posted } as StoryEvent);
    expect([late.effects, Object.keys(late.state.holds)]).toEqual([[], ['load-late']]);
    const released = late.when({ type: 'hold.released', hold: 'load-late', by: 'ada' });
    expect(released.effects.map(({ key }) => key)).toEqual([`${id}/notice/order-2/S2/sent`]);
  });

  it('lets them go on when a person gives the notice up', () => {
    const given = rejected.when({ type: 'operator.dismissed', effect: notice, ...by });
    expect(given.effects.map(({ key }) => key)).toEqual([`${id}/notice/order-1/S1/sent#2`]);
  });
});

describe('R23 an invoice of an order whose load was told', () => {
  const left: StoryEvent = { ...shipment('S1', [['1', '24']]), load: 'L77' } as StoryEvent;
  const booked = [captured(), enriched(), accepted(), left, invoice('I1', [['1', '24']])];
  const billed = (told: readonly StoryEvent[]) =>
    Object.hasOwn(given([...booked, ...told], { policy }).state.effects, 'order-1/810/I1');

  it.each<[string, readonly StoryEvent[], boolean]>([
    ['rejected', [reported('rejected')], false],
    ['sent again after a rejection', [reported('rejected'), reported('sent', 2)], true],
    ['rejected a second time', [reported('rejected'), reported('rejected', 2)], false],
    ['sent again after two', [reported('rejected'), reported('rejected', 2), reported('sent', 3)], true],
  ])('waits for a notice that stands, in whichever order it hears of them: %s', (_what, told, expected) => {
    expect(billed(told)).toBe(expected);
    expect(billed(shuffled(told, [1]))).toBe(expected);
    expect(billed([...told].reverse())).toBe(expected);
  });
});

describe('a load says what it waits for, on whom and since when', () => {
  const waits = (events: readonly StoryEvent[]) => given(events, { id, policy }).waiting;

  it('to leave', () => {
    expect(waits([joined('order-1', 'S1')])).toEqual({
      ...{ on: 'erp', what: 'the load to leave (joined: order-1)', since: '2026-03-02T08:00:00.000Z' },
      movedBy: ['load.closed'],
    });
  });

  it('for the orders that it left with', () => {
    const rest = { since: '2026-03-02T08:01:00.000Z', movedBy: ['load.joined'] };
    const two = { ...closed, orders: 2 } as StoryEvent;
    expect(waits([joined('order-1', 'S1'), two])).toEqual({
      ...{ on: 'erp', what: '1 of 2 orders to join the load (joined: order-1)' },
      ...rest,
    });
    const shippedBy = { ...policy.fulfillment, shipmentsFrom: 'warehouse' } as const;
    const story = given([joined('order-1', 'S1'), two], { id, policy: { ...policy, fulfillment: shippedBy } });
    expect(story.waiting.on).toBe('warehouse');
  });

  it('for a person where its time is over and nobody has joined', () => {
    const late: StoryEvent = { type: 'timer.fired', timer: '856', at: '2026-03-03T12:00:00.000Z' };
    const story = given([closed, late], { id, policy });
    expect([story.phase, story.waiting]).toEqual([
      'fulfilling',
      expect.objectContaining({ on: 'person', movedBy: ['load.joined', 'operator.abandoned'] }),
    ]);
    expect(story.explanation).toContain(
      '1 of 1 orders to join the load; load.joined or operator.abandoned moves it on',
    );
  });

  it('for what is to be done, and then for the partner', () => {
    const all = [joined('order-1', 'S1'), closed];
    expect(waits(all)).toMatchObject({ on: 'us', what: `${notice} to be done` });
    const told = [...all, done(notice), done(`${id}/notice/order-1/S1/sent`)];
    expect(waits(told)).toMatchObject({ on: 'partner', what: `the acknowledgment of ${notice}` });
  });
});

describe('an order whose invoice waits for the notice of a load', () => {
  const left: StoryEvent = { ...shipment('S1', [['1', '24']]), load: 'L77' } as StoryEvent;
  const booked = [captured(), enriched(), accepted(), done('order-1/855'), acknowledged('order-1/855'), left];
  const waits = (events: readonly StoryEvent[]) =>
    given([...booked, done('order-1/load.join/S1'), invoice('I1', [['1', '24']]), ...events], { policy }).waiting;

  it('says so, and that the partner rejected it', () => {
    expect(waits([])).toMatchObject({ on: 'us', what: 'the notice of load L77 to go out' });
    expect(waits([reported('rejected')])).toMatchObject({
      ...{ on: 'person', movedBy: ['notice.reported'] },
      what: 'the notice of load L77, which the partner has rejected, to be put right and sent again there',
    });
  });
});
