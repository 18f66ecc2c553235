import type { ChangedLine, OrderChange } from '@dist/canonical';
import { defaultPolicy, obligations, type Policy } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, done, enriched, line, order, shipment } from './sample.ts';

const totals: Policy = { ...defaultPolicy, changes: { quantities: 'total', waitHours: 48 } };
const differences: Policy = { ...defaultPolicy, changes: { quantities: 'difference', waitHours: 48 } };
const ordered = order([line('1', 'AX-100', '24')]);

type Change = Partial<ChangedLine> & { readonly value?: string };

function change(
  name: string,
  lines: readonly Change[],
  more: Partial<OrderChange> & { sequence?: number } = {},
): StoryEvent {
  const { sequence, ...rest } = more;
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: ordered.number,
    changeNumber: name,
    dates: {},
    parties: ordered.parties,
    references: [],
    lines: lines.map(({ value, ...part }) => ({
      lineId: '1',
      action: 'decreaseQuantity',
      ids: [],
      ...(value !== undefined && { quantity: { value, unit: ordered.lines[0]?.quantity.unit ?? '' } }),
      ...part,
    })),
    ...rest,
  };
  const receivedAt = '2026-03-02T07:00:00.000Z';
  return { type: 'change.requested', partner: 'northfield', change: name, sequence, content, receivedAt };
}

const result = (name: string, took = true): StoryEvent => ({
  type: 'change.result',
  change: name,
  partId: '1',
  accepted: took,
  ...(took ? {} : { reason: 'picked already' }),
});
const sent = (story: Story, what: string) =>
  Object.values(story.state.effects)
    .filter(({ effect }) => effect.key.includes(`/${what}`))
    .map(({ effect }) => effect);
const statusOf865 = (story: Story, name: string) => {
  const body = sent(story, `865/${name}`)[0]?.body;
  return body?.type === 'document.send' && body.document === '865' ? body.content.status : undefined;
};
const orderedNow = (story: Story) => story.lines[0]?.ordered;
const start = [captured(ordered), enriched(ordered)];

describe('R17 a change order', () => {
  it('before anything is submitted goes along with the submit, and is answered after the 855', () => {
    const story = given([captured(ordered), change('1', [{ value: '18' }])], { policy: totals }).when(
      enriched(ordered),
      accepted(),
    );
    expect(orderedNow(story)).toBe('18');
    const submit = sent(story, 'erp.submit')[0]?.body;
    expect(submit).toMatchObject({ request: { changes: ['1'], lines: [{ base: { value: '18' } }] } });
    expect(statusOf865(story, '1')).toBe('accepted');
    expect(sent(story, 'erp.change')).toEqual([]);
  });

  it('that came before its order waits for it, and is then applied once (gotcha 6)', () => {
    const before = given([change('1', [{ value: '18' }])], { policy: totals });
    expect(before.phase).toBe('empty');
    expect(before.state.timers).toEqual({ 'change/1': '2026-03-04T07:00:00.000Z' });
    const story = before.when(...start, accepted(), change('1', [{ value: '18' }]));
    expect([orderedNow(story), sent(story, '865').length, story.state.holds]).toEqual(['18', 1, {}]);
  });

  it('whose order never comes is shown to a person when its time has run out (gotcha 6)', () => {
    const at = '2026-03-04T07:00:00.000Z';
    const story = given([change('1', [{ value: '18' }])], { policy: totals }).when({
      type: 'timer.fired',
      timer: 'change/1',
      at,
    });
    expect(story.state.holds['change/1']?.reason).toBe('its purchase order has not come');
  });

  it('after the submit is asked of the ERP, and stands once that has taken it', () => {
    const asked = given([...start, accepted(), change('1', [{ value: '18' }])], { policy: totals });
    expect([orderedNow(asked), sent(asked, '865').length]).toEqual(['24', 0]);
    expect(sent(asked, 'erp.change')[0]?.body).toMatchObject({ lines: [{ lineId: '1', quantity: { value: '18' } }] });
    const took = asked.when(result('1'));
    expect([orderedNow(took), statusOf865(took, '1')]).toEqual(['18', 'accepted']);
    const refused = asked.when(result('1', false));
    expect([orderedNow(refused), statusOf865(refused, '1')]).toEqual(['24', 'rejected']);
  });

  it('out of sequence parks until the one before it is there', () => {
    const first = [
      ...start,
      accepted(),
      change('1', [{ action: 'increaseQuantity', value: '30' }], { sequence: 1 }),
      result('1'),
    ];
    const gap = given([...first, change('3', [{ value: '20' }], { sequence: 3 })], { policy: totals });
    expect([orderedNow(gap), gap.state.holds['change/3']?.reason]).toEqual(['30', 'change 3 waits for change 2']);
    expect(sent(gap, '865').length).toBe(1);
    const passed = gap.when({ type: 'hold.released', hold: 'change/3', by: 'ada' }, result('3'));
    expect([orderedNow(passed), passed.state.holds, statusOf865(passed, '3')]).toEqual(['20', {}, 'accepted']);
    const closed = gap.when(change('2', [{ value: '28' }], { sequence: 2 }), result('2'), result('3'));
    expect([orderedNow(closed), closed.state.holds, sent(closed, '865').length]).toEqual(['20', {}, 3]);
  });

  it('with a quantity that may be a total or a difference is held, and a person says which', () => {
    const held = given([...start, accepted(), change('1', [{ value: '6' }])]);
    expect(orderedNow(held)).toBe('24');
    expect(held.state.holds['change/1']?.reason).toBe('line 1: meaning of the change quantity is not set (6 or 18?)');
    const decided = held.when(
      { type: 'change.decided', change: '1', decision: 'apply', quantities: 'difference', by: 'ada' },
      result('1'),
    );
    expect(orderedNow(decided)).toBe('18');
    const refused = held.when({
      type: 'change.decided',
      change: '1',
      decision: 'refuse',
      by: 'ada',
      reason: 'unclear',
    });
    expect([orderedNow(refused), statusOf865(refused, '1'), refused.state.holds]).toEqual(['24', 'rejected', {}]);
  });

  describe('that is held because nobody knows what it asks for', () => {
    const held = given([...start, accepted(), change('1', [{ value: '6' }])]);
    const released: StoryEvent = { type: 'hold.released', hold: 'change/1', by: 'ada' };
    const apply: StoryEvent = { type: 'change.decided', change: '1', decision: 'apply', by: 'ada' };

    it('is not let go by releasing its hold: the answer says what ends it, and nothing is lost', () => {
      const story = held.when(released);
      expect(story.state).toBe(held.state);
      expect(story.notes.map(({ type, message }) => [type, message])).toEqual([
        [
          'release.refused',
          'Hold change/1 stays, though ada released it: line 1: meaning of the change quantity is not set (6 or 18?). Send change.decided: apply, with what its quantities mean (total or difference) where that is the question, or refuse',
        ],
      ]);
      expect(story.waiting.movedBy).toEqual(['change.decided/1']);
      const decided = story.when({ ...apply, quantities: 'total' } as StoryEvent, result('1'));
      expect([orderedNow(decided), statusOf865(decided, '1'), decided.state.holds]).toEqual(['6', 'accepted', {}]);
    });

    it('is held also where the release came before the change', () => {
      const story = given([...start, accepted(), released, change('1', [{ value: '6' }])]);
      expect(Object.keys(story.state.holds)).toEqual(['change/1']);
      expect(story.waiting.movedBy).toEqual(['change.decided/1']);
    });

    it('is not decided by a decision that leaves it open, and the right one can still be made', () => {
      const story = held.when(apply);
      expect([story.state, story.notes[0]?.type]).toEqual([held.state, 'decision.refused']);
      const decided = story.when({ ...apply, quantities: 'difference' } as StoryEvent, result('1'));
      expect([orderedNow(decided), decided.state.conflicts]).toEqual(['18', {}]);
    });

    it('and comes after a gap is shown as unclear once the gap was let pass', () => {
      const gap = given([...start, accepted(), change('3', [{ value: '6' }], { sequence: 3 })]);
      expect(gap.waiting.movedBy).toEqual(['hold.released/change/3', 'change.decided/3']);
      const unclear = gap.when({ type: 'hold.released', hold: 'change/3', by: 'ada' });
      expect(unclear.state.holds['change/3']?.reason).toContain('meaning of the change quantity is not set');
      expect(unclear.notes.map(({ type }) => type)).toEqual(['hold.released', 'held']);
      expect(unclear.waiting.movedBy).toEqual(['change.decided/3']);
    });

    it('and comes after a gap is applied by one decision that says both', () => {
      const gap = given([...start, accepted(), change('3', [{ value: '6' }], { sequence: 3 })]);
      const apply3: StoryEvent = {
        type: 'change.decided',
        change: '3',
        decision: 'apply',
        quantities: 'difference',
        by: 'ada',
      };
      expect(orderedNow(gap.when(apply3, result('3')))).toBe('18');
    });
  });

  it.each<[string, Policy, Change, string]>([
    ['an increase by a difference', differences, { action: 'increaseQuantity', value: '6' }, '30'],
    ['a decrease by a difference', differences, { action: 'decreaseQuantity', value: '6' }, '18'],
    ['an increase to a total', totals, { action: 'increaseQuantity', value: '30' }, '30'],
    ['a plain change is a total whatever the profile says', differences, { action: 'change', value: '20' }, '20'],
    ['a cancelled line', totals, { action: 'cancel' }, '0'],
  ])('counts %s', (_, policy, part, expected) => {
    const story = given([captured(ordered), change('1', [part])], { policy });
    expect(orderedNow(story)).toBe(expected);
  });

  it('below what has shipped is refused, and what is shipped stands', () => {
    const events = [...start, accepted(), shipment('S1', [['1', '20']]), change('1', [{ value: '12' }])];
    const story = given(events, { policy: totals });
    expect([orderedNow(story), statusOf865(story, '1'), sent(story, 'erp.change')]).toEqual(['24', 'rejected', []]);
  });

  it('that cancels the order is answered by what becomes of the cancellation', () => {
    const asked = given([
      ...start,
      accepted(),
      done('order-1/erp.submit/1'),
      change('1', [], { purpose: 'cancellation' }),
    ]);
    expect([sent(asked, 'erp.cancel').length, sent(asked, '865').length]).toEqual([1, 0]);
    const ended = (lines: readonly { lineId: string; quantity: { value: string; unit: string } }[]) =>
      asked.when({ type: 'cancel.result', cancel: '1', partId: '1', lines });
    const unit = ordered.lines[0]?.quantity.unit ?? '';
    expect(statusOf865(ended([]), '1')).toBe('rejected');
    expect(statusOf865(ended([{ lineId: '1', quantity: { value: '24', unit } }]), '1')).toBe('accepted');
  });

  it('ends the same in whichever order decisions, answers and requests arrive', () => {
    const told = [change('1', [{ value: '18' }], { sequence: 1 }), change('2', [{ value: '12' }], { sequence: 2 })];
    const end = (events: readonly StoryEvent[]) => orderedNow(given(events, { policy: totals }));
    const answers = [result('1'), result('2')];
    const [first, second] = told;
    if (first === undefined || second === undefined) throw new TypeError('two changes');
    expect(end([...start, accepted(), first, second, ...answers])).toBe('12');
    expect(end([second, first, ...start, accepted()])).toBe('12');
    expect(end([...start, accepted(), ...answers, second, first])).toBe('12');
  });

  it('that waits is not among what is owed', () => {
    const story = given([...start, accepted(), change('3', [{ value: '20' }], { sequence: 3 })], { policy: totals });
    expect(obligations(story.state).map(({ key }) => key)).not.toContain('order-1/865/3');
  });
});
