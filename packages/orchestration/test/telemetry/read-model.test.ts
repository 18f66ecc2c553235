import type { Note } from '@dist/orchestration';
import { completeNotes, defaultPolicy, empty, type OrderEvent, phase, transition } from '@dist/orchestration';
import { correlationOf, readModel } from '@dist/orchestration/telemetry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullStory, told } from './told.ts';

const story = told(fullStory);
const until = (type: string, times = 1): readonly Note[] => {
  let left = times;
  return story.notes.slice(0, story.notes.findIndex((note) => note.type === type && --left === 0) + 1);
};

describe('an order by any of its numbers', () => {
  const bystander = told(fullStory.slice(0, 2), 'order-2');
  const byNotes = correlationOf([...story.notes, ...bystander.notes]);
  const byEvents = correlationOf(story.events.map((event) => ({ order: 'order-1', event })));

  it.each([
    ['its purchase order', 'PO-1', ['order-1', 'order-2']],
    ['the number at the ERP', 'SO-1', ['order-1']],
    ['our reference at the ERP', 'northfield.PO-1', ['order-1', 'order-2']],
    ['a shipment', 'S1', ['order-1']],
    ['a bill of lading', 'BOL-S1', ['order-1']],
    ['an invoice', 'I1', ['order-1']],
    ['the control number of a 855', '000000201', ['order-1']],
    ['a control number without its zeros', '203', ['order-1']],
    ['small letters', 'so-1', ['order-1']],
    ['its id', 'order-2', ['order-2']],
    ['nothing of it', 'I2', []],
    ['a word of the language', 'constructor', []],
  ])('is found by %s', (_, number, orders) => {
    expect(byNotes.find(number)).toEqual(orders);
    expect(byEvents.find(number)).toEqual(orders.filter((order) => order === 'order-1'));
    const model = readModel([...story.notes, ...bystander.notes]);
    expect(model.find(number).map(({ order }) => order)).toEqual(orders);
  });

  it('is found by a number of one kind', () => {
    expect([byNotes.find('S1', 'shipment'), byNotes.find('S1', 'invoice')]).toEqual([['order-1'], []]);
  });

  it('tells all its numbers', () => {
    expect(byEvents.namesOf('order-1')).toEqual(byNotes.namesOf('order-1'));
    expect(byNotes.namesOf('order-1')).toHaveLength(11);
  });
});

describe('the read model', () => {
  it('tells phase, since when, partner and documents with what became of them', () => {
    const row = readModel(story.notes).order('order-1');
    expect(row).toMatchObject({ phase: 'closed', since: '2026-03-05T08:09:00.000Z', partner: 'northfield', work: [] });
    expect(row?.documents.map(({ key, status, answer }) => [key, status, answer])).toEqual([
      ['order-1/855', 'done', 'accepted'],
      ['order-1/856/S1', 'superseded', 'rejected'],
      ['order-1/856/S1#2', 'done', 'accepted'],
      ['order-1/810/I1', 'done', 'accepted'],
    ]);
  });

  it.each([
    [
      'the lost answer',
      until('effect.inDoubt'),
      { work: [{ key: 'order-1/erp.submit/1', status: 'inDoubt', class: 'inDoubt' }] },
    ],
    ['the hold', until('held'), { holds: [{ hold: 'credit', owner: 'credit', reason: 'limit' }] }],
    ['its end', until('hold.ended'), { holds: [] }],
    ['the parked document', until('parked'), { documents: [{}, { status: 'parked', owner: 'trading partner desk' }] }],
    [
      'the missed deadline',
      until('sla.breached'),
      { deadlines: [{}, { timer: '856/S1', missedAt: '2026-03-05T08:00:00.000Z' }] },
    ],
  ])('tells %s while it lasts', (_, notes, expected) => {
    expect(readModel(notes).order('order-1')).toMatchObject(expected);
  });

  it('lists the deadlines that fall due soon, earliest first', () => {
    const model = readModel(until('deadline.set', 3));
    expect(model.atRisk('2026-03-02T08:30:00.000Z', 3600)).toEqual([
      { order: 'order-1', partner: 'northfield', timer: '856/S1', due: '2026-03-02T09:10:00.000Z', left: 2400 },
    ]);
    expect(model.atRisk('2026-03-02T08:30:00.000Z', 86_400).map(({ timer }) => timer)).toEqual([
      '856/S1',
      '997/order-1/855',
    ]);
  });

  it('counts orders by phase and lists them', () => {
    const model = readModel([...story.notes, ...told(fullStory.slice(0, 2), 'order-2').notes]);
    expect(model.phases()).toEqual({ closed: 1, submitting: 1 });
    expect(model.orders({ phase: 'submitting', partner: 'northfield' }).map(({ order }) => order)).toEqual(['order-2']);
  });

  it('goes on from a checkpoint, wherever it was taken, and passes by what it has read', () => {
    const whole = readModel(story.notes).checkpoint();
    fc.assert(
      fc.property(fc.nat(story.notes.length), fc.nat(5), (at, again) => {
        const stored = JSON.parse(JSON.stringify(readModel(story.notes.slice(0, at)).checkpoint()));
        const model = readModel([], stored);
        const from = Math.max(0, at - again);
        for (const [index, note] of story.notes.slice(from).entries()) model.add(note, from + index + 1);
        expect(JSON.stringify(model.checkpoint())).toBe(JSON.stringify(whole));
      }),
      { numRuns: 30 },
    );
  });

  it('reads what the machine alone notes: the phase, the documents and the holds', () => {
    const plain = told(fullStory.slice(0, 9), 'order-1', false);
    expect(readModel(plain.notes).order('order-1')).toMatchObject({ phase: 'held', holds: [{ hold: 'credit' }] });
    const later = readModel(told(fullStory, 'order-1', false).notes).order('order-1');
    expect(later).toMatchObject({ phase: 'closed', holds: [], work: [] });
    expect(later?.documents.map(({ status }) => status)).toEqual(['done', 'superseded', 'done', 'done']);
  });
});

describe('complete notes', () => {
  it('tell the state of the machine: phase, holds and deadlines of the row are those of the order, at every step', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...story.events], { minLength: 8 }), (events: readonly OrderEvent[]) => {
        let state = empty('order-1');
        const model = readModel();
        for (const event of events) {
          const step = transition(state, event, defaultPolicy);
          for (const note of completeNotes({ before: state, event, after: step.state, notes: step.notes }))
            model.add(note);
          state = step.state;
          const row = model.order('order-1');
          expect(row?.phase ?? 'empty').toBe(phase(state));
          expect(row?.holds.map(({ hold }) => hold).sort() ?? []).toEqual(Object.keys(state.holds).sort());
          const due = Object.fromEntries(row?.deadlines.map(({ timer, due }) => [timer, due]) ?? []);
          expect(due).toEqual({ ...state.timers });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('given again are the same', () => {
    let state = empty('order-1');
    for (const event of story.events) {
      const { state: after, notes } = transition(state, event, defaultPolicy);
      const once = completeNotes({ before: state, event, after, notes });
      expect(completeNotes({ before: state, event, after, notes: once })).toEqual(once);
      state = after;
    }
  });
});
