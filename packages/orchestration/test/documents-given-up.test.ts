import type { Invoice } from '@dist/canonical';
import { defaultPolicy, type EffectBody, obligations, type Policy } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, failed, invoice, order, shipment } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const by = { by: 'ada', reason: 'agreed by telephone' } as const;
const document = 'order-1/855';
const receipt = (status: 'processed' | 'failed', of = document): StoryEvent => ({
  type: 'mdn.received',
  document: of,
  status,
});
const replayed = (effect: string, correction?: EffectBody): StoryEvent => ({
  type: 'operator.replayed',
  effect,
  ...by,
  ...(correction !== undefined && { correction }),
});

describe('a document that the transport could not bring', () => {
  const parked = given([...start, done(document), receipt('failed')]);

  it('goes out once more, as another one, when an operator says so, and waits for nobody then', () => {
    expect(parked.phase).toBe('parked');
    const again = parked.when(replayed(document));
    expect(again.effects.map(({ key }) => key)).toEqual([`${document}#2`]);
    const sent = again.when(done(`${document}#2`));
    expect([sent.effects, sent.phase]).toEqual([[], 'fulfilling']);
    expect(sent.state.effects[`${document}#2`]?.status).toBe('done');
  });

  it('is sent once a receipt says that it arrived after all', () => {
    const arrived = parked.when(receipt('processed'));
    expect([arrived.phase, arrived.state.effects[document]?.status]).toEqual(['fulfilling', 'done']);
    expect(Object.keys(arrived.state.awaited)).toEqual([`997/${document}`]);
  });

  it('and that we report as sent once more is what it was: the same state comes back', () => {
    const told = { ...done(document), key: 'again' } as StoryEvent;
    expect(parked.when(told).state).toBe(parked.state);
    const early = given([...start, receipt('failed'), done(document)]);
    expect(early.phase).toBe('parked');
    expect(early.when(told).state).toBe(early.state);
  });
});

describe('a correction with which an operator sends something again', () => {
  const content = (number: string): Invoice => {
    const event = invoice(number, [['1', '10']]);
    if (event.type !== 'invoice.posted') throw new TypeError('an invoice');
    return event.invoice;
  };
  const key = 'order-1/810/I1';
  const parked = given([...start, shipment('S1', [['1', '10']]), invoice('I1', [['1', '10']]), failed(key, 'pricing')]);

  it.each<[string, object, string]>([
    ['another invoice', { content: content('I2') }, 'content.number'],
    ['another partner', { partner: 'southfield', content: content('I1') }, 'partner'],
    ['another document', { document: '856', content: content('I1') }, 'document'],
  ])('is about the same thing: %s is refused, and what differs is said', (_, more, field) => {
    const correction = { type: 'document.send', partner: 'northfield', document: '810', ...more } as never;
    const story = parked.when(replayed(key, correction));
    expect([story.effects, story.notes]).toMatchObject([[], [{ type: 'replay.refused' }]]);
    expect(story.notes[0]?.message).toContain(`its ${field} differs`);
  });

  it('may say anything else otherwise', () => {
    const correction = {
      type: 'document.send',
      partner: 'northfield',
      document: '810',
      content: { ...content('I1'), date: '2026-03-04' },
    } as never;
    expect(parked.when(replayed(key, correction)).effects).toMatchObject([{ key, attempt: 2 }]);
  });
});

describe('R26 a document that a person has given up', () => {
  const sla: Policy['sla'] = { '856': { startsAt: 'shipped', hours: 24 } };
  const policy = { ...defaultPolicy, sla };
  const key = 'order-1/856/S1';
  const parked = given([...start, shipment('S1', [['1', '24']]), failed(key, 'pricing')], { policy });
  const dismissed = (at: string): StoryEvent => ({ type: 'operator.dismissed', effect: key, ...by, at });

  it('is due no more', () => {
    expect(parked.state.timers).toHaveProperty('856/S1');
    const story = parked.when(dismissed('2026-03-02T09:00:00.000Z'));
    expect([story.state.timers, story.state.breaches]).toEqual([{}, {}]);
  });

  it('was missed where its time had passed by then', () => {
    const story = parked.when(dismissed('2026-03-05T09:00:00.000Z'));
    expect([story.state.timers, Object.keys(story.state.breaches)]).toEqual([{}, ['856/S1']]);
    expect(story.notes.find(({ type }) => type === 'sla.breached')?.message).toContain('was given up late');
  });
});

describe('what is owed', () => {
  it('to a shop for its edit is no 865', () => {
    const of = order(undefined, { channel: 'shop', parties: {} });
    const edit: StoryEvent = {
      type: 'change.requested',
      partner: 'shop',
      change: 'e1',
      receivedAt: '2026-03-02T08:10:00.000Z',
      quantities: 'total',
      content: {
        kind: 'orderChange',
        version: '1',
        purpose: 'change',
        mode: 'delta',
        orderNumber: of.number,
        changeNumber: 'e1',
        dates: {},
        parties: {},
        references: [],
        lines: [{ lineId: '1', action: 'changeQuantity', ids: [], quantity: { value: '12', unit: 'C62' } }],
      } as never,
    };
    const policy: Policy = { ...defaultPolicy, sla: { '865': { startsAt: 'received', hours: 24 } } };
    expect(given([captured(of), enriched(of), edit], { policy }).state.timers).toEqual({});
  });

  it('is no submit of a part that the ERP has by hand (R28)', () => {
    const held: StoryEvent = { type: 'hold.placed', hold: 'h', reason: 'r' };
    const story = given([captured(), held, enriched(), accepted()]);
    expect(obligations(story.state).map(({ key }) => key)).not.toContain('order-1/erp.submit/1');
  });
});
