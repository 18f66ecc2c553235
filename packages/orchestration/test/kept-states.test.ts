import { defaultPolicy, empty, type OrderState, replay, transition } from '@dist/orchestration';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingRecord } from '../src/kernel/growing-record.ts';
import { scenario, seeds } from './scenario.ts';

/** A step writes some fields, and then there is the next version. */
const steps = fc.array(fc.array(fc.tuple(fc.constantFrom('a', 'b', '1', '__proto__', 'constructor'), fc.integer())), {
  maxLength: 8,
});

describe('a record of which all versions share one map', { timeout: 20_000 }, () => {
  it('is in each version what was written until then, whenever and in whichever order it is asked', () => {
    fc.assert(
      fc.property(steps, seeds, (told, draw) => {
        let version = GrowingRecord.of<number>({});
        const fields = new Map<string, number>();
        const all: { readonly version: GrowingRecord<number>; readonly wanted: object }[] = [];
        for (const [index, writes] of told.entries()) {
          all.push({ version, wanted: Object.fromEntries(fields) });
          // Some are asked while they are the newest, others when many have come after them.
          if ((draw[index % draw.length] ?? 0) % 3 === 0) version.plain();
          for (const [key, value] of writes) {
            version.write(key, value);
            fields.set(key, value);
          }
          version = version.next();
        }
        all.push({ version, wanted: Object.fromEntries(fields) });
        if ((draw[0] ?? 0) % 2 === 0) all.reverse();
        for (const one of all) {
          expect(JSON.stringify(one.version.plain())).toBe(JSON.stringify(one.wanted));
          expect(one.version.plain()).toBe(one.version.plain());
        }
      }),
    );
  });

  it('has what is written at once, and is not another version when nothing was', () => {
    const before = GrowingRecord.of({ a: 1 });
    expect(before.next()).toBe(before);
    before.write('b', 2);
    expect([before.get('b'), before.isWritten, before.size]).toEqual([2, true, 2]);
    expect([before.plain(), before.next().plain()]).toEqual([{ a: 1 }, { a: 1, b: 2 }]);
  });
});

describe('a state that the machine has gone on from', { timeout: 20_000 }, () => {
  it('is plain JSON, and what it was; when it is asked late too', () => {
    fc.assert(
      fc.property(scenario, (events) => {
        const states: OrderState[] = [];
        const texts: string[] = [];
        events.reduce((state, event) => {
          states.push(after(state, event));
          return states.at(-1) ?? state;
        }, empty('order-1'));
        events.reduce((state, event) => {
          const next = after(state, event);
          texts.push(JSON.stringify(next));
          return next;
        }, empty('order-1'));
        expect(states.map((state) => JSON.stringify(state))).toEqual(texts);
        for (const state of states) expect(structuredClone(state)).toEqual(JSON.parse(JSON.stringify(state)));
      }),
      { numRuns: 20 },
    );
  });

  it('can be gone on from once more, on another way, and neither way knows of the other', () => {
    fc.assert(
      fc.property(scenario, seeds, (events, draw) => {
        const at = (draw[0] ?? 0) % (events.length + 1);
        const begin = events.slice(0, at).reduce(after, empty('order-1'));
        const one = events.slice(at).reduce(after, begin);
        const other = [...events.slice(at)].reverse().reduce(after, begin);
        expect(other).toEqual(
          replay('order-1', [...events.slice(0, at), ...events.slice(at).reverse()], defaultPolicy),
        );
        expect(one).toEqual(replay('order-1', events, defaultPolicy));
        expect(begin).toEqual(replay('order-1', events.slice(0, at), defaultPolicy));
      }),
      { numRuns: 20 },
    );
  });
});

function after(state: OrderState, event: Parameters<typeof transition>[1]): OrderState {
  return transition(state, event, defaultPolicy).state;
}
