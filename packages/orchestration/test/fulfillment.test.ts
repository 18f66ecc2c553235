import { defaultPolicy, type LineQuantity, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, confirmed, done, enriched, line, order } from './sample.ts';

const ordered = order([line('1', 'AX-100', '24')]);
const start = [captured(ordered), enriched(ordered)];
const unit = ordered.lines[0]?.quantity.unit ?? '';
const amount = (value: string): LineQuantity => ({ lineId: '1', quantity: { value, unit } });
const policyWith = (fulfillment: Partial<Policy['fulfillment']>, more: Partial<Policy> = {}): Policy => ({
  ...defaultPolicy,
  fulfillment: { ...defaultPolicy.fulfillment, ...fulfillment },
  ...more,
});
const keys = (story: Story, what: string) =>
  Object.keys(story.state.effects).filter((key) => key.startsWith(`order-1/${what}`));
const bodyOf = (story: Story, key: string) => story.state.effects[`order-1/${key}`]?.effect.body;

describe('R21 the warehouse', () => {
  const warehouse = policyWith({ shipmentsFrom: 'warehouse', release: true, short: 'shortShip' });

  it('is asked once for each accepted part, in the order of its reference', () => {
    const story = given([...start, accepted()], { policy: warehouse });
    expect(keys(story, 'warehouse.release')).toEqual(['order-1/warehouse.release/1']);
    expect(bodyOf(story, 'warehouse.release/1')).toMatchObject({
      warehouse: 'main',
      content: { kind: 'fulfillmentRequest', orderNumber: ordered.number, lines: [{ lineId: '1' }] },
    });
  });

  it('confirms short: the notice has what left, and the rest is ended by policy', () => {
    const story = given([...start, accepted(), confirmed('21')], { policy: warehouse });
    expect(bodyOf(story, '856/S1')).toMatchObject({ content: { items: [{ lineId: '1', quantity: { value: '21' } }] } });
    expect(story.lines).toMatchObject([{ ordered: '24', shipped: '21', cancelled: '3', open: '0' }]);
  });

  it('confirms short where a back-order is agreed: the rest waits for stock', () => {
    const policy = policyWith({ shipmentsFrom: 'warehouse', short: 'backorder' });
    const story = given([...start, accepted(), confirmed('21')], { policy });
    expect(story.lines).toMatchObject([{ shipped: '21', cancelled: '0', open: '3', backordered: '3' }]);
    expect(story.phase).toBe('backordered');
  });

  it('confirms, and that is no shipment of the partner where the ERP is the source', () => {
    const story = given([...start, accepted(), confirmed('24')]);
    expect([keys(story, '856'), story.lines[0]?.shipped]).toEqual([[], '0']);
  });

  it('confirms twice, or in whichever order, and it is one shipment', () => {
    const events = [...start, accepted(), confirmed('21')];
    const again = given([...events, confirmed('21')], { policy: warehouse });
    expect([again.lines[0]?.shipped, keys(again, '856').length]).toEqual(['21', 1]);
    const early = given([confirmed('21'), ...start, accepted()], { policy: warehouse });
    expect(early.lines).toEqual(given(events, { policy: warehouse }).lines);
  });

  it('is the source, and the notice waits until the ERP has the shipment where the policy says so', () => {
    const policy = policyWith({ shipmentsFrom: 'warehouse', postShipments: true, noticeNeedsPosting: true });
    const posted = given([...start, accepted(), confirmed('24')], { policy });
    expect([keys(posted, 'erp.shipment'), keys(posted, '856')]).toEqual([['order-1/erp.shipment/S1'], []]);
    expect(keys(posted.when(done('order-1/erp.shipment/S1')), '856')).toEqual(['order-1/856/S1']);
  });
});

describe('R17 R21 a cancellation', () => {
  const warehouse = policyWith({ shipmentsFrom: 'warehouse', release: true });
  const cancelled = given([...start, accepted(), { type: 'warehouse.picked', partId: '1', request: 'R-1' }], {
    policy: warehouse,
  }).when({ type: 'cancel.requested', cancel: 'c1', reason: 'not wanted' });

  it('asks the warehouse first, and the ERP not before its answer', () => {
    expect([keys(cancelled, 'warehouse.cancel'), keys(cancelled, 'erp.cancel')]).toEqual([
      ['order-1/warehouse.cancel/c1/1'],
      [],
    ]);
  });

  it('goes on to the ERP with what the warehouse has stopped', () => {
    const stopped = cancelled.when({
      type: 'warehouse.cancelResult',
      partId: '1',
      cancel: 'c1',
      lines: [amount('24')],
    });
    expect(keys(stopped, 'erp.cancel')).toEqual(['order-1/erp.cancel/c1/1']);
  });

  it('ends at the warehouse that says it is too late, and the goods ship', () => {
    const late = cancelled.when(
      { type: 'warehouse.cancelResult', partId: '1', cancel: 'c1', lines: [] },
      confirmed('24'),
    );
    expect(keys(late, 'erp.cancel')).toEqual([]);
    expect([late.lines[0]?.shipped, late.lines[0]?.cancelled, keys(late, '856').length]).toEqual(['24', '0', 1]);
  });
});

describe('R21 stock that is not there', () => {
  const forbidden = policyWith({ backorders: 'forbidden' });
  const short: StoryEvent = { ...accepted(), backordered: [amount('9')] } as StoryEvent;

  it('is refused in the 855 and cancelled at the ERP where back-orders are not agreed (gotcha 23)', () => {
    const story = given([...start, short], { policy: forbidden });
    expect(story.phase).toBe('fulfilling');
    expect(story.lines).toMatchObject([{ ordered: '24', open: '15', cancelled: '9', backordered: '0' }]);
    expect(bodyOf(story, '855')).toMatchObject({
      content: {
        lines: [
          {
            responses: [
              { status: 'accepted', quantity: { value: '15' } },
              { status: 'rejected', quantity: { value: '9' } },
            ],
          },
        ],
      },
    });
    expect(bodyOf(story, 'erp.cancel/backorder%2F1/1')).toMatchObject({ lines: [amount('9')] });
  });

  it('is not counted twice when the ERP confirms that it was cancelled', () => {
    const result: StoryEvent = { type: 'cancel.result', cancel: 'backorder/1', partId: '1', lines: [amount('9')] };
    expect(given([...start, short, result], { policy: forbidden }).lines[0]?.cancelled).toBe('9');
  });

  it('waits where they are agreed', () => {
    const story = given([...start, short]);
    expect([story.phase, story.lines[0]?.backordered]).toEqual(['backordered', '9']);
  });

  it('is ended when it shows later, too', () => {
    const later: StoryEvent = { type: 'line.backordered', partId: '1', lines: [amount('4')] };
    const story = given([...start, accepted(), later], { policy: forbidden });
    expect(story.lines).toMatchObject([{ open: '20', cancelled: '4', backordered: '0' }]);
  });
});

describe('R20 a substitute', () => {
  const offered: StoryEvent = {
    ...accepted(),
    substitutes: [{ lineId: '1', ordered: 'AX-100', substitute: 'AX-101' }],
  } as StoryEvent;
  const decided = (took: boolean): StoryEvent => ({
    type: 'substitution.decided',
    lineId: '1',
    substitute: 'AX-101',
    accepted: took,
    by: 'ada',
  });

  it('without consent is held, and the 855 waits', () => {
    const story = given([...start, offered]);
    expect(story.phase).toBe('held');
    expect(story.state.holds['substitution/1/AX-101']?.reason).toBe(
      'line 1: substitution of AX-100 by AX-101 needs consent',
    );
    expect(keys(story, '855')).toEqual([]);
  });

  it('that is taken goes on, one that is refused ends its line', () => {
    const taken = given([...start, offered]).when(decided(true));
    expect([taken.phase, keys(taken, '855').length]).toEqual(['fulfilling', 1]);
    const refused = given([...start, offered]).when(decided(false));
    expect([refused.lines[0]?.cancelled, keys(refused, 'erp.cancel').length]).toEqual(['24', 1]);
    expect(given([...start, decided(false), offered]).lines).toEqual(refused.lines);
  });

  it('needs nobody where the agreement allows it', () => {
    expect(given([...start, offered], { policy: { ...defaultPolicy, substitution: 'allowed' } }).phase).toBe(
      'fulfilling',
    );
  });
});

describe('a credit check', () => {
  const policy: Policy = { ...defaultPolicy, money: { ...defaultPolicy.money, creditCheck: true } };
  const decided = (approved: boolean): StoryEvent => ({ type: 'credit.decided', approved, reason: 'limit', by: 'ada' });

  it('comes before the submit, once', () => {
    const story = given(start, { policy });
    expect([keys(story, 'credit.check').length, keys(story, 'erp.submit')]).toEqual([1, []]);
    const approved = story.when(decided(true));
    expect([keys(approved, 'erp.submit').length, approved.state.effects['order-1/credit.check']?.status]).toEqual([
      1,
      'done',
    ]);
  });

  it('that is refused holds the order until a person lets it go', () => {
    const refused = given(start, { policy }).when(decided(false));
    expect([refused.phase, keys(refused, 'erp.submit')]).toEqual(['held', []]);
    const released = refused.when({ type: 'hold.released', hold: 'credit-decision', by: 'ada' });
    expect(keys(released, 'erp.submit').length).toBe(1);
  });
});

describe('a hold with a time', () => {
  const placed = (onExpiry: 'release' | 'cancel' | 'escalate'): StoryEvent => ({
    type: 'hold.placed',
    hold: 'check',
    reason: 'look at it',
    expiresAt: '2026-03-03T08:00:00.000Z',
    onExpiry,
  });
  const fired: StoryEvent = { type: 'timer.fired', timer: 'hold/check', at: '2026-03-03T08:00:00.000Z' };
  const ended = (onExpiry: 'release' | 'cancel' | 'escalate') =>
    given([placed(onExpiry), ...start]).when(fired, { ...fired, key: 'again' });

  it.each([
    ['release', 'submitting'],
    ['cancel', 'cancelled'],
    ['escalate', 'held'],
  ] as const)('ends by itself: %s leads to %s', (onExpiry, phase) => {
    expect(ended(onExpiry).phase).toBe(phase);
  });

  it('is a timer until then, and early firing does nothing', () => {
    const story = given([placed('release'), ...start]);
    expect(story.state.timers['hold/check']).toBe('2026-03-03T08:00:00.000Z');
    expect(story.when({ ...fired, at: '2026-03-03T07:59:00.000Z' }).phase).toBe('held');
  });
});
