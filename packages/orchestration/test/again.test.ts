import type { Order } from '@dist/canonical';
import { given, type Story } from '@dist/orchestration/testing';
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
      'replace (05): a person decides',
      booked()
        .when(shipment('S1', [['1', '20']]))
        .when(again('replace', '12')),
      {
        holds: [
          'replacement: Purchase order PO-1 came again as replace, with other content: lines.0.quantity.value 24 -> 12',
        ],
        effects: [],
        notes: ['held'],
      },
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
