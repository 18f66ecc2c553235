import { defaultPolicy, obligations, Policy } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, failed, invoice, shipment } from './sample.ts';

const start = [captured(), enriched()];
const by = { by: 'ada', reason: 'agreed by telephone' } as const;
const { fulfillment } = defaultPolicy;

describe('an order whose question was reported as asked, without its answer', () => {
  const silent = given([captured(), done('order-1/enrich')]);

  it('says so, and what would move it on', () => {
    expect(silent.waiting).toMatchObject({ on: 'person', movedBy: expect.arrayContaining(['order.enriched']) });
    expect(silent.explanation).toContain('order-1/enrich is reported as done, and nobody has told its answer');
  });

  it('asks it again when an operator says so', () => {
    const again = silent.when({ type: 'operator.replayed', effect: 'order-1/enrich', ...by });
    expect(again.effects).toMatchObject([{ key: 'order-1/enrich', attempt: 2 }]);
    const answered = again.when(enriched(), { ...done('order-1/enrich', 2), key: 'late' } as StoryEvent);
    expect(answered.when({ type: 'operator.replayed', effect: 'order-1/enrich', ...by }).effects).toEqual([]);
  });

  it('so too where it is a credit check, or a look-up', () => {
    const policy: Policy = { ...defaultPolicy, money: { ...defaultPolicy.money, creditCheck: true } };
    const credit = given([...start, done('order-1/credit.check')], { policy });
    expect(credit.when({ type: 'operator.replayed', effect: 'order-1/credit.check', ...by }).effects).toHaveLength(1);
    const find = 'order-1/erp.find/1/1';
    const doubt = given([...start, failed('order-1/erp.submit/1', 'inDoubt'), done(find)]);
    expect(doubt.waiting).toMatchObject({
      on: 'person',
      movedBy: expect.arrayContaining([`operator.replayed/${find}`]),
    });
    expect(doubt.when({ type: 'operator.replayed', effect: find, ...by }).effects).toMatchObject([{ key: find }]);
  });
});

describe('an order is not closed while something is owed', () => {
  const rules = { ...fulfillment, shipmentsFrom: 'warehouse', noticeNeedsPosting: true } as const;
  const quiet = { edi: { ...defaultPolicy.channels.edi, functionalAcknowledgment: false, payment: false } };
  const policy: Policy = {
    ...defaultPolicy,
    fulfillment: rules,
    invoicing: { ...defaultPolicy.invoicing, gate: 'shipped' },
    channels: { ...defaultPolicy.channels, ...quiet },
  };

  it('a notice that nothing lets out', () => {
    const posted = { ...shipment('S1', [['1', '24']]), source: 'warehouse' } as StoryEvent;
    const all = [
      ...start,
      accepted(),
      done('order-1/855'),
      posted,
      invoice('I1', [['1', '24']]),
      done('order-1/810/I1'),
    ];
    const story = given(all, { policy });
    expect(obligations(story.state).filter(({ status }) => status === 'blocked')).toHaveLength(1);
    expect([story.phase, story.waiting.on]).toEqual(['invoiced', 'person']);
    expect(story.explanation).toContain('the notice of shipment S1 waits until the ERP has it, and nothing posts it');
  });

  it('and a policy under which that would be so is refused', () => {
    const found = Policy.safeParse(policy).error?.issues[0];
    expect(found?.path.join('.')).toBe('fulfillment.noticeNeedsPosting');
    expect(Policy.safeParse({ ...policy, fulfillment: { ...rules, postShipments: true } }).success).toBe(true);
  });
});

describe('R26 a hold that ends by itself', () => {
  const held = (onExpiry: 'release' | 'escalate') =>
    given([
      captured(),
      { type: 'hold.placed', hold: 'h', reason: 'r', expiresAt: '2026-03-02T09:00:00.000Z', onExpiry },
    ]).when({
      type: 'timer.fired',
      timer: 'hold/h',
      at: '2026-03-02T09:00:00.000Z',
    });

  it('as it was placed to has missed nothing', () => {
    const { state, notes } = held('release');
    expect([state.holds, state.breaches, notes.map(({ type }) => type)]).toEqual([
      {},
      {},
      expect.not.arrayContaining(['sla.breached']),
    ]);
  });

  it('by nobody in its time is told of', () => {
    expect(Object.keys(held('escalate').state.breaches)).toEqual(['hold/h']);
  });
});

describe('what an order waits for', () => {
  it('is a document that failed and is tried again, with why and when, long before it parks', () => {
    const story = given([...start, accepted(), shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])]);
    const { waiting } = story.when(failed('order-1/856/S1', 'transport'));
    expect(waiting.on).toBe('us');
    expect(waiting.what).toMatch(/^order-1\/856\/S1 to be done \(attempt 2, not before 2026-[\d:T.-]+Z: /);
    expect(waiting.movedBy).toEqual(['effect.done/order-1/856/S1', 'effect.failed/order-1/856/S1']);
  });

  it('is the answer of each part that has none', () => {
    expect(given([...start, done('order-1/erp.submit/1')]).waiting.movedBy).toEqual([
      'erp.accepted/1',
      'erp.rejected/1',
    ]);
  });

  it('is its purchase order, before that came', () => {
    expect(given([]).waiting.movedBy).toEqual(['order.captured']);
  });

  it('is the warehouse, where that is whose shipments count (R21)', () => {
    const policy: Policy = { ...defaultPolicy, fulfillment: { ...fulfillment, shipmentsFrom: 'warehouse' } };
    const story = given([...start, accepted(), done('order-1/855')], { policy });
    expect([story.waiting.on, story.waiting.movedBy?.[0]]).toEqual(['warehouse', 'warehouse.confirmed']);
  });

  it('is one sentence, also where a failure is told in a whole one', () => {
    const event = failed('order-1/erp.submit/1', 'inDoubt');
    const ends = { ...event, failure: { class: 'inDoubt', code: 'c', message: 'It may have happened.' } } as StoryEvent;
    expect(given([...start, ends]).explanation).not.toContain('.;');
  });

  it('has a beginning also where no shipment has come: a unit that its item does not know', () => {
    const odd: StoryEvent = {
      type: 'line.backordered',
      partId: '1',
      lines: [{ lineId: '1', quantity: { value: '1', unit: 'ZZ' } }],
    };
    const story = given([...start, accepted(), odd]);
    expect(story.state.holds['unit/1']?.since).toMatch(/^2026-03-02T/);
  });
});
