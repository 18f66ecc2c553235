import { defaultPolicy, replay } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, order, partner } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const keys = ({ state }: Story) => Object.keys(state.effects).filter((key) => /erp\.(cancel|submit)|865/.test(key));

/** An 860 that cancels the whole order. */
const cancels = (change: string, sequence?: number): StoryEvent => ({
  type: 'change.requested',
  partner,
  change,
  receivedAt: '2026-03-02T09:00:00.000Z',
  ...(sequence !== undefined && { sequence }),
  content: {
    kind: 'orderChange',
    version: '1',
    purpose: 'cancellation',
    mode: 'delta',
    orderNumber: order().number,
    changeNumber: change,
    dates: {},
    parties: {},
    references: [],
    lines: [],
  },
});
const refuses = (change: string): StoryEvent => ({ type: 'change.decided', change, decision: 'refuse', by: 'ada' });

describe('R17 an 860 that cancels the order', () => {
  it('and that a person has refused cancels nothing, whichever of the two comes first', () => {
    const story = given([...start, refuses('c1'), cancels('c1')]);
    expect(keys(story)).toEqual(['order-1/erp.submit/1', 'order-1/865/c1']);
    expect(story.phase).toBe('fulfilling');
    expect(story.state).toEqual(replay('order-1', story.events, defaultPolicy));
    const held: StoryEvent = { type: 'hold.placed', hold: 'h', reason: 'r' };
    const early = given([captured(), held, enriched(), refuses('c1'), cancels('c1')]);
    expect(early.phase).toBe('held');
    expect(keys(early.when({ type: 'hold.released', hold: 'h', by: 'ada' }))).toContain('order-1/erp.submit/1');
  });

  it('waits for the change orders before it, as every other does, until a person lets the gap pass', () => {
    const story = given([...start, cancels('c3', 3)]);
    expect([keys(story), Object.keys(story.state.holds)]).toEqual([['order-1/erp.submit/1'], ['change/c3']]);
    const passed = story.when({ type: 'hold.released', hold: 'change/c3', by: 'ada' });
    expect(keys(passed)).toContain('order-1/erp.cancel/c3/1');
    const closed = story.when(cancels('c1', 1), cancels('c2', 2));
    expect(keys(closed)).toContain('order-1/erp.cancel/c1/1');
  });

  it('and whose turn it is goes to the ERP at once', () => {
    expect(keys(given([...start, cancels('c1')]))).toContain('order-1/erp.cancel/c1/1');
    expect(keys(given([...start, cancels('c1', 1)]))).toContain('order-1/erp.cancel/c1/1');
  });
});
