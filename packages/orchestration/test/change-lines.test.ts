import type { ChangedLine, OrderChange } from '@dist/canonical';
import { defaultPolicy, type Policy } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, order } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const of = (quantities: 'total' | 'difference'): Policy => ({
  ...defaultPolicy,
  changes: { quantities, waitHours: 48 },
});

function change(lines: readonly (Partial<ChangedLine> & Pick<ChangedLine, 'action'>)[]): StoryEvent {
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    orderNumber: 'PO-1',
    changeNumber: 'c1',
    dates: {},
    parties: order().parties,
    references: [],
    lines: lines.map((line) => ({ lineId: '1', ids: [], ...line })),
  };
  return {
    type: 'change.requested',
    partner: 'northfield',
    change: 'c1',
    content,
    receivedAt: '2026-03-02T07:00:00.000Z',
  };
}

describe('R17 a change in a unit that the item does not know', () => {
  const total = change([{ action: 'change', quantity: { value: '5', unit: 'KGM' } }]);

  it.each(['total', 'difference'] as const)('is held and asked of nobody: %s', (quantities) => {
    const story = given(start, { policy: of(quantities) }).when(total);
    expect([story.phase, story.effects]).toEqual(['held', []]);
    expect(story.state.holds['change/c1']?.reason).toBe('line 1: its item does not know the unit KGM');
    expect(story.lines).toMatchObject([{ ordered: '24', unit: 'C62' }]);
  });

  it('so too when it came before the item was known', () => {
    const story = given([captured(), total, enriched()], { policy: of('total') });
    expect([story.phase, Object.keys(story.state.effects)]).toEqual(['held', ['order-1/enrich']]);
  });

  it('is taken where the item does know it', () => {
    const cases = change([{ action: 'change', quantity: { value: '3', unit: 'XCS' } }]);
    expect(given(start, { policy: of('total') }).when(cases).effects).toMatchObject([
      { body: { type: 'erp.change', lines: [{ lineId: '1', quantity: { value: '3', unit: 'XCS' } }] } },
    ]);
  });
});

describe('R17 a change that names a line twice', () => {
  const more = { action: 'increaseQuantity', quantity: { value: '5', unit: 'C62' } } as const;
  const price = { action: 'changePrice', price: { amount: '4' } } as const;
  const asked = (lines: Parameters<typeof change>[0]) => given(start, { policy: of('difference') }).when(change(lines));

  it('is held: nobody can tell whether both count or the last', () => {
    const story = asked([more, more]);
    expect([story.phase, story.effects]).toEqual(['held', []]);
    expect(story.state.holds['change/c1']?.reason).toBe('line 1 is named twice');
    expect(asked([price, price]).phase).toBe('held');
  });

  it('once for its price and once for its quantity says two things, in whichever order', () => {
    for (const lines of [
      [more, price],
      [price, more],
    ]) {
      expect(asked(lines).effects).toMatchObject([
        { body: { type: 'erp.change', lines: [{ lineId: '1', quantity: { value: '29', unit: 'C62' } }] } },
      ]);
    }
  });
});
