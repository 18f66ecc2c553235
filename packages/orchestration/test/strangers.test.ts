import type { ChangedLine, Order } from '@dist/canonical';
import { loadId } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, invoice, order, shipment } from './sample.ts';

const start = [captured(), enriched(), accepted()];

const purchaseOrder = (more: Partial<Order>, partner = 'northfield'): StoryEvent =>
  ({ ...captured(order(undefined, more)), partner, key: 'stranger' }) as StoryEvent;

function change(partner: string, orderNumber: string): StoryEvent {
  const content = { kind: 'orderChange', version: '1', purpose: 'change', mode: 'delta', orderNumber } as const;
  const lines: ChangedLine[] = [{ lineId: '1', action: 'change', ids: [], quantity: { value: '5', unit: 'C62' } }];
  return {
    type: 'change.requested',
    partner,
    change: 'c1',
    receivedAt: '2026-03-02T07:00:00.000Z',
    content: { ...content, changeNumber: 'c1', dates: {}, parties: {}, references: [], lines },
  };
}

describe('R04 what came under the id of another order', () => {
  it.each<[string, StoryEvent]>([
    ['of another partner', purchaseOrder({ purpose: 'cancellation' }, 'southfield')],
    ['of another number', purchaseOrder({ purpose: 'cancellation', number: 'PO-999' })],
    ['that replaces another', purchaseOrder({ purpose: 'replace', number: 'PO-999', lines: [] })],
  ])('a purchase order %s changes nothing, and is shown to a person', (_what, event) => {
    const story = given(start).when(event);
    expect([story.effects, story.phase]).toEqual([[], 'held']);
    expect(story.state.holds['stranger/order.captured/stranger']?.reason).toMatch(
      /^it is of purchase order PO-.* of \w+/,
    );
    expect(story.lines).toMatchObject([{ ordered: '24', open: '24' }]);
    expect(story.when(event).state).toEqual(story.state);
    expect(story.when({ type: 'hold.released', hold: 'stranger/order.captured/stranger', by: 'ada' }).phase).toBe(
      'fulfilling',
    );
  });

  it.each([
    ['southfield', 'PO-1'],
    ['northfield', 'PO-999'],
  ])('a change order of %s for %s is asked of nobody, whichever came first', (partner, number) => {
    for (const told of [
      [...start, change(partner, number)],
      [change(partner, number), ...start],
    ]) {
      const { state } = given(told);
      expect(Object.keys(state.effects).filter((key) => /change|865/.test(key))).toEqual([]);
      expect(Object.keys(state.holds)).toEqual(['stranger/change.requested/c1']);
    }
  });

  it('a change order of its own is asked of the ERP', () => {
    expect(
      given(start)
        .when(change('northfield', 'PO-1'))
        .effects.map(({ key }) => key),
    ).toEqual(['order-1/erp.change/c1/1']);
  });
});

describe('R15 what came under the id of a load and is of another', () => {
  const id = loadId('northfield', 'L77');
  const posted = shipment('S1', [['1', '10']]);
  const content = posted.type === 'shipment.posted' ? posted.shipment : undefined;
  if (content === undefined) throw new TypeError('a shipment');
  const joined = (partner: string, load: string): StoryEvent => {
    return { type: 'load.joined', partner, load, order: `${partner}-${load}`, shipment: content };
  };
  const closedAt = '2026-03-03T11:00:00.000Z';
  const closed: StoryEvent = { type: 'load.closed', partner: 'northfield', load: 'L77', closedAt };

  it.each([
    ['southfield', 'L77'],
    ['northfield', 'L78'],
  ])('is not in its notice: %s, %s', (partner, load) => {
    const story = given([joined(partner, load), joined('northfield', 'L77'), closed], { id });
    const body = story.state.effects[`${id}/856`]?.effect.body;
    expect(body).toMatchObject({ partner: 'northfield', content: { items: [{ quantity: { value: '10' } }] } });
    expect(Object.keys(story.state.holds)).toEqual([`stranger/load.joined/${partner}-${load}/S1`]);
  });

  it('a purchase order does not become one with it', () => {
    const story = given([joined('northfield', 'L77')], { id }).when(purchaseOrder({}));
    expect([story.effects, Object.keys(story.state.holds)]).toEqual([[], ['stranger/order.captured/stranger']]);
  });
});

describe('R19 what an ERP tells of another of its orders', () => {
  const told = (numbers: readonly string[]): StoryEvent => {
    const event = shipment(
      'S1',
      numbers.map(() => ['1', '5'] as const),
    );
    if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
    const items = event.shipment.items.map((item, index) => ({ ...item, orderNumber: numbers[index] ?? '' }));
    return { ...event, shipment: { ...event.shipment, items } };
  };
  const billed = (orderNumber: string) => invoice('I1', [['1', '5']], { orderNumber });

  it('goes into no notice of this one until a person lets it', () => {
    const story = given(start).when(told(['SO-1', 'SO-2']));
    expect(story.effects).toEqual([]);
    expect(story.state.holds['shipment/S1']?.reason).toBe(
      'shipment S1: it has goods of order SO-2, which is none of this one',
    );
    const released = story.when({ type: 'hold.released', hold: 'shipment/S1', by: 'ada' });
    expect([released.effects.map(({ key }) => key), released.state.holds]).toEqual([['order-1/856/S1'], {}]);
  });

  it('is not billed to the buyer of this one', () => {
    const story = given([...start, told(['SO-1'])]).when(billed('SO-2'));
    expect(story.effects).toEqual([]);
    expect(story.state.holds['invoice/I1']?.reason).toContain('it is of order SO-2, which is none of this one');
  });

  it('is billed where its goods were told under that number: it is what was left over', () => {
    const story = given([...start, told(['SO-1/2'])]).when(billed('SO-1/2'));
    expect(story.effects.map(({ key }) => key)).toEqual(['order-1/810/I1']);
  });

  it.each(['SO-1', 'PO-1', ''])('goes under a number that is its own, or without one: %s', (number) => {
    const story = given([...start, told([number]), billed(number)]);
    expect(Object.keys(story.state.effects)).toEqual(expect.arrayContaining(['order-1/856/S1', 'order-1/810/I1']));
  });
});

describe('R16 an ERP that was not asked', () => {
  const other = { ...accepted(), erp: 'legacy' } as StoryEvent;

  it('and accepts a part is shown to a person, whether the part was known or not', () => {
    for (const told of [
      [captured(), enriched(), other],
      [captured(), other, enriched()],
    ]) {
      const { state } = given(told);
      expect(state.holds['stranger/erp.accepted/1']?.reason).toBe(
        'part 1 is for erp, and legacy has accepted it as SO-1',
      );
    }
  });

  it('is nothing to ask about where an operator sent the part there', () => {
    const reroute: StoryEvent = { type: 'operator.rerouted', partId: '1', erp: 'legacy', by: 'ada', reason: 'r' };
    expect(given([captured(), reroute, enriched(), other]).state.holds).toEqual({});
  });
});
