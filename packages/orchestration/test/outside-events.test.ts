import { checkEvent, type OrderEvent, phase } from '@dist/orchestration';
import { WrongEvent } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { events, id, known, setting } from './runtime-setting.ts';
import { captured, order, shipment } from './sample.ts';

const [capture] = events(captured());
const [posted] = events(shipment('S1', [['1', '1e5']]));

/** What a caller without types may bring. */
const given = (event: unknown) => event as OrderEvent;

const wrong: readonly [string, unknown, string, string][] = [
  ['nothing', null, 'event-wrong', ''],
  ['a type that nobody knows', { ...capture, type: 'order.caught' }, 'event-type-unknown', 'type'],
  ['a version that nobody wrote', { ...capture, v: 7 }, 'event-version-unknown', 'v'],
  ['no key', { ...capture, key: '' }, 'event-wrong', 'key'],
  ['an instant of a time zone', { ...capture, at: '2026-03-02T17:00:00.000+09:00' }, 'event-wrong', 'at'],
  ['an instant without milliseconds', { ...capture, at: '2026-03-02T08:00:00Z' }, 'event-wrong', 'at'],
  ['an instant that is none', { ...capture, at: 'yesterday' }, 'event-wrong', 'at'],
  ['an order without lines', { ...capture, order: { ...order(), lines: undefined } }, 'event-wrong', 'order.lines'],
  ['a quantity that is none', posted, 'event-wrong', 'shipment.'],
];

describe('an event from outside', () => {
  it.each(wrong)('with %s is an issue with a position and advice', (_, event, code, place) => {
    const read = checkEvent(event);
    expect(read).toMatchObject({ code });
    if ('code' in read) {
      expect(read.path.join('.')).toContain(place);
      expect(read.message).toMatch(/bring it again|Update @dist|as JSON/);
    }
  });

  it('says how an instant is written', () => {
    const read = checkEvent({ ...capture, at: '2026-03-02T17:00:00+09:00' });
    expect(read).toMatchObject({ message: expect.stringContaining('such as 2026-03-02T08:00:00.000Z') });
  });

  it.each(wrong)('with %s is not taken by dispatch, nor is what came with it', async (_, event) => {
    const { runtime, journal } = setting();
    const both = { id, events: [given(event)] };
    const marks = [{ key: 'm', expected: undefined, value: 'x' }];
    await expect(runtime.dispatch([{ id: 'other', events: events(captured()) }, both], { marks })).rejects.toThrow(
      WrongEvent,
    );
    expect(await journal.mark('m')).toBeUndefined();
    expect(await journal.load('other')).toBeUndefined();
  });

  it('that is wrong does not stand in the way of its order', async () => {
    const set = setting();
    const wrongly = set.runtime.dispatch({ id, events: [given(posted)] });
    await expect(wrongly).rejects.toThrow(`an event for ${id} is wrong: shipment.`);
    await set.runtime.dispatch({ id, events: events(captured()) });
    await set.settle();
    expect(phase(await known(set))).toBe('fulfilling');
  });

  it('of an earlier version is taken as what it is today', async () => {
    const set = setting();
    await set.runtime.dispatch({ id, events: [given({ ...capture, v: 1 })] });
    expect((await known(set)).facts['order.captured']).toMatchObject({ v: 2 });
  });
});
