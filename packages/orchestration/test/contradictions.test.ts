import { defaultPolicy, type OrderEvent, type OrderState, phase, replay, transition } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, failed, invoice, order, shipment } from './sample.ts';

const start = [captured(), enriched()];
const by = { by: 'ada', reason: 'agreed by telephone' } as const;
const refused: StoryEvent = { type: 'erp.rejected', partId: '1', reason: 'price', message: 'no' };
const fact = (event: StoryEvent, at = '2026-03-05T08:00:00.000Z'): OrderEvent =>
  ({ ...event, key: `put-right-${at}`, at, v: 2 }) as OrderEvent;
const corrected = (event: StoryEvent, more: Partial<StoryEvent> = {}): StoryEvent =>
  ({ type: 'operator.corrected', event: fact(event), ...by, ...more }) as StoryEvent;
const hold = 'conflict/erp.accepted/1';

/** A state is that which its log leads to, and that of its JSON. */
function expectSame({ state, events }: Story): void {
  expect(state).toEqual(replay(state.id, events, defaultPolicy));
}

describe('an ERP that accepts a part and refuses it contradicts itself', () => {
  it.each<[string, StoryEvent[]]>([
    ['accepted first', [accepted(), refused]],
    ['refused first', [refused, accepted()]],
  ])('which is held, and what was accepted counts, once: %s', (_, answers) => {
    const story = given([...start, ...answers]);
    expect([story.phase, Object.keys(story.state.holds)]).toEqual(['held', [hold]]);
    expect(story.lines).toMatchObject([{ rejected: '0', open: '24' }]);
    expect(story.waiting.what).toContain('has accepted part 1 as SO-1 and has refused it');
    expectSame(story);
  });

  it.each<[string, StoryEvent, string, string]>([
    ['it was accepted', accepted(), 'fulfilling', '24'],
    ['it was refused', refused, 'rejected', '0'],
  ])('until a person says that %s', (_, right, ends, open) => {
    for (const answers of [
      [accepted(), refused],
      [refused, accepted()],
    ]) {
      const story = given([...start, ...answers, corrected(right)]);
      expect([story.phase, story.lines[0]?.open, story.state.holds]).toEqual([ends, open, {}]);
      expectSame(story);
    }
  });

  it('and of two such words the last one counts', () => {
    const both = [accepted(), refused, corrected(refused), corrected(accepted(), { at: '2026-03-06T08:00:00.000Z' })];
    expect(given([...start, ...both]).phase).toBe('fulfilling');
  });
});

describe('a report that differs from two that differ', () => {
  const posted = (value: string, key: string): StoryEvent => ({ ...shipment('S1', [['1', value]]), key });

  it('is told of, too, though it changes nothing', () => {
    const story = given([...start, accepted(), posted('5', 'a'), posted('6', 'b')]).when(posted('7', 'c'));
    expect(story.notes.map(({ type }) => type)).toEqual(['conflict']);
  });
});

describe('a look-up that nobody asked for', () => {
  const submit = 'order-1/erp.submit/1';
  const notFound: StoryEvent = { type: 'erp.notFound', partId: '1', attempt: 1 };
  const early = given([...start, notFound]).when(failed(submit, 'inDoubt'));

  it('answers no doubt that comes later: the ERP is asked before anything goes again', () => {
    expect(early.effects.map(({ key, attempt }) => [key, attempt])).toEqual([['order-1/erp.find/1/1', 1]]);
    expect(early.phase).toBe('inDoubt');
    const again = early.when({ ...notFound, key: 'asked' });
    expect(again.effects.map(({ key, attempt }) => [key, attempt])).toEqual([[submit, 2]]);
    expectSame(again);
  });

  it('and its answer are told of in one order, also after a restart', () => {
    const told = early.when({ ...notFound, key: 'asked' });
    const answer = { ...accepted(), key: 'k', at: '2026-03-05T08:00:00.000Z', v: 2 } as OrderEvent;
    const notesOf = (state: OrderState) => transition(state, answer, defaultPolicy).notes.map(({ message }) => message);
    expect(notesOf(JSON.parse(JSON.stringify(told.state)))).toEqual(notesOf(told.state));
  });
});

describe('a correction of the order itself', () => {
  const other = fact({ ...captured(order([])), key: 'x' } as StoryEvent);
  const swap: StoryEvent = { type: 'operator.corrected', event: other, ...by };

  it('is refused once an ERP has it, and says what to do', () => {
    const story = given(start).when(swap);
    expect(story.notes).toMatchObject([
      { type: 'correction.refused', message: expect.stringContaining('change.requested') },
    ]);
    expect(story.lines).toMatchObject([{ lineId: '1' }]);
  });

  it('is taken while it is here', () => {
    const held: StoryEvent = { type: 'hold.placed', hold: 'h', reason: 'r' };
    const story = given([captured(), held, enriched()]).when(swap);
    expect(story.notes.map(({ type }) => type)).not.toContain('correction.refused');
  });

  it('of an acceptance is read by the agreement as the acceptance is: no back-order is let in', () => {
    const fulfillment = { ...defaultPolicy.fulfillment, backorders: 'forbidden' } as const;
    const waits = {
      ...accepted(),
      backordered: [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }],
    } as StoryEvent;
    const story = given([...start, accepted()], { policy: { ...defaultPolicy, fulfillment } }).when(corrected(waits));
    expect(story.lines).toMatchObject([{ backordered: '0', cancelled: '4' }]);
    expect(story.effects.map(({ key }) => key)).toContain('order-1/erp.cancel/backorder%2F1/1');
  });
});

describe('R16 a part that no ERP has', () => {
  const reroute = (erp: string, at: string): StoryEvent => ({ type: 'operator.rerouted', partId: '1', erp, ...by, at });

  it('is sent to another one more than once, and the last word counts', () => {
    const words = [reroute('erp3', '2026-03-02T08:10:00.000Z'), reroute('erp2', '2026-03-02T08:20:00.000Z')];
    for (const told of [words, [...words].reverse()]) {
      const story = given([captured(), ...told, { ...(enriched() as StoryEvent), at: '2026-03-02T09:00:00.000Z' }]);
      expect(story.state.effects['order-1/erp.submit/1']?.effect.lane).toBe('erp:erp2');
      expect(story.state.conflicts).toEqual({});
    }
  });
});

describe('a notice of a shipment', () => {
  const corr = (value: string): StoryEvent => {
    const event = shipment('S1', [['1', value]]);
    if (event.type !== 'shipment.posted') throw new TypeError('a shipment');
    return { type: 'shipment.corrected', shipmentId: 'S1', correction: 'k1', reason: 'r', shipment: event.shipment };
  };

  it.each(['replace', 'cancelAndNew', 'portal', 'notAllowed'] as const)(
    'R22 that was put right before it went out is sent once, and nothing is held: %s',
    (correction) => {
      const policy = { ...defaultPolicy, fulfillment: { ...defaultPolicy.fulfillment, correction } };
      const story = given([...start, accepted(), corr('9'), shipment('S1', [['1', '10']])], { policy });
      expect(story.effects.find(({ key }) => key === 'order-1/856/S1')?.body).toMatchObject({
        content: { items: [{ quantity: { value: '9' } }] },
      });
      const sent = story.when(done('order-1/856/S1'));
      expect([sent.effects, sent.state.holds]).toEqual([[], {}]);
    },
  );

  it('of its own counts, whatever a load says of it, and so after a restart', () => {
    const own = [...start, accepted(), shipment('S2', [['1', '10']]), done('order-1/856/S2')];
    const stray: StoryEvent = { type: 'notice.reported', shipmentId: 'S2', load: 'L1', status: 'rejected' };
    const story = given([...own, stray]).when(invoice('I1', [['1', '10']]));
    expect(story.effects.map(({ key }) => key)).toEqual(['order-1/810/I1']);
    expectSame(story);
  });
});

describe('an event of a type that this machine does not know', () => {
  it.each(['toString', '__proto__', 'order.dreamt'])('is told of and changes nothing: %s', (type) => {
    const before = given([...start, accepted()]);
    const story = before.when({ type } as never);
    expect([story.state === before.state, story.notes.map((note) => note.type)]).toEqual([true, ['event.unknown']]);
  });
});

describe('an order that was abandoned', () => {
  it('is tried again in nothing, and what fails waits for nobody', () => {
    const story = given([...start, accepted(), { type: 'operator.abandoned', ...by }]).when(
      failed('order-1/855', 'transport'),
    );
    expect([story.effects, phase(story.state)]).toEqual([[], 'abandoned']);
  });
});
