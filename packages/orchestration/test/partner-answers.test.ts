import { defaultPolicy, lines, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, invoice, line, order, shipment } from './sample.ts';

const sent = (key: string): readonly StoryEvent[] => [done(`order-1/${key}`), acknowledged(`order-1/${key}`)];
const shipped = [
  captured(),
  enriched(),
  accepted(),
  ...sent('855'),
  shipment('S1', [['1', '12']]),
  shipment('S2', [['1', '12']]),
  ...sent('856/S1'),
  ...sent('856/S2'),
];
const advice = (status: 'accepted' | 'acceptedWithErrors' | 'rejected'): StoryEvent => ({
  type: 'acknowledgment.received',
  document: 'order-1/856/S1',
  by: '824',
  status,
  codes: ['IA'],
  faults: ['line 1 is not on the purchase order'],
});
const statusOf = (story: Story, key: string) => story.state.effects[`order-1/${key}`]?.status;
const keys = (story: Story, what: string) =>
  Object.keys(story.state.effects).filter((key) => key.startsWith(`order-1/${what}`));

describe('R11 an 824', () => {
  it('that rejects what the 997 has accepted parks the document with its words, and its invoice waits', () => {
    const story = given([...shipped, advice('rejected'), invoice('I1', [['1', '12']]), invoice('I2', [['1', '24']])]);
    expect([statusOf(story, '856/S1'), statusOf(story, '856/S2'), story.phase]).toEqual(['parked', 'done', 'parked']);
    expect(story.explanation).toContain('line 1 is not on the purchase order');
    expect(keys(story, '810')).toEqual(['order-1/810/I1']);
  });

  it('moves the document whichever came first, the 824 or the 997', () => {
    const early = given([...shipped.slice(0, 6), done('order-1/856/S1'), advice('rejected')]);
    const late = early.when(acknowledged('order-1/856/S1'));
    expect([statusOf(early, '856/S1'), statusOf(late, '856/S1')]).toEqual(['parked', 'parked']);
  });

  it.each(['accepted', 'acceptedWithErrors'] as const)('that says %s moves nothing back', (status) => {
    const story = given([...shipped, advice(status)]);
    expect([statusOf(story, '856/S1'), story.phase]).toEqual(['done', given(shipped).phase]);
  });
});

describe('R11 an 864', () => {
  it('is kept for a person and moves nothing', () => {
    const before = given(shipped);
    const story = before.when({
      type: 'message.received',
      message: 'm1',
      subject: 'REJECTED',
      text: '856 S1 rejected',
    });
    expect([story.effects, story.phase, story.state.holds]).toEqual([[], before.phase, before.state.holds]);
    expect(story.state.facts['message.received/m1']).toMatchObject({ text: '856 S1 rejected' });
    expect(story.notes.map(({ type, message }) => [type, message])).toEqual([
      ['message.received', 'A message to read: REJECTED'],
    ]);
  });
});

describe('R12 R14 a document that is sent again', () => {
  const by = { by: 'ada', reason: 'the portal lost it' } as const;

  it('is another one with the same content, though the partner has accepted it, and its neighbours are left alone', () => {
    const before = given(shipped);
    const story = before.when({ type: 'operator.replayed', effect: 'order-1/856/S1', ...by });
    expect(story.effects.map(({ key }) => key)).toEqual(['order-1/856/S1#2']);
    const [again] = story.effects;
    expect(again?.body).toEqual(before.state.effects['order-1/856/S1']?.effect.body);
    expect([statusOf(story, '856/S1'), statusOf(story, '856/S2')]).toEqual(['superseded', 'done']);
  });

  it('after a rejection is that document alone', () => {
    const rejected = given(shipped.slice(0, -1)).when(acknowledged('order-1/856/S2', 'rejected'));
    const story = rejected.when({ type: 'operator.replayed', effect: 'order-1/856/S2', ...by });
    expect(keys(story, '856')).toEqual(['order-1/856/S1', 'order-1/856/S2', 'order-1/856/S2#2']);
    expect(story.when(...sent('856/S2#2')).effects).toEqual([]);
  });
});

describe('R18 what is ordered by the case', () => {
  it('balances in cases, whatever unit it ships in and whatever it weighs', () => {
    const of = order([line('1', 'AX-100', '6', 'XCS')]);
    const { shipment: content, ...event } = shipment('S1', [['1', '24', 'C62']]) as Extract<
      StoryEvent,
      { readonly type: 'shipment.posted' }
    >;
    const items = content.items.map((item) => ({ ...item, weight: { value: '31.4', unit: 'LBR' } }));
    const story = given([captured(of), enriched(of), accepted(), { ...event, shipment: { ...content, items } }]);
    expect(lines(story.state)).toMatchObject([{ unit: 'XCS', ordered: '6', shipped: '2', open: '4', over: '0' }]);
  });
});

describe('R27 an order in flight', () => {
  it('keeps what a change meant on the day it came, whatever the policy says later', () => {
    const totals: Policy = { ...defaultPolicy, changes: { quantities: 'total', waitHours: 48 } };
    const requested: StoryEvent = {
      type: 'change.requested',
      partner: 'northfield',
      change: '1',
      receivedAt: '2026-03-02T09:00:00.000Z',
      content: {
        kind: 'orderChange',
        version: '1',
        purpose: 'change',
        mode: 'delta',
        orderNumber: 'PO-1',
        dates: {},
        parties: {},
        references: [],
        lines: [{ lineId: '1', action: 'decreaseQuantity', ids: [], quantity: { value: '18', unit: 'C62' } }],
      },
    };
    const before = given([captured(), requested], { policy: totals });
    const { state } = before;
    expect(state.facts['change.requested/1']).toMatchObject({ quantities: 'total' });
    expect(lines(JSON.parse(JSON.stringify(state)))).toMatchObject([{ ordered: '18' }]);
  });
});
