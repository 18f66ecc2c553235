import type { Order } from '@dist/canonical';
import { defaultPolicy, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, line, order, shipment } from './sample.ts';

const booked = () => given([captured(), enriched(), accepted(), done('order-1/855')]);
const again = (purpose: Order['purpose'], value = '24', key = 'second') =>
  captured(order([line('1', 'AX-100', value)], { purpose }), { key });
const holds = (story: Story) => Object.values(story.state.holds).map(({ hold, reason }) => `${hold}: ${reason}`);

describe('R04 a purchase order that comes again', () => {
  it.each<[string, Story, { holds: readonly string[]; effects: readonly string[]; notes: readonly string[] }]>([
    [
      'gotcha 2 original, equal: a duplicate',
      booked().when(again('original')),
      { holds: [], effects: [], notes: ['duplicate'] },
    ],
    [
      'gotcha 2 original, other quantity: held, never adopted',
      booked().when(again('original', '30')),
      {
        holds: [
          'duplicate-order: Purchase order PO-1 came again as original, with other content: lines.0.quantity.value 24 -> 30',
        ],
        effects: [],
        notes: ['held'],
      },
    ],
    [
      'gotcha 3 duplicate (07), equal: acknowledged again',
      booked().when(again('duplicate')),
      { holds: [], effects: ['order-1/855/second'], notes: ['duplicate'] },
    ],
    [
      'gotcha 3 duplicate (07), different: held',
      booked().when(again('duplicate', '30')),
      {
        holds: [
          'duplicate-order: Purchase order PO-1 came again as duplicate, with other content: lines.0.quantity.value 24 -> 30',
        ],
        effects: [],
        notes: ['held'],
      },
    ],
    [
      'gotcha 4 replace (05) below what has shipped: a person decides',
      booked()
        .when(shipment('S1', [['1', '20']]))
        .when(again('replace', '12')),
      {
        holds: [
          'replacement: Purchase order PO-1 came again as replace, with other content: line 1: replacement below shipped quantity',
        ],
        effects: [],
        notes: ['held'],
      },
    ],
    [
      'gotcha 4 replace (05): the ERP is asked for the new quantities',
      booked().when(again('replace', '30')),
      { holds: [], effects: ['order-1/erp.change/second/1'], notes: ['change.requested'] },
    ],
    [
      'confirmation (06): nothing',
      booked().when(again('confirmation', '30')),
      { holds: [], effects: [], notes: ['duplicate'] },
    ],
    [
      'information copy (22): nothing',
      booked().when(again('informationCopy')),
      { holds: [], effects: [], notes: ['duplicate'] },
    ],
    [
      'cancellation (01): asks the ERP to cancel',
      booked().when(again('cancellation')),
      { holds: [], effects: ['order-1/erp.cancel/second/1'], notes: ['cancel.requested'] },
    ],
  ])('%s', (_, story, expected) => {
    expect(holds(story)).toEqual(expected.holds);
    expect(story.effects.map((effect) => effect.key)).toEqual(expected.effects);
    for (const type of expected.notes) expect(story.notes.map((note) => note.type)).toContain(type);
    expect(story.lines).toMatchObject([{ ordered: '24' }]);
  });

  it.each(['original', 'duplicate', 'replace', 'confirmation', 'cancellation'] as const)(
    'by the same message (%s) changes nothing',
    (purpose) => {
      const story = booked().when(again(purpose, '30'));
      expect(story.when(again(purpose, '30')).state).toBe(story.state);
    },
  );

  it('every difference has a hold of its own', () => {
    const story = booked().when(again('original', '30'), { type: 'hold.released', hold: 'duplicate-order', by: 'p' });
    expect(story.phase).toBe('fulfilling');
    expect(Object.keys(story.when(again('original', '36', 'third')).state.holds)).toEqual(['duplicate-order/2']);
  });

  it('a message that changes its own content is a conflict, and the first stands', () => {
    const story = given([captured()]).when(captured(order([line('1', 'AX-100', '30')])));
    expect(story.lines).toMatchObject([{ ordered: '24' }]);
    expect(story.state.conflicts).toEqual({ 'order.captured': true });
    expect(story.phase).toBe('held');
  });
});

describe('R04 the first purchase order of its number', () => {
  it.each<[Order['purpose'], string, readonly string[]]>([
    ['original', 'captured', ['order-1/enrich']],
    ['duplicate', 'captured', ['order-1/enrich']],
    ['replace', 'captured', ['order-1/enrich']],
    ['confirmation', 'empty', []],
    ['informationCopy', 'empty', []],
    ['cancellation', 'empty', []],
  ])('%s leaves it %s', (purpose, phase, effects) => {
    const story = given([again(purpose)]);
    expect(story.phase).toBe(phase);
    expect(story.effects.map((effect) => effect.key)).toEqual(effects);
    expect(story.state.timers).toEqual(phase === 'empty' ? {} : { '855': '2026-03-03T08:00:00.000Z' });
    expect(story.notes.length).toBeGreaterThan(0);
  });

  it('after an information copy the original is the order', () => {
    expect(given([again('informationCopy')]).when(captured()).phase).toBe('captured');
  });

  it('after its own cancellation it goes nowhere', () => {
    const story = given([again('cancellation')]).when(captured());
    expect(story.phase).toBe('cancelled');
    expect(story.effects).toEqual([]);
    expect(story.lines).toMatchObject([{ cancelled: '24', open: '0' }]);
  });
});

describe('R04 a purchase order that replaces', () => {
  it('is applied once the ERP takes it, and answered by an 855 of the order as it stands', () => {
    const asked = booked().when(again('replace', '30'));
    expect(asked.lines).toMatchObject([{ ordered: '24' }]);
    const taken = asked.when({ type: 'change.result', change: 'second', partId: '1', accepted: true });
    expect(taken.lines).toMatchObject([{ ordered: '30' }]);
    expect(taken.effects.map(({ key, body }) => [key, body.type === 'document.send' && body.content])).toMatchObject([
      ['order-1/855/second', { purpose: 'replace', lines: [{ quantity: { value: '30' } }] }],
    ]);
  });

  it('comes before the submit and goes along with it', () => {
    const story = given([captured(), again('replace', '30'), enriched()]);
    expect(story.lines).toMatchObject([{ ordered: '30' }]);
    expect(story.state.effects['order-1/erp.submit/1']?.effect.body).toMatchObject({
      request: { lines: [{ base: { value: '30' } }] },
    });
  });
});

describe('R03 versions of a shop’s order', () => {
  const version = (revision: number, value: string): StoryEvent =>
    ({
      ...captured(order([line('1', 'AX-100', value)]), { key: `version-${revision}` }),
      revision,
    }) as StoryEvent;

  it('an older one that comes late says nothing new', () => {
    const story = given([version(2, '30'), version(1, '24'), { ...version(1, '24') }]);
    expect([story.lines[0]?.ordered, story.state.holds]).toEqual(['30', {}]);
  });

  it('a newer one takes its place', () => {
    const story = given([version(1, '24'), version(2, '30'), enriched()]);
    expect([story.lines[0]?.ordered, story.state.holds]).toEqual(['30', {}]);
  });
});

describe('R16 a line id that is used twice', () => {
  const policy: Policy = {
    ...defaultPolicy,
    enrichment: { ...defaultPolicy.enrichment, repeatedLineIds: 'byOrdinal' },
  };
  const twice = order([line('00A', 'AX-100', '2'), line('7', 'AX-100', '1'), line('7', 'AX-100', '3')]);
  const booked = given([captured(twice), enriched(twice, policy), accepted()], { policy });

  it('is two lines all the same, keyed by ordinal', () => {
    expect(booked.lines.map(({ lineId, ordered }) => [lineId, ordered])).toEqual([
      ['00A', '2'],
      ['7', '1'],
      ['7#3', '3'],
    ]);
    const submit = booked.state.effects['order-1/erp.submit/1']?.effect.body;
    expect(submit).toMatchObject({ request: { lines: [{ lineId: '00A' }, { lineId: '7' }, { lineId: '7#3' }] } });
  });

  it('comes back to the buyer as it came', () => {
    const shipped = booked.when(shipment('S1', [['7#3', '3']]));
    const contents = ['855', '856/S1'].map((key) => shipped.state.effects[`order-1/${key}`]?.effect.body);
    expect(contents).toMatchObject([
      { content: { lines: [{ lineId: '00A' }, { lineId: '7' }, { lineId: '7' }] } },
      { content: { items: [{ lineId: '7', quantity: { value: '3' } }] } },
    ]);
  });

  it('is held where the policy does not say so, and enrichment sees what the buyer sent', () => {
    const asked = given([captured(twice)]);
    expect(asked.effects[0]?.body).toMatchObject({
      order: { lines: [{ lineId: '00A' }, { lineId: '7' }, { lineId: '7' }] },
    });
  });
});
