import {
  defaultPolicy,
  empty,
  eventVersion,
  type OrderEvent,
  type OrderState,
  phase,
  transition,
} from '@dist/orchestration';
import { type LoggedEvent, restore } from '@dist/orchestration/runtime';
import { given } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, invoice, shipment } from './sample.ts';

const { events } = given([
  captured(),
  enriched(),
  accepted(),
  done('order-1/erp.submit/1'),
  done('order-1/855'),
  acknowledged('order-1/855'),
  shipment('S1', [['1', '24']]),
  done('order-1/856/S1'),
  invoice('I1', [['1', '24']]),
]);

function logOf(told: readonly OrderEvent[]): { readonly log: readonly LoggedEvent[]; readonly state: OrderState } {
  let state = empty('order-1');
  const log = told.map((event) => {
    const step = transition(state, event, defaultPolicy);
    state = step.state;
    return { event, issued: step.effects };
  });
  return { log, state };
}

describe('a log that is read back', () => {
  it('gives the state that was kept while it was written, from any snapshot on', () => {
    const { log, state } = logOf(events);
    for (let length = 0; length <= log.length; length++) {
      const snapshot = JSON.parse(JSON.stringify(logOf(events.slice(0, length)).state));
      expect(restore('order-1', { snapshot, log: log.slice(length) }, () => defaultPolicy)).toEqual(state);
    }
  });

  it('puts in the outbox what was put there then, whatever this release would', () => {
    const { log } = logOf(events);
    // A release that did not acknowledge wrote this log; one that sent another notice wrote that.
    const silent = log.map(({ event, issued }) => ({
      event,
      issued: issued.filter(({ key }) => key !== 'order-1/855'),
    }));
    const without = restore('order-1', { log: silent }, () => defaultPolicy);
    expect(Object.keys(without.effects)).not.toContain('order-1/855');
    const [first] = log[0]?.issued ?? [];
    if (first === undefined) throw new TypeError('the capture issues something');
    const strange = { ...first, key: 'order-1/870' };
    const more = log.map((entry, index) => (index === 0 ? { ...entry, issued: [...entry.issued, strange] } : entry));
    expect(restore('order-1', { log: more }, () => defaultPolicy).effects['order-1/870']).toMatchObject({
      effect: strange,
    });
  });

  it('goes on where it was left: what is owed and was never issued is issued by the next event that changes something', () => {
    const { log } = logOf(events.slice(0, 3));
    const silent = log.map(({ event, issued }) => ({
      event,
      issued: issued.filter(({ key }) => key !== 'order-1/855'),
    }));
    const state = restore('order-1', { log: silent }, () => defaultPolicy);
    const next = transition(state, events[6] as OrderEvent, defaultPolicy);
    expect(next.effects.map(({ key }) => key)).toEqual(['order-1/855', 'order-1/856/S1']);
  });

  it('may hold events of the first version, and none of a later one than this release writes', () => {
    const { log, state } = logOf(events);
    const first = log.map(({ event, issued }) => {
      const { by: _by, ...rest } = event as OrderEvent & { by?: string };
      return { event: { ...rest, v: 1 } as never, issued };
    });
    const restored = restore('order-1', { log: first }, () => defaultPolicy);
    expect([phase(restored), restored]).toEqual([phase(state), state]);
    const later = log.map(({ event, issued }) => ({ event: { ...event, v: eventVersion + 1 } as never, issued }));
    expect(() => restore('order-1', { log: later }, () => defaultPolicy)).toThrow('Update @dist/orchestration');
  });
});
