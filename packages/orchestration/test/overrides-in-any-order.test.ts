import { defaultPolicy, type OrderEvent, type Policy } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepted, captured, confirmed, enriched, line, order } from './sample.ts';
import { seeds, shuffled } from './scenario.ts';

const unit = 'C62' as const;
const change: StoryEvent = {
  type: 'change.requested',
  partner: 'northfield',
  change: 'c1',
  receivedAt: '2026-03-02T08:10:00.000Z',
  content: {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: 'PO-1',
    references: [],
    parties: {},
    dates: {},
    lines: [{ action: 'decreaseQuantity', lineId: '1', ids: [], quantity: { value: '22', unit } }],
  },
};

type Over = NonNullable<Policy['overrides']>[number];
const fulfillment = { shipmentsFrom: 'warehouse', release: true } as const;

/** Each row: what the override says, whom it is for, what happens. */
const table: readonly (readonly [string, Over['when'], Over['policy'], readonly StoryEvent[]])[] = [
  ['the warehouse ships', { partner: 'northfield' }, { fulfillment }, [confirmed('20')]],
  [
    'a short confirmation ends the rest',
    { partner: 'northfield' },
    { fulfillment: { ...fulfillment, short: 'shortShip' } },
    [confirmed('20')],
  ],
  ['the warehouse ships for a channel', { channel: 'edi' }, { fulfillment }, [confirmed('20')]],
  ['quantities of changes are totals', { partner: 'northfield' }, { changes: { quantities: 'total' } }, [change]],
];

describe('an override holds for what came before its order, too', () => {
  it.each(table)('R21 R17 %s, in any order of arrival', (_, when, over, more) => {
    const policy: Policy = { ...defaultPolicy, overrides: [{ when, policy: over }] };
    const ofOrder = order([line('1', 'AX-100', '24')]);
    const { events } = given([captured(ofOrder), enriched(ofOrder), accepted(), ...more]);
    const end = (told: readonly OrderEvent[]) => {
      const { state } = given(told, { policy });
      // What an ERP is asked depends on whether it had the order when a change came; what is known does not.
      return { facts: state.facts, holds: Object.keys(state.holds) };
    };
    const whole = end(events);
    expect(whole.facts).not.toEqual(given(events).state.facts);
    fc.assert(
      fc.property(seeds, (draw) => {
        expect(end(shuffled(events, draw))).toEqual(whole);
      }),
    );
  });
});
