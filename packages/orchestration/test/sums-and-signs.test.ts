import type { Invoice } from '@dist/canonical';
import { defaultPolicy, type Policy, replay } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, failed, invoice, shipment } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const keys = ({ effects }: Story) => effects.map(({ key }) => key);
const shipped = given([...start, shipment('S1', [['1', '10']])]);
const released = (hold: string): StoryEvent => ({ type: 'hold.released', hold, by: 'ada' });

describe('R23 an invoice that does not add up, or not to the order, is held for a person', () => {
  const charge = { kind: 'charge', code: 'D240', amount: '9' } as const;

  it.each<[string, Partial<Invoice>, string]>([
    ['another currency', { currency: 'EUR' }, 'it is in EUR, ordered in USD'],
    ['another total', { total: '1000000' }, 'its total is 1000000, its parts make 32.5'],
    ['a charge that its total does not have', { allowancesCharges: [charge] }, 'its parts make 41.5'],
  ])('%s', (_, more, reason) => {
    const story = shipped.when(invoice('I1', [['1', '10']], more));
    expect([keys(story), story.state.holds['invoice/I1']?.reason]).toEqual([[], expect.stringContaining(reason)]);
    expect(keys(story.when(released('invoice/I1')))).toEqual(['order-1/810/I1']);
  });

  it('a total that rounding has moved by a cent is none of those', () => {
    expect(keys(shipped.when(invoice('I1', [['1', '10']], { total: '32.51' })))).toEqual(['order-1/810/I1']);
  });

  it('a charge that is not agreed, where the policy lists those that are', () => {
    const told = invoice('I1', [['1', '10']], { allowancesCharges: [charge], total: '41.5' });
    const under = (agreedCharges: string[] | undefined): Policy => ({
      ...defaultPolicy,
      invoicing: { ...defaultPolicy.invoicing, agreedCharges },
    });
    for (const agreed of [undefined, ['D240']])
      expect(keys(given([...start, shipment('S1', [['1', '10']])], { policy: under(agreed) }).when(told))).toEqual([
        'order-1/810/I1',
      ]);
    const story = given([...start, shipment('S1', [['1', '10']])], { policy: under(['C310']) }).when(told);
    expect([keys(story), story.waiting.what]).toEqual([[], expect.stringContaining('the charge D240 is not agreed')]);
  });

  it('what is taken back is for a credit memo, and makes no room for more', () => {
    const back = shipped.when(invoice('I0', [['1', '-5']]));
    expect([keys(back), Object.keys(back.state.holds)]).toEqual([[], ['invoice/I0']]);
    expect(keys(back.when(invoice('I1', [['1', '15']])))).toEqual([]);
  });
});

describe('less than none', () => {
  const minus = { lineId: '1', quantity: { value: '-5', unit: 'C62' } };

  it.each<[string, StoryEvent]>([
    ['ships', shipment('S1', [['1', '-5']])],
    ['is refused', accepted('1', [{ ...minus, reason: 'r' }])],
    ['is cancelled', { type: 'cancel.result', cancel: 'c', partId: '1', lines: [minus] }],
  ])('%s: it counts for nothing, and its line is held', (_, told) => {
    const story = given([captured(), enriched(), ...(told.type === 'erp.accepted' ? [] : [accepted()]), told]);
    expect([story.lines[0]?.open, Object.keys(story.state.holds)]).toEqual(['24', ['quantity/1']]);
    expect(keys(story).filter((key) => key.includes('/856/'))).toEqual([]);
    expect(story.state).toEqual(replay('order-1', story.events, defaultPolicy));
  });
});

describe('R21 two confirmations of one day without a shipment number', () => {
  const policy: Policy = {
    ...defaultPolicy,
    fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse' },
  };
  const confirmed = (value: string, key: string): StoryEvent => ({
    type: 'warehouse.confirmed',
    partId: '1',
    request: 'R1',
    final: false,
    key,
    confirmation: {
      kind: 'fulfillmentConfirmation',
      version: '1',
      extent: 'fullDetail',
      requestNumber: 'R1',
      shippedOn: '2026-03-03',
      carrier: {},
      parties: {},
      references: [],
      packages: [
        { lines: [{ lineId: '1', ids: [], status: 'shipped', ordered: '24', quantity: { value, unit: 'C62' } }] },
      ],
    },
  });
  const first = given(start, { policy }).when(confirmed('10', 'a'));

  it('are two shipments', () => {
    const second = first.when(confirmed('4', 'b'));
    expect([first, second].flatMap(keys)).toEqual(['order-1/856/R1-2026-03-03', 'order-1/856/R1-2026-03-03-2']);
    expect(second.lines[0]?.shipped).toBe('14');
  });

  it('with the same quantities, too, but a person is asked before the partner hears of the second', () => {
    const second = first.when(confirmed('10', 'b'));
    expect([keys(second), second.lines[0]?.shipped]).toEqual([[], '20']);
    expect(second.waiting.what).toContain('the same quantities as for R1-2026-03-03 and gives no shipment number');
    expect(keys(second.when(released('shipment/R1-2026-03-03-2')))).toEqual(['order-1/856/R1-2026-03-03-2']);
  });

  it('and the same message again is the same one', () => {
    expect(first.when(confirmed('10', 'a')).state).toBe(first.state);
  });
});

describe('R23 an invoice whose notice could not be sent', () => {
  const key = 'order-1/856/S1';
  const billed = (told: StoryEvent) => shipped.when(told, invoice('I1', [['1', '10']]));
  const by = { by: 'ada', reason: 'told by telephone' } as const;

  it.each([
    ['waits for a person', failed(key, 'pricing')],
    ['is tried again', failed(key, 'transport')],
  ])('waits while the notice %s, and follows it', (_, failure) => {
    const waits = billed(failure);
    expect(keys(waits)).not.toContain('order-1/810/I1');
    expect(keys(waits.when({ type: 'effect.done', effect: key, attempt: 2 }))).toEqual(['order-1/810/I1']);
  });

  it('follows once a person has given the notice up', () => {
    const story = billed(failed(key, 'pricing')).when({ type: 'operator.dismissed', effect: key, ...by });
    expect(keys(story)).toEqual(['order-1/810/I1']);
  });
});
