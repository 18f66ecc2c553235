import { defaultPolicy, type OrderEvent, type OrderState, replay, transition } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, shipment } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const released = (hold: string, more: object = {}): StoryEvent => ({ type: 'hold.released', hold, by: 'ada', ...more });
const over = 'over-shipment/1';
const keys = ({ effects }: Story) => effects.map(({ key }) => key);

function expectSame({ state, events }: Story): void {
  expect(state).toEqual(replay(state.id, events, defaultPolicy));
}

describe('a hold that a person lets go', () => {
  const held = given([...start, shipment('S1', [['1', '25']])]);
  const free = held.when(released(over));

  it('is let go as it stands: what ships beyond that is asked again', () => {
    expect([Object.keys(held.state.holds), keys(free)]).toEqual([[over], ['order-1/856/S1']]);
    const more = free.when(shipment('S2', [['1', '100000']]));
    expect([keys(more), Object.keys(more.state.holds)]).toEqual([[], [over]]);
    const all = more.when(released(over));
    expect([keys(all), all.state.holds]).toEqual([['order-1/856/S2'], {}]);
    expectSame(all);
  });

  it('is let go by a word that comes once: the same message again is no word on what came since', () => {
    const word = released(over, { key: 'word' });
    const more = held.when(word, shipment('S2', [['1', '100000']]));
    const again = more.when(word);
    expect(again.state).toBe(more.state);
  });

  it('is let go by a person who saw it as it is, where that is said', () => {
    const raced = held.when(shipment('S2', [['1', '100000']])).when(released(over, { about: '1' }));
    expect([keys(raced), Object.keys(raced.state.holds)]).toEqual([[], [over]]);
  });

  it('is let go for a reason, where one is given, and that is told', () => {
    const word = held.when(released(over, { reason: 'the buyer takes them' }));
    const told = word.notes.find(({ type }) => type === 'hold.released');
    expect(told?.message).toBe('Hold over-shipment/1 released by ada: the buyer takes them');
    expect(word.state.facts['hold.released/over-shipment/1#1']).toMatchObject({ reason: 'the buyer takes them' });
  });

  it('is none that was not there yet: a word before it counts for nothing', () => {
    const early = given([...start, released(over), shipment('S1', [['1', '25']])]);
    expect([early.phase, keys(early)]).toEqual(['held', expect.not.arrayContaining(['order-1/856/S1'])]);
  });

  it('and that somebody placed ends by its name, whichever of the two comes first', () => {
    const placed: StoryEvent = { type: 'hold.placed', hold: 'h', reason: 'r' };
    for (const told of [
      [placed, released('h')],
      [released('h'), placed],
    ])
      expect(given([...start, ...told]).state.holds).toEqual({});
  });

  it('and that somebody placed under a name of the machine lets nothing of the machine pass', () => {
    const placed: StoryEvent = { type: 'hold.placed', hold: 'credit', reason: 'a talk with the buyer' };
    const failure = { class: 'credit', code: 'credit-limit', message: 'beyond the limit' } as const;
    const unresolved: StoryEvent = { type: 'order.unresolved', round: 1, failures: [failure] };
    const story = given([captured(), placed, released('credit'), unresolved]);
    expect([keys(story), Object.keys(story.state.holds)]).toEqual([['order-1/enrich'], ['credit']]);
    expect(keys(story.when(released('credit')))).toEqual(['order-1/enrich/2']);
  });

  it('stays let go in a state that an earlier version has kept, which does not say what for', () => {
    const state: OrderState = JSON.parse(JSON.stringify(free.state));
    const name = Object.keys(state.facts).find((key) => key.startsWith('hold.released/')) ?? '';
    const { about: _about, ...fact } = state.facts[name] as Extract<OrderEvent, { type: 'hold.released' }>;
    const { [name]: _new, ...facts } = state.facts;
    const kept = { ...state, facts: { ...facts, [`hold.released/${over}`]: fact } } as OrderState;
    const event = { type: 'message.received', message: 'm', subject: 's', text: 't' } as const;
    const next = transition(kept, { ...event, key: 'm', at: '2026-03-05T08:00:00.000Z', v: 2 }, defaultPolicy);
    expect(next.state.holds).toEqual({});
  });
});
