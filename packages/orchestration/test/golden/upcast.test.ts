import { type OrderEvent, upcast } from '@dist/orchestration';
import { given } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { captured } from '../sample.ts';
import { firstHistories } from './first-histories.ts';
import { laterHistories } from './later-histories.ts';
import { sharedHistories } from './shared-histories.ts';

const everyEvent = [...firstHistories, ...laterHistories, ...sharedHistories].flatMap(
  ({ events }) => given(events.map(told)).events,
);

/** Only their shape is asked for here; the machine need not know them. */
function told<Event extends { readonly type: string }>(event: Event): Event {
  return JSON.parse(JSON.stringify(event));
}

const [capture] = given([captured()]).events;
const answer: OrderEvent = {
  type: 'acknowledgment.received',
  document: 'order-1/855',
  by: '824',
  status: 'accepted',
  codes: [],
  key: 'k',
  at: '2026-03-02T08:00:00.000Z',
  v: 2,
};

describe('a stored event', () => {
  it('is read as it was written by this release, whatever its kind', () => {
    for (const event of everyEvent) expect(upcast(told(event))).toEqual(told(event));
  });

  it('is a 997 where the first release wrote an acknowledgment', () => {
    const { by: _by, ...first } = answer;
    expect(upcast({ ...first, v: 1 })).toEqual({ ...answer, by: '997' });
  });

  it.each([
    ['is no object', 'event', 'event-wrong', [], 'is an object'],
    [
      'was written by a later release',
      { ...answer, v: 3 },
      'event-version-unknown',
      ['v'],
      'Update @dist/orchestration',
    ],
    ['has no version', { ...answer, v: undefined }, 'event-version-unknown', ['v'], 'Restore the journal'],
    ['is of no known kind', { ...answer, type: 'order.sung' }, 'event-type-unknown', ['type'], 'no such event'],
    ['is named like a method of objects', { ...answer, type: 'toString' }, 'event-type-unknown', ['type'], 'no such'],
    ['lacks a field', { ...answer, document: undefined }, 'event-wrong', ['document'], 'Restore the journal'],
    ['says what no list has', { ...answer, status: 'fine' }, 'event-wrong', ['status'], 'have a person correct'],
    [
      'has an instant without milliseconds',
      { ...answer, at: '2026-03-02T08:00:00Z' },
      'event-wrong',
      ['at'],
      'written',
    ],
    ['says more than a release wrote', { ...capture, colour: 'red' }, 'event-wrong', [], 'colour'],
    [
      'has a fault deep in its document',
      { ...capture, order: { ...(capture?.type === 'order.captured' && capture.order), currency: 7 } },
      'event-wrong',
      ['order', 'currency'],
      'order.captured',
    ],
  ])('is an issue that says what to do when it %s', (_, stored, code, path, message) => {
    expect(upcast(stored)).toMatchObject({ code, path, severity: 'error', message: expect.stringContaining(message) });
  });
});
