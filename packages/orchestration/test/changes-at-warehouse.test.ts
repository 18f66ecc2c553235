import type { ChangedLine, FulfillmentConfirmation, OrderChange } from '@dist/canonical';
import { defaultPolicy, effectKey, type LineQuantity, lines, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../src/order/view-of.ts';
import { accepted, captured, done, enriched, failed, line, order, shipment } from './sample.ts';

const policy: Policy = {
  ...defaultPolicy,
  changes: { quantities: 'total', waitHours: 48 },
  fulfillment: { ...defaultPolicy.fulfillment, release: true, shipmentsFrom: 'warehouse', short: 'shortShip' },
};
const ordered = order([line('1', 'AX-100', '24'), line('2', 'AX-200', '12')]);
const unit = 'C62';
const start = [captured(ordered), enriched(ordered)];
const released = given([...start, accepted()], { policy });

const amount = (value: string, lineId = '1'): LineQuantity => ({ lineId, quantity: { value, unit } });

function change(name: string, value: string, more: Partial<ChangedLine> = {}, sequence?: number): StoryEvent {
  const action = 'change';
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: ordered.number,
    changeNumber: name,
    dates: {},
    parties: {},
    references: [],
    lines: [{ lineId: '1', action, ids: [], quantity: { value, unit }, ...more }],
  };
  const receivedAt = '2026-03-02T09:00:00.000Z';
  return { type: 'change.requested', partner: 'northfield', change: name, sequence, content, receivedAt };
}

const stopped = (name: string, ...amounts: readonly LineQuantity[]): StoryEvent => ({
  type: 'warehouse.cancelResult',
  partId: '1',
  cancel: name,
  lines: amounts,
});
const all = [amount('24'), amount('12', '2')];
const took = (name: string, isTaken = true): StoryEvent => ({
  type: 'change.result',
  change: name,
  partId: '1',
  accepted: isTaken,
});
const shipped = (value: string): StoryEvent =>
  ({ ...shipment('S1', [['1', value]]), source: 'warehouse' }) as StoryEvent;

const keys = (story: Story, what: string) =>
  Object.keys(story.state.effects).filter((key) => key.startsWith(`order-1/${what}`));
const bodyOf = (story: Story, key: string) => story.state.effects[`order-1/${key}`]?.effect.body;
const releases = (story: Story) =>
  keys(story, 'warehouse.release').map((key) => {
    const body = story.state.effects[key]?.effect.body;
    if (body?.type !== 'warehouse.release') throw new TypeError(key);
    return [body.request, ...body.content.lines.map(({ lineId, quantity }) => `${lineId}: ${quantity.value}`)];
  });
const answerTo = (story: Story, name: string) => {
  const body = bodyOf(story, `865/${name}`);
  return body?.type === 'document.send' && body.document === '865' ? body.content.status : undefined;
};
const first = ['northfield.PO-1', '1: 24', '2: 12'];

describe('R17 a change of quantities that a warehouse has', () => {
  const asked = released.when(change('7', '18'));

  it('is asked of the warehouse first, and of the ERP not before its answer', () => {
    expect(keys(asked, 'warehouse.cancel')).toEqual(['order-1/warehouse.cancel/change%2F7/1']);
    expect(bodyOf(asked, 'warehouse.cancel/change%2F7/1')).toMatchObject({ request: 'northfield.PO-1' });
    expect([keys(asked, 'erp.change'), answerTo(asked, '7')]).toEqual([[], undefined]);
  });

  it('goes on to the ERP once it is stopped there, and to the warehouse again as the ERP has taken it', () => {
    const atErp = asked.when(stopped('change/7', ...all));
    expect([keys(atErp, 'erp.change'), releases(atErp)]).toEqual([['order-1/erp.change/7/1'], [first]]);
    const taken = atErp.when(took('7'));
    expect([taken.lines[0]?.ordered, answerTo(taken, '7')]).toEqual(['18', 'accepted']);
    expect(releases(taken)).toEqual([first, ['northfield.PO-1.A2', '1: 18', '2: 12']]);
    expect(keys(taken, 'warehouse.release')[1]).toBe(effectKey.releaseAgain('order-1', '1', '7'));
    expect(taken.when(done('order-1/865/7')).effects).toEqual([]);
  });

  it('that the ERP refuses goes to the warehouse again as it was', () => {
    const refused = asked.when(stopped('change/7', ...all), took('7', false));
    expect([refused.lines[0]?.ordered, answerTo(refused, '7')]).toEqual(['24', 'rejected']);
    expect(releases(refused)).toEqual([first, ['northfield.PO-1.A2', '1: 24', '2: 12']]);
  });

  it('is refused when the warehouse says that it is too late, the ERP is not asked, and the goods ship', () => {
    const late = asked.when(stopped('change/7'));
    expect([answerTo(late, '7'), keys(late, 'erp.change'), releases(late)]).toEqual(['rejected', [], [first]]);
    expect(bodyOf(late, '865/7')).toMatchObject({
      content: { notes: ['line 1: 18 C62 is less than what the warehouse ships'] },
    });
    const gone = late.when(shipped('24'));
    expect([gone.lines[0]?.shipped, gone.lines[0]?.over, gone.state.holds]).toEqual(['24', '0', {}]);
  });

  it('is refused when the question to the warehouse is given up', () => {
    const parked = asked.when(failed('order-1/warehouse.cancel/change%2F7/1', 'pricing'));
    const effect = 'order-1/warehouse.cancel/change%2F7/1';
    const story = parked.when({ type: 'operator.dismissed', effect, by: 'ada', reason: 'telephoned' });
    expect([answerTo(story, '7'), keys(story, 'erp.change'), releases(story)]).toEqual(['rejected', [], [first]]);
  });

  it('is refused to the partner without a name from the house when the question to the ERP is given up', () => {
    const effect = 'order-1/erp.change/7/1';
    const parked = asked.when(stopped('change/7', ...all), failed(effect, 'pricing'));
    const story = parked.when({ type: 'operator.dismissed', effect, by: 'ada', reason: 'telephoned' });
    expect([answerTo(story, '7'), releases(story).length, story.phase]).toEqual(['rejected', 2, 'fulfilling']);
    expect(bodyOf(story, '865/7')).toMatchObject({ content: { notes: ['refused by the seller'] } });
  });

  it('that is more than the warehouse can not stop any more is asked of the ERP, and the rest is released', () => {
    const more = released.when(change('7', '30'), stopped('change/7'));
    expect(keys(more, 'erp.change')).toEqual(['order-1/erp.change/7/1']);
    expect(releases(more.when(took('7')))).toEqual([first, ['northfield.PO-1.A2', '1: 6']]);
    expect(releases(more.when(took('7', false)))).toEqual([first]);
  });

  it('of which a part has left is decided by what the warehouse has stopped', () => {
    const rest = [amount('14'), amount('12', '2')];
    const enough = asked.when(shipped('10'), stopped('change/7', ...rest), took('7'));
    expect(releases(enough)).toEqual([first, ['northfield.PO-1.A2', '1: 8', '2: 12']]);
    expect(enough.lines).toMatchObject([{ ordered: '18', shipped: '10', open: '8' }, { open: '12' }]);
    const tooLow = released.when(change('8', '6'), stopped('change/8', ...rest));
    expect([answerTo(tooLow, '8'), keys(tooLow, 'erp.change')]).toEqual(['rejected', []]);
    expect(releases(tooLow)).toEqual([first, ['northfield.PO-1.A2', '1: 14', '2: 12']]);
  });

  it('is not short because we have stopped it', () => {
    const confirmation: FulfillmentConfirmation = {
      kind: 'fulfillmentConfirmation',
      version: '1',
      extent: 'fullDetail',
      requestNumber: 'northfield.PO-1',
      shipmentId: 'S1',
      shippedOn: '2026-03-03',
      carrier: {},
      parties: {},
      references: [],
      packages: [
        { lines: [{ lineId: '1', ids: [], status: 'shipped', ordered: '24', quantity: { value: '10', unit } }] },
      ],
    };
    const told: StoryEvent = {
      type: 'warehouse.confirmed',
      partId: '1',
      request: 'northfield.PO-1',
      confirmation,
      final: true,
    };
    const story = asked.when(told, stopped('change/7', amount('14'), amount('12', '2')), took('7'));
    expect(story.lines[0]).toMatchObject({ ordered: '18', shipped: '10', cancelled: '0', open: '8' });
    expect(releases(story)[1]).toEqual(['northfield.PO-1.A2', '1: 8', '2: 12']);
    expect(released.when(told).lines[0]).toMatchObject({ cancelled: '14', open: '0' });
  });

  it('waits for the change before it, and the goods are released once, as the last one leaves them', () => {
    const two = released.when(change('1', '20', {}, 1), change('2', '16', {}, 2));
    expect(keys(two, 'warehouse.cancel').length).toBe(1);
    const second = two.when(stopped('change/1', ...all), took('1'));
    expect([keys(second, 'erp.change').length, keys(second, 'warehouse.cancel').length]).toEqual([2, 1]);
    expect(releases(second)).toEqual([first]);
    const end = second.when(took('2'));
    expect([end.lines[0]?.ordered, releases(end)]).toEqual(['16', [first, ['northfield.PO-1.A2', '1: 16', '2: 12']]]);
  });

  it('may come once more: what was released again is stopped, and goes once more', () => {
    const again = asked.when(stopped('change/7', ...all), took('7'), change('8', '12'));
    expect(bodyOf(again, 'warehouse.cancel/change%2F8/1')).toMatchObject({ request: 'northfield.PO-1.A2' });
    const end = again.when(stopped('change/8', amount('18'), amount('12', '2')), took('8'));
    expect(releases(end)[2]).toEqual(['northfield.PO-1.A3', '1: 12', '2: 12']);
  });

  it('whose release was given up is asked of the ERP alone, and no warehouse is asked again', () => {
    const effect = 'order-1/warehouse.release/1';
    const given = released
      .when(failed(effect, 'pricing'))
      .when({ type: 'operator.dismissed', effect, by: 'ada', reason: 'by hand' }, change('7', '18'));
    expect([keys(given, 'warehouse.cancel'), keys(given, 'erp.change').length]).toEqual([[], 1]);
    expect(keys(given.when(took('7')), 'warehouse.release')).toEqual([effect]);
  });

  it('counts what an operator has corrected in the request', () => {
    const effect = 'order-1/warehouse.release/1';
    const { body } = released.state.effects[effect]?.effect ?? {};
    if (body?.type !== 'warehouse.release') throw new TypeError('a release');
    const corrected = { ...body, content: { ...body.content, lines: body.content.lines.slice(0, 1) } };
    const story = released
      .when(failed(effect, 'pricing'))
      .when({ type: 'operator.replayed', effect, by: 'ada', reason: 'line 2 later', correction: corrected })
      .when(change('7', '18'), stopped('change/7', amount('24')), took('7'));
    expect(releases(story)[1]).toEqual(['northfield.PO-1.A2', '1: 18', '2: 12']);
  });

  it('of a price alone is asked of the ERP alone', () => {
    const story = released.when(change('7', '24', { action: 'changePrice', price: { amount: '3' } }));
    expect([keys(story, 'warehouse.cancel'), keys(story, 'erp.change').length]).toEqual([[], 1]);
  });

  it('is not released before it is settled', () => {
    const held = given([...start, accepted(), { type: 'hold.placed', hold: 'check', reason: 'look' }], {
      policy: { ...policy, fulfillment: { ...policy.fulfillment, release: false } },
    });
    expect(held.phase).toBe('held');
    const before = given([captured(ordered), { type: 'hold.placed', hold: 'h', reason: 'r' }, enriched(ordered)], {
      policy,
    }).when({ type: 'hold.released', hold: 'h', by: 'p' }, { ...change('7', '18') }, accepted());
    expect([keys(before, 'warehouse.release'), keys(before, 'erp.change').length]).toEqual([[], 1]);
    const after = before.when(took('7'));
    expect(releases(after)).toEqual([['northfield.PO-1', '1: 18', '2: 12']]);
  });

  it('leaves a view that is the one derived anew', () => {
    const end = asked.when(shipped('10'), stopped('change/7', amount('14'), amount('12', '2')), took('7')).state;
    const { owedNotices: _a, owedInvoices: _b, ...kept } = viewOf(end);
    const { owedNotices: _c, owedInvoices: _d, ...anew } = viewOf({ ...end });
    expect(kept).toEqual(anew);
    expect(lines(JSON.parse(JSON.stringify(end)))).toEqual(lines(end));
  });
});

describe('R17 a cancellation that meets a change at the warehouse', () => {
  const cancel: StoryEvent = { type: 'cancel.requested', cancel: 'c1', reason: 'not wanted' };
  const asked = released.when(change('7', '18'));

  it('does not ask again for what the change has stopped', () => {
    const story = asked.when(stopped('change/7', ...all), cancel);
    expect([keys(story, 'warehouse.cancel').length, keys(story, 'erp.cancel')]).toEqual([
      1,
      ['order-1/erp.cancel/c1/1'],
    ]);
    expect(releases(story.when(took('7')))).toEqual([first]);
  });

  it('waits for the answer to the question before it', () => {
    const story = asked.when(cancel);
    expect([keys(story, 'warehouse.cancel').length, keys(story, 'erp.cancel')]).toEqual([1, []]);
    expect(keys(story.when(stopped('change/7', ...all)), 'erp.cancel')).toEqual(['order-1/erp.cancel/c1/1']);
  });

  it('stops what was released again', () => {
    const story = asked.when(stopped('change/7', ...all), took('7'), cancel);
    expect(bodyOf(story, 'warehouse.cancel/c1/1')).toMatchObject({ request: 'northfield.PO-1.A2' });
  });
});

describe('R17 an edit in a shop', () => {
  const shop = { ...ordered, channel: 'shop' as const, parties: {} };
  const start = [captured(shop, { key: 'v1' }), enriched(shop), accepted()].map((event) =>
    event.type === 'order.captured' ? { ...event, revision: 1 } : event,
  );
  const edited: StoryEvent = {
    ...captured({ ...shop, purpose: 'replace', lines: [line('1', 'AX-100', '18'), line('2', 'AX-200', '12')] }),
    key: 'v2',
    revision: 2,
  } as StoryEvent;
  const asked = given(start, { policy }).when(edited);

  it('of what a warehouse has is asked there first', () => {
    expect(keys(asked, 'warehouse.cancel')).toEqual(['order-1/warehouse.cancel/change%2Fv2/1']);
    const taken = asked.when(stopped('change/v2', ...all), took('v2'));
    expect([taken.lines[0]?.ordered, taken.state.holds, releases(taken)[1]?.slice(1)]).toEqual([
      '18',
      {},
      ['1: 18', '2: 12'],
    ]);
  });

  it('that is too late is shown to a person, since a shop gets no answer', () => {
    const late = asked.when(stopped('change/v2'));
    expect(late.state.holds['change/v2']?.reason).toBe('line 1: 18 C62 is less than what the warehouse ships');
    const seen = late.when({ type: 'hold.released', hold: 'change/v2', by: 'ada' });
    expect([seen.phase, seen.lines[0]?.ordered]).toEqual(['fulfilling', '24']);
  });
});
